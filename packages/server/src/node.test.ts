import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { day, type Law } from '@custody/core';
import { loadLaw, loadRdkit } from '@custody/core/node';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { answerSchema, briefAnswerSchema } from './api/answer-schema.ts';
import { instrumentsSchema, timelineSchema } from './api/law-schema.ts';
import { LARGEST_BODY_BYTES, MOST_QUESTIONS } from './http/limits.ts';
import { jsonLog } from './http/log.ts';
import type { ProblemDetails } from './http/problem.ts';
import { createNode } from './node.ts';
import type { NodeParts } from './node-parts.ts';

/** No list names it, so only the toolkit can tell its InChIKey. */
const UNNAMED = 'CCCCCCCCCCCCCC(=O)OCC';

let law: Law;
let deskDir = '';
const lines: string[] = [];
let rdkit: ReturnType<typeof loadRdkit> | null = null;

function node(parts: Partial<NodeParts> = {}): ReturnType<typeof createNode> {
  return createNode({
    law,
    deskDir,
    chemist: () => (rdkit ??= loadRdkit()),
    log: jsonLog((line) => lines.push(line)),
    today: () => day('2026-11-22'),
    ...parts,
  });
}

function ask(body: unknown, app = node()): Promise<Response> {
  return Promise.resolve(
    app.request('/api/check', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
}

async function problem(response: Response): Promise<ProblemDetails> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const details = (await response.json()) as ProblemDetails;
  expect(details).toMatchObject({ status: response.status, type: `urn:custody:problem:${details.code}` });
  expect(details.detail).not.toBe('');
  return details;
}

beforeAll(() => {
  law = loadLaw();
  deskDir = mkdtempSync(join(tmpdir(), 'custody-node-'));
  mkdirSync(join(deskDir, 'assets'));
  writeFileSync(join(deskDir, 'index.html'), '<!doctype html><title>Custody</title>');
  writeFileSync(join(deskDir, 'assets/RDKit_minimal-0a1b.wasm'), '\0asm');
});

afterAll(() => {
  rmSync(deskDir, { recursive: true, force: true });
});

afterEach(() => {
  lines.length = 0;
});

describe('POST /api/check', () => {
  test('4-aminopiperidine derivative 4-AP on 2022-09-01: controlled in the US, not in China', async () => {
    const response = await ask({ what: ['4-AP'], on: '2022-09-01', in: ['US', 'CN'] });
    expect(response.status).toBe(200);
    const answer = briefAnswerSchema.parse(await response.json());
    expect(answer.asOf).toEqual({ on: '2022-09-01', known: null, law: law.digest });
    expect(answer.results[0]?.goods?.id).toBe('4-anilinopiperidine');
    expect(answer.results[0]?.statuses.map(({ jurisdiction, status }) => [jurisdiction, status])).toEqual([
      ['US', 'controlled'],
      ['CN', 'not-controlled'],
    ]);
  });

  test('what is sent is what is described: nothing missing, nothing more', async () => {
    const what = ['NPP', '4-AP', 'fentanyl citrate', 'carfentanil', 'tablet press', UNNAMED, 'no such goods'];
    const sent: unknown = await (await ask({ what })).json();
    expect(briefAnswerSchema.parse(sent)).toEqual(sent);
    const explained: unknown = await (await ask({ what, explain: true })).json();
    expect(answerSchema.parse(explained)).toEqual(explained);
  });

  test('a question without a day is about today', async () => {
    const answer = briefAnswerSchema.parse(await (await ask({ what: ['NPP'] })).json());
    expect(answer.asOf.on).toBe('2026-11-22');
  });

  test.each([
    ['no question', { what: [] }, '/what'],
    ['too many', { what: Array<string>(MOST_QUESTIONS + 1).fill('NPP') }, '/what'],
    ['a blank question', { what: ['NPP', ' \t'] }, '/what/1'],
    ['a question that is too long', { what: ['C'.repeat(20_001)] }, '/what/0'],
    ['a day that does not exist', { what: ['NPP'], on: '2022-02-30' }, '/on'],
    ['another form of day', { what: ['NPP'], known: '1 May 2020' }, '/known'],
    ['an unknown jurisdiction', { what: ['NPP'], in: ['US', 'XX'] }, '/in/1'],
    ['an unknown activity', { what: ['NPP'], activity: 'smuggle' }, '/activity'],
    ['a country that is none', { what: ['NPP'], to: 'Mexico' }, '/to'],
    ['a field that is not read', { what: ['NPP'], om: '2022-09-01' }, ''],
    ['no object', ['NPP'], ''],
  ])('refuses %s, saying where', async (_title, body, at) => {
    const response = await ask(body);
    expect(response.status).toBe(422);
    const details = await problem(response);
    expect(details.code).toBe('unusable-question');
    expect(details.errors?.map((error) => error.at)).toContain(at);
  });

  test('refuses what is no JSON, what is not declared as JSON, and what is too large', async () => {
    const malformed = await ask('{"what": [');
    expect([malformed.status, (await problem(malformed)).code]).toEqual([400, 'malformed-json']);
    const form = await node().request('/api/check', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'NPP',
    });
    expect([form.status, (await problem(form)).code]).toEqual([415, 'wrong-media-type']);
    const large = await ask(JSON.stringify({ what: ['x'.repeat(LARGEST_BODY_BYTES)] }));
    expect([large.status, (await problem(large)).code]).toEqual([413, 'body-too-large']);
  });

  test('a node without chemistry answers names and refuses structures', async () => {
    const app = node({ chemist: null });
    expect((await ask({ what: ['NPP'] }, app)).status).toBe(200);
    const refused = await ask({ what: [UNNAMED] }, app);
    expect([refused.status, (await problem(refused)).code]).toEqual([503, 'no-chemistry']);
  });
});

