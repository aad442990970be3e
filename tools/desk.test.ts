import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';

const PROCESS_MS = 60_000;
const DESK = fileURLToPath(new URL('./desk.ts', import.meta.url));

const children: ChildProcess[] = [];
const servers: Server[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of servers.splice(0)) server.close();
});

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
  readonly url: Promise<string>;
}

function start(port: string): Started {
  const child = spawn(process.execPath, [DESK], { env: { ...process.env, PORT: port }, stdio: 'pipe' });
  children.push(child);
  let out = '';
  let err = '';
  const url = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const found = /^Custody desk: (http:\/\/127\.0\.0\.1:\d+)$/m.exec(out)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }));
  });
  return { child, ended, url };
}

describe('npm run desk', { timeout: PROCESS_MS }, () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'prints its address, answers, and ends calmly on %s',
    async (signal) => {
      const desk = start('0');
      const response = await fetch(`${await desk.url}/readyz`);
      expect(await response.json()).toMatchObject({ status: 'ready' });
      desk.child.kill(signal);
      const { code, out } = await desk.ended;
      expect(code).toBe(0);
      expect(out).toContain('Ctrl-C');
    },
  );

  test('says so when the port it was given is taken', async () => {
    const server = createServer();
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { readonly port: number };
    const { code, err } = await start(String(port)).ended;
    expect(code).toBe(2);
    expect(err).toContain(`Port ${port} is taken`);
    expect(err).toContain('To do:');
  });

  test('says so when PORT is no port', async () => {
    const { code, err } = await start('70000').ended;
    expect(code).toBe(2);
    expect(err).toContain('PORT=70000');
  });
});
