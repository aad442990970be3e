import type { ClassTimeline, Jurisdiction, Law } from '@custody/core';
import { csv } from '../terminal/csv.ts';
import { palette } from '../terminal/marks.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { printable, wrap } from '../terminal/width.ts';

/** The acts and spans of a class in some jurisdictions; null: in all. */
export function classIn(timeline: ClassTimeline, places: readonly Jurisdiction[] | null): ClassTimeline {
  if (places === null) return timeline;
  return {
    ...timeline,
    jurisdictions: timeline.jurisdictions.filter((one) => places.includes(one)),
    acts: timeline.acts.filter(({ jurisdiction }) => places.includes(jurisdiction)),
    spans: timeline.spans.filter(({ jurisdiction }) => places.includes(jurisdiction)),
  };
}

/** The chain of acts of a class, and what it comes to: since when unbroken, since when permanent. */
export function classTable(
  { rule, acts, spans, clauses }: ClassTimeline,
  law: Law,
  terminal: Terminal,
): string {
  const { dim, strong, warn } = palette(terminal.colour);
  const rows = acts.map((act) => [
    { text: windowWords(act.start) + (act.start.verified ? '' : ' [unverified]') },
    { text: act.end ?? '' },
    { text: act.jurisdiction, paint: strong },
    { text: act.stage === 'in-force' || act.stage === 'ended' ? act.permanence : act.stage },
    { text: printable(act.citation.title) },
    { text: act.citation.confidence === 'verified' ? '' : 'unverified', paint: warn },
  ]);
  const head = [
    { title: 'Since', min: 10 },
    { title: 'Until', min: 10 },
    { title: 'Where', min: 5 },
    { title: '', min: 9 },
    { title: 'Act', min: 20, flexible: true },
    { title: '', min: 4 },
  ];
  const unbroken = spans.map(({ jurisdiction, from, to, certain, parts }) => {
    const days = `${certain ? '' : 'at latest '}${from ?? 'not known'} to ${to ?? 'now'}`;
    const turns = parts.map(
      (part) => `${part.permanence} ${part.from ?? '?'} (${part.acts} act${part.acts === 1 ? '' : 's'})`,
    );
    return `${jurisdiction}: ${days}, unbroken: ${turns.join(', ')}`;
  });
  return [
    strong(printable(rule.title)),
    dim(`${rule.kind}, ${rule.id}`),
    ...unbroken.flatMap((line) => wrap(line, terminal.columns)),
    ...clauses.flatMap(({ clause, from }) => wrap(printable(`${clause}: from ${from}`), terminal.columns)),
    '',
    acts.length === 0 ? 'No act puts this class under a list.' : table(head, rows, terminal.columns, dim),
    '',
    `${dim(`Law ${law.digest}.`)}\n`,
  ].join('\n');
}

export function classCsv({ rule, acts }: ClassTimeline): string {
  return csv([
    [
      'class',
      'control',
      'jurisdiction',
      'list',
      'entry',
      'stage',
      'permanence',
      'earliest',
      'latest',
      'until',
      'published',
      'confidence',
      'title',
      'url',
    ],
    ...acts.map((act) => [
      rule.id,
      act.control,
      act.jurisdiction,
      act.list,
      act.entry,
      act.stage,
      act.permanence,
      act.start.earliest,
      act.start.latest,
      act.end,
      act.published,
      act.citation.confidence,
      act.citation.title,
      act.citation.url,
    ]),
  ]);
}

function windowWords({ earliest, latest }: ClassTimeline['acts'][number]['start']): string {
  if (latest === null) return earliest === null ? 'not known' : `not before ${earliest}`;
  return earliest === latest ? latest : `by ${latest}`;
}