describe('what was asked is neither stored nor logged', () => {
  const MARK = 'xqzzyquestion';

  test('not in the log, not on standard output or error, not in the metrics', async () => {
    const out = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    const err = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const app = node();
    let written = '';
    try {
      await ask({ what: [MARK, `${MARK} hydrochloride`] }, app);
      await ask({ what: [MARK], on: MARK }, app);
      await ask(`{"what": ["${MARK}"`, app);
      await app.request(`/api/code?what=${MARK}`);
      await app.request(`/api/law/timeline?what=${MARK}`);
      await app.request(`/api/law/instruments/${MARK}`);
      await app.request(`/${MARK}?q=${MARK}`);
      await app.request(`/api/${MARK}`);
      written = [...out.mock.calls, ...err.mock.calls].flat().map(String).join('\n');
    } finally {
      out.mockRestore();
      err.mockRestore();
    }
    const metrics = await (await app.request('/metrics')).text();
    expect(lines.length).toBeGreaterThanOrEqual(8);
    expect(`${lines.join('')}${metrics}${written}`.toLowerCase()).not.toContain(MARK);
  });

  test('not even when the program fails on it', async () => {
    const app = node({
      chemist: () => Promise.reject(new Error(`could not load for ${UNNAMED}`)),
    });
    const response = await ask({ what: [UNNAMED] }, app);
    expect([response.status, (await problem(response)).code]).toEqual([500, 'fault']);
    const log = lines.join('');
    expect(log).toContain('"event":"fault"');
    expect(log).not.toContain(UNNAMED);
  });

  test('what is logged is the route, the status and the time', async () => {
    await node().request('/api/law/instruments/secret-instrument');
    const entry = JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>;
    expect(entry).toMatchObject({
      event: 'request',
      method: 'GET',
      route: '/api/law/instruments/:id',
      status: 404,
    });
    expect(Object.keys(entry).sort()).toEqual(['event', 'method', 'ms', 'route', 'status', 'time']);
  });
});

