import { afterEach, expect, test } from 'vitest';
import { type RunningNode, serveNode } from './serve.ts';

const running: RunningNode[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((node) => node.stop()));
});

async function serve(port: number, portsTried = 1): Promise<RunningNode> {
  const node = await serveNode({ port, portsTried, host: '127.0.0.1', deskDir: null });
  running.push(node);
  return node;
}

test('serves on a free port, and takes the next one when a port is taken', async () => {
  const first = await serve(0);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  const taken = Number(new URL(first.url).port);
  await expect(serve(taken)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  const second = await serve(taken, 20);
  expect(Number(new URL(second.url).port)).toBeGreaterThan(taken);
  expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
});

test('stopping finishes what is being answered and takes nothing new', async () => {
  const node = await serve(0);
  const answer = fetch(`${node.url}/api/check`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ what: Array<string>(200).fill('NPP') }),
  });
  // The request must have been taken in before the node is told to stop.
  await fetch(`${node.url}/healthz`);
  const stopped = node.stop();
  expect((await answer).status).toBe(200);
  await stopped;
  await expect(fetch(`${node.url}/healthz`)).rejects.toThrow();
});
