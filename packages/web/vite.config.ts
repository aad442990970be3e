import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { rdkitWithoutEval } from './vite/rdkit-without-eval.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const LAW_FOLDER = join(HERE, '../core/law');

export default defineConfig({
  root: HERE,
  plugins: [react(), compiledLaw(), contentPolicy()],
  build: {
    outDir: join(HERE, 'dist'),
    emptyOutDir: true,
    target: 'es2023',
    // Fonts stay files: a font inlined in the style sheet is refused by the page's own content policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  worker: { format: 'es', plugins: () => [rdkitWithoutEval()] },
  server: { port: 5173, strictPort: true },
  preview: { port: 4173, strictPort: true },
});

/**
 * Nothing beyond this origin, ever: the built page may ask its own node for its own files and for nothing else.
 * Left out while developing, where Vite writes style elements into the page.
 */
function contentPolicy(): Plugin {
  const content = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return {
    name: 'custody:content-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' },
    ],
  };
}

/**
 * `/law.json` while developing and previewing: the newest compiled law beside core, as the node serves it.
 * A build carries no law; the node that serves the build has its own.
 */
function compiledLaw(): Plugin {
  const serve = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    if (request.url?.split('?')[0] !== '/law.json') {
      next();
      return;
    }
    const file = newestLaw();
    if (file === null) {
      response.writeHead(503, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ code: 'law-missing', title: 'No compiled law: run `npm run law`.' }));
      return;
    }
    const tag = `"${createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 32)}"`;
    const headers = { etag: tag, 'cache-control': 'no-cache' };
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, 'content-type': 'application/json; charset=utf-8' });
    createReadStream(file).pipe(response);
  };
  return {
    name: 'custody:compiled-law',
    configureServer: (server) => void server.middlewares.use(serve),
    configurePreviewServer: (server) => void server.middlewares.use(serve),
  };
}

function newestLaw(): string | null {
  try {
    const files = readdirSync(LAW_FOLDER)
      .filter((name) => /^law-[0-9a-f]{16}\.json$/.test(name))
      .map((name) => join(LAW_FOLDER, name))
      .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
    return files[0] ?? null;
  } catch {
    return null;
  }
}