describe('the law', () => {
  test('GET /api/law names the digest, the counts and the coverage', async () => {
    const body = (await (await node().request('/api/law')).json()) as {
      digest: string;
      counts: { controls: number };
      file: string;
    };
    expect(body.digest).toBe(law.digest);
    expect(body.counts.controls).toBe(law.controls.length);
    expect((await node().request(body.file)).status).toBe(200);
  });

  test('GET /api/law/instruments lists what is compiled; each can be opened', async () => {
    const app = node();
    const sent: unknown = await (await app.request('/api/law/instruments?in=US')).json();
    const { instruments } = instrumentsSchema.parse(sent);
    expect(instrumentsSchema.parse(sent)).toEqual(sent);
    expect(new Set(instruments.map(({ instrument }) => instrument.jurisdiction))).toEqual(new Set(['US']));
    for (const { instrument, entries } of instruments) {
      const response = await app.request(`/api/law/instruments/${encodeURIComponent(instrument.id)}`);
      const view = (await response.json()) as { entries: unknown[] };
      expect(view.entries.length, instrument.id).toBe(entries);
    }
  });

  test('GET /api/law/instruments/{id} refuses an id that is none', async () => {
    const response = await node().request('/api/law/instruments/nowhere');
    expect([response.status, (await problem(response)).code]).toEqual([404, 'no-such-instrument']);
  });

  test('GET /api/law/timeline runs from the oldest control to the newest', async () => {
    const sent: unknown = await (await node().request('/api/law/timeline?what=4-AP')).json();
    const timeline = timelineSchema.parse(sent);
    expect(timelineSchema.parse(sent)).toEqual(sent);
    expect(timeline.goods?.id).toBe('4-anilinopiperidine');
    const starts = timeline.rows.flatMap(({ start }) => start.latest ?? []);
    expect(starts.length).toBeGreaterThan(3);
    expect([...starts].sort()).toEqual(starts);
  });

  test('GET /api/code gives the whole bundle', async () => {
    const body = (await (await node().request('/api/code?what=fentanyl')).json()) as {
      goods: { codes: { goods: string; cas: string[] } };
    };
    expect(body.goods.codes.goods).toMatch(/^C-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}-[0-9A-Z]/);
    expect(body.goods.codes.cas).toContain('437-38-7');
  });

  test('the whole law is sent compressed, can be kept for good under its digest, and is asked about otherwise', async () => {
    const app = node();
    const name = `/law-${law.digest.slice('sha256:'.length).slice(0, 16)}.json`;
    const kept = await app.request(name, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(kept.headers.get('content-encoding')).toBe('br');
    const bytes = brotliDecompressSync(new Uint8Array(await kept.arrayBuffer()));
    expect((JSON.parse(bytes.toString('utf8')) as Law).digest).toBe(law.digest);
    const present = await app.request('/law.json');
    expect(present.headers.get('cache-control')).toBe('no-cache');
    const etag = present.headers.get('etag') ?? '';
    const again = await app.request('/law.json', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect((await app.request('/law-0000000000000000.json')).status).toBe(404);
  });
});

describe('the description', () => {
  interface Described {
    readonly openapi: string;
    readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: object }>>>>;
  }

  test('is OpenAPI 3.1, names every route of the API, and every reference in it leads somewhere', async () => {
    const app = node();
    const text = await (await app.request('/api/openapi.json')).text();
    const described = JSON.parse(text) as Described;
    expect(described.openapi).toBe('3.1.0');
    const served = app.routes
      .filter(({ method, path }) => method !== 'ALL' && /^\/api\/(?!openapi)/.test(path))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:([a-z]+)/g, '{$1}')}`);
    const named = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(named.sort()).toEqual([...new Set(served)].sort());
    for (const [, reference = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = reference
        .split('/')
        .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], described);
      expect(found, reference).toBeDefined();
    }
  });

  test('every route describes its refusals', async () => {
    const described = (await (await node().request('/api/openapi.json')).json()) as Described;
    for (const [path, methods] of Object.entries(described.paths)) {
      for (const operation of Object.values(methods)) {
        expect(Object.keys(operation.responses), path).toContain('default');
      }
    }
  });
});

describe('the desk', () => {
  test('its page opens at every address that is none of the API, its files have their types', async () => {
    const app = node();
    for (const path of ['/', '/check?what=NPP', '/law/instruments']) {
      const response = await app.request(path);
      expect(response.headers.get('content-type'), path).toBe('text/html; charset=utf-8');
    }
    const wasm = await app.request('/assets/RDKit_minimal-0a1b.wasm');
    expect(wasm.headers.get('content-type')).toBe('application/wasm');
    for (const path of ['/assets/gone.js', '/api/gone', '/favicon.ico']) {
      const gone = await app.request(path);
      expect([path, gone.status, (await problem(gone)).code]).toEqual([path, 404, 'not-found']);
    }
  });

  test('nothing is loaded from elsewhere and nothing is told elsewhere', async () => {
    const { headers } = await node().request('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).not.toMatch(/https?:|\*/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('a node without a desk says so', async () => {
    const response = await node({ deskDir: null }).request('/');
    expect((await problem(response)).todo).toContain('npm start');
  });
});

describe('health', () => {
  test('a node that stops is no longer ready, and still healthy', async () => {
    const app = node({ isStopping: () => true });
    expect((await node().request('/readyz')).status).toBe(200);
    expect((await app.request('/readyz')).status).toBe(503);
    expect((await app.request('/healthz')).status).toBe(200);
  });

  test('metrics count questions and requests', async () => {
    const app = node();
    await ask({ what: ['NPP', '4-AP'] }, app);
    const text = await (await app.request('/metrics')).text();
    expect(text).toContain('custody_questions_total 2\n');
    expect(text).toContain('custody_http_requests_total{route="/api/check",method="POST",status="200"} 1\n');
    expect(text).toContain(`custody_law_info{digest="${law.digest}"} 1\n`);
  });

  test('an address asked with another method answers which it takes', async () => {
    const response = await node().request('/api/check', { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect((await problem(response)).code).toBe('method-not-allowed');
  });
});
