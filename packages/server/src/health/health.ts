import type { OpenAPIHono } from '@hono/zod-openapi';
import { HttpProblem } from '../http/problem.ts';
import type { NodeParts } from '../node-parts.ts';
import type { Metrics } from './metrics.ts';

/** `/healthz`: the process answers. `/readyz`: it may be sent questions. `/metrics`: counts, without content. */
export function healthRoutes(app: OpenAPIHono, parts: NodeParts, metrics: Metrics): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }));
  app.get('/readyz', (c) => {
    if (parts.isStopping?.() === true) {
      throw new HttpProblem('stopping', 'The node is stopping and takes no new questions.');
    }
    return c.json({ status: 'ready', law: parts.law.digest }, 200, { 'cache-control': 'no-store' });
  });
  app.get('/metrics', (c) => {
    const memory = process.memoryUsage();
    const text = metrics.text(parts.law.digest, {
      process_resident_memory_bytes: { help: 'Resident memory.', value: memory.rss },
      nodejs_heap_used_bytes: { help: 'Heap in use.', value: memory.heapUsed },
      process_uptime_seconds: { help: 'Time since the process started.', value: process.uptime() },
    });
    return c.body(text, 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    });
  });
}
