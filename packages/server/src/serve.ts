import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { loadLaw, loadRdkit } from '@custody/core/node';
import { createAdaptorServer } from '@hono/node-server';
import { HEADERS_TIMEOUT_MS, KEEP_ALIVE_MS, REQUEST_TIMEOUT_MS, STOP_GRACE_MS } from './http/limits.ts';
import { type Log, silent } from './http/log.ts';
import { createNode } from './node.ts';

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** How many ports are tried upwards from `port` while they are taken; default: that one only. */
  readonly portsTried?: number;
  /** Address to listen on; `127.0.0.1` is reached from this machine only. */
  readonly host: string;
  readonly log?: Log;
  /** Folder of the built desk; default: the one that comes with this package or stands beside it. */
  readonly deskDir?: string | null;
}

export interface RunningNode {
  /** `http://127.0.0.1:7788` */
  readonly url: string;
  readonly hasDesk: boolean;
  /** Takes no new questions, finishes what it is answering, and closes. May be called again. */
  readonly stop: () => Promise<void>;
}

/**
 * Loads the compiled law and serves a node over HTTP. Rejects with Node's own error (`code: 'EADDRINUSE'`) when no
 * port that may be tried is free.
 */
export async function serveNode(options: ServeOptions): Promise<RunningNode> {
  const log = options.log ?? silent;
  const law = loadLaw();
  const deskDir = options.deskDir === undefined ? ownDesk() : options.deskDir;
  let stopping: Promise<void> | null = null;
  let rdkit: ReturnType<typeof loadRdkit> | null = null;
  const app = createNode({
    law,
    deskDir,
    chemist: () => (rdkit ??= loadRdkit()),
    log,
    isStopping: () => stopping !== null,
  });
  const server = await listening(
    () =>
      createAdaptorServer({
        fetch: (request, env) => app.fetch(request, env),
        serverOptions: {
          requestTimeout: REQUEST_TIMEOUT_MS,
          headersTimeout: HEADERS_TIMEOUT_MS,
          keepAliveTimeout: KEEP_ALIVE_MS,
        },
      }) as Server,
    options,
  );
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  log({ event: 'started', host: options.host, port, law: law.digest });
  const stop = async (): Promise<void> => {
    await closed(server);
    log({ event: 'stopped' });
  };
  return {
    url: `http://${host}:${port}`,
    hasDesk: deskDir !== null && existsSync(`${deskDir}/index.html`),
    stop: () => (stopping ??= stop()),
  };
}

/** Stops `node` on the signals that ask for it, and lets the process end by itself. */
export function stopOnSignals(node: RunningNode): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void node.stop());
}

/** In an installed package the desk is inside; in the source tree it is built beside. */
function ownDesk(): string | null {
  const places = ['../desk', '../../web/dist'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return places.find((place) => existsSync(`${place}/index.html`)) ?? null;
}

/** A server that listens on the first port that is free, of those that may be tried. */
async function listening(
  create: () => Server,
  { port, host, portsTried = 1 }: ServeOptions,
): Promise<Server> {
  for (let tried = 0; ; tried += 1) {
    const server = create();
    const error = await listenOn(server, port + tried, host);
    if (error === null) return server;
    if (error.code !== 'EADDRINUSE' || tried + 1 >= portsTried) throw error;
  }
}

function listenOn(server: Server, port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => {
      server.off('error', resolve);
      resolve(null);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const grace = setTimeout(() => {
      server.closeAllConnections();
    }, STOP_GRACE_MS);
    server.close(() => {
      clearTimeout(grace);
      resolve();
    });
    server.closeIdleConnections();
  });
}
