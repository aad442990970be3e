import { expect, test } from 'vitest';
import { Metrics } from './metrics.ts';

test('counts by route pattern, as Prometheus reads it', () => {
  const metrics = new Metrics();
  metrics.request('/api/check', 'POST', 200, 0.02);
  metrics.request('/api/check', 'POST', 200, 3);
  metrics.questions(5);
  const lines = metrics.text('sha256:ab', { node_up: { help: 'Up.', value: 1 } }).split('\n');
  expect(lines).toContain('custody_http_requests_total{route="/api/check",method="POST",status="200"} 2');
  expect(lines).toContain('custody_http_request_duration_seconds_bucket{route="/api/check",le="0.025"} 1');
  expect(lines).toContain('custody_http_request_duration_seconds_bucket{route="/api/check",le="5"} 2');
  expect(lines).toContain('custody_http_request_duration_seconds_bucket{route="/api/check",le="+Inf"} 2');
  expect(lines).toContain('custody_http_request_duration_seconds_count{route="/api/check"} 2');
  expect(lines).toContain('custody_questions_total 5');
  expect(lines).toContain('custody_law_info{digest="sha256:ab"} 1');
  expect(lines).toContain('node_up 1');
  // Every sample belongs to a family that was announced with HELP and TYPE.
  const families = new Set(lines.flatMap((line) => /^# TYPE (\S+)/.exec(line)?.[1] ?? []));
  for (const line of lines.filter((text) => text !== '' && !text.startsWith('#'))) {
    const name = (/^[a-z_]+/.exec(line)?.[0] ?? '').replace(/_(bucket|sum|count)$/, '');
    expect(
      [...families].some((family) => family === name || line.startsWith(family)),
      line,
    ).toBe(true);
  }
});
