/** Upper bounds of the buckets of the request histogram. */
const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Histogram {
  readonly counts: number[];
  sum: number;
  total: number;
}

/**
 * Counts for Prometheus (text exposition format 0.0.4). Labels are route patterns, methods and statuses: never a word
 * of what was asked, nor what came of it.
 */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #durations = new Map<string, Histogram>();
  #questions = 0;

  request(route: string, method: string, status: number, seconds: number): void {
    const labels = `route="${escaped(route)}",method="${escaped(method)}",status="${status}"`;
    this.#requests.set(labels, (this.#requests.get(labels) ?? 0) + 1);
    const histogram = this.#durations.get(route) ?? {
      counts: BUCKETS_SECONDS.map(() => 0),
      sum: 0,
      total: 0,
    };
    this.#durations.set(route, histogram);
    histogram.sum += seconds;
    histogram.total += 1;
    for (const [index, bound] of BUCKETS_SECONDS.entries()) {
      if (seconds <= bound) histogram.counts[index] = (histogram.counts[index] ?? 0) + 1;
    }
  }

  questions(count: number): void {
    this.#questions += count;
  }

  /** `facts`: gauges of the moment, by name, each with its help. */
  text(
    lawDigest: string,
    facts: Readonly<Record<string, { readonly help: string; readonly value: number }>>,
  ): string {
    const lines = [
      ...family('custody_law_info', 'gauge', 'The compiled law that answers.', [
        `custody_law_info{digest="${escaped(lawDigest)}"} 1`,
      ]),
      ...family('custody_questions_total', 'counter', 'Questions answered; what they were is not kept.', [
        `custody_questions_total ${this.#questions}`,
      ]),
      ...family(
        'custody_http_requests_total',
        'counter',
        'Requests by route pattern, method and status.',
        [...this.#requests].map(([labels, count]) => `custody_http_requests_total{${labels}} ${count}`),
      ),
      ...family(
        'custody_http_request_duration_seconds',
        'histogram',
        'Time from request to answer, by route pattern.',
        [...this.#durations].flatMap(([route, histogram]) => histogramLines(route, histogram)),
      ),
      ...Object.entries(facts).flatMap(([name, { help, value }]) =>
        family(name, 'gauge', help, [`${name} ${value}`]),
      ),
    ];
    return `${lines.join('\n')}\n`;
  }
}

function family(name: string, type: string, help: string, lines: readonly string[]): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines];
}

function histogramLines(route: string, { counts, sum, total }: Histogram): readonly string[] {
  const name = 'custody_http_request_duration_seconds';
  const label = `route="${escaped(route)}"`;
  return [
    ...BUCKETS_SECONDS.map((bound, index) => `${name}_bucket{${label},le="${bound}"} ${counts[index] ?? 0}`),
    `${name}_bucket{${label},le="+Inf"} ${total}`,
    `${name}_sum{${label}} ${sum}`,
    `${name}_count{${label}} ${total}`,
  ];
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
