import { gunzipSync, gzipSync } from 'node:zlib';
import { day, type Law } from '@custody/core';
import { loadLaw, loadRdkit } from '@custody/core/node';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { LARGEST_FILE_BYTES, MOST_SCREENINGS } from '../http/limits.ts';
import { jsonLog } from '../http/log.ts';
import type { ProblemDetails } from '../http/problem.ts';
import { createNode } from '../node.ts';
import type { NodeParts } from '../node-parts.ts';
import { screenedRowSchema } from './screened-row-schema.ts';
import type { z } from '@hono/zod-openapi';

type Line = z.infer<typeof screenedRowSchema>;

const CSV = 'Product,CAS\nNPP,39742-60-4\nno such goods at all,\nfentanyl citrate,990-73-8\n';

let law: Law;
const lines: string[] = [];
let rdkit: ReturnType<typeof loadRdkit> | null = null;
beforeAll(() => {
  law = loadLaw();
});
afterEach(() => {
  lines.length = 0;
});

function node(parts: Partial<NodeParts> = {}): ReturnType<typeof createNode> {
  return createNode({
    law,
    deskDir: null,
    chemist: () => (rdkit ??= loadRdkit()),
    log: jsonLog((line) => lines.push(line)),
    today: () => day('2026-11-22'),
    ...parts,
  });
}

type Body = string | Uint8Array<ArrayBuffer> | FormData | ReadableStream;

function screen(
  body: Body,
  {
    query = '',
    headers = { 'content-type': 'text/csv' },
    app = node(),
  }: {
    readonly query?: string;
    readonly headers?: Record<string, string>;
    readonly app?: ReturnType<typeof createNode>;
  } = {},
): Promise<Response> {
  const init: RequestInit & { duplex?: 'half' } = { method: 'POST', body, headers };
  if (body instanceof ReadableStream) init.duplex = 'half';
  return Promise.resolve(app.request(`/api/screen${query}`, init));
}

async function rowsOf(response: Response): Promise<readonly Line[]> {
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const text = await response.text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const sent: unknown = JSON.parse(line);
      // What is sent is what is described: nothing missing, nothing more.
      expect(screenedRowSchema.strict().parse(sent)).toEqual(sent);
      return sent as Line;
    });
}

async function problem(response: Response): Promise<ProblemDetails> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const details = (await response.json()) as ProblemDetails;
  expect(details).toMatchObject({ status: response.status, type: `urn:custody:problem:${details.code}` });
  return details;
}

function form(file: File, fields: Record<string, string> = {}): FormData {
  const sent = new FormData();
  for (const [name, value] of Object.entries(fields)) sent.append(name, value);
  sent.append('file', file);
  return sent;
}

describe('POST /api/screen', () => {
  test('a file as the body: a line a row, in order, on the day asked about', async () => {
    const rows = await rowsOf(await screen(CSV, { query: '?on=2022-09-01&in=US,CN' }));
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3]);
    expect(rows.map(({ verdict }) => verdict)).toEqual(['controlled', 'unknown', 'controlled']);
    expect(rows[0]).toMatchObject({
      input: { Product: 'NPP', CAS: '39742-60-4' },
      jurisdictions: { US: 'controlled' },
      asOf: { on: '2022-09-01', known: null, law: law.digest },
    });
    expect(Object.keys(rows[0]?.jurisdictions ?? {})).toEqual(['US', 'CN']);
  });

  test('a file of a form, its question in the form or in the address', async () => {
    const app = node();
    const inForm = form(new File([CSV], 'catalogue.csv'), { on: '2022-09-01', in: 'US' });
    const inAddress = form(new File([CSV], 'catalogue.csv', { type: 'text/csv' }));
    const one = await rowsOf(await screen(inForm, { headers: {}, app }));
    const other = await rowsOf(await screen(inAddress, { headers: {}, app, query: '?on=2022-09-01&in=US' }));
    expect(one).toEqual(other);
    expect(one[0]?.goods[0]?.id).toBe('npp');
  });

  test('gzip, SMILES and a name in Content-Disposition', async () => {
    const smiles = new Uint8Array(gzipSync('CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1 a\nCCO b\n'));
    const headers = {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="offer.smi.gz"',
    };
    const rows = await rowsOf(await screen(smiles, { headers }));
    expect(rows[0]).toMatchObject({ verdict: 'controlled', goods: [{ id: 'fentanyl' }] });
    expect(rows).toHaveLength(2);
  });

  test('the answer is compressed for whoever takes it so', async () => {
    const headers = { 'content-type': 'text/csv', 'accept-encoding': 'gzip' };
    const plain = await (await screen(CSV)).text();
    const packed = await screen(CSV, { headers });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(new Uint8Array(await packed.arrayBuffer())).toString('utf8')).toBe(plain);
  });

  test('a body without a declared length', async () => {
    const body = new Blob([CSV]).stream();
    expect(await rowsOf(await screen(body))).toHaveLength(3);
  });

  test('a damaged file: what was read is answered, and the last line says what is missing', async () => {
    const whole = gzipSync(`Product\n${'fentanyl\n'.repeat(5_000)}`);
    const cut = new Uint8Array(whole.subarray(0, whole.length - 12));
    const rows = await rowsOf(await screen(cut, { headers: { 'content-type': 'application/gzip' } }));
    expect(rows.at(-1)?.verdict).toBe('unreadable');
    expect(rows.at(-1)?.problems.map(({ code }) => code)).toContain('file-truncated');
  });

  test.each([
    ['a day that does not exist', CSV, '?on=2022-02-30', 'on'],
    ['a misspelt day', CSV, '?om=2022-09-01', ''],
    ['an unknown jurisdiction', CSV, '?in=US,XX', 'in.1'],
    ['no jurisdiction', CSV, '?in=', 'in.0'],
    ['an unknown activity', CSV, '?activity=smuggle', 'activity'],
    ['a country that is none', CSV, '?to=Mexico', 'to'],
    ['a column the file does not have', CSV, '?name=Ware', 'name'],
  ])('refuses %s, saying where', async (_title, body, query, at) => {
    const response = await screen(body, { query });
    const details = await problem(response);
    expect([response.status, details.code]).toEqual([422, 'unusable-question']);
    expect(details.errors?.map((error) => error.at)).toContain(at);
  });

  test('refuses what is asked in the address and in the form', async () => {
    const body = form(new File([CSV], 'a.csv'), { on: '2022-09-01' });
    const details = await problem(await screen(body, { headers: {}, query: '?on=2022-10-01' }));
    expect(details).toMatchObject({ code: 'unusable-question', errors: [{ at: 'on' }] });
  });

  test.each([
    ['an empty body', '', 'text/csv'],
    ['a heading without rows', 'Product,CAS\n', 'text/csv'],
    ['a file that is no table', '%PDF-1.7\n', 'application/pdf'],
    ['a form without a file', 'on=2022-09-01', 'application/x-www-form-urlencoded'],
    ['a form that is none', 'no boundary here', 'multipart/form-data; boundary=x'],
    ['a table that names no goods', 'a,b\n1,2\n3,4\n', 'text/csv'],
  ])('refuses %s, saying what to do', async (_title, body, type) => {
    const response = await screen(body, { headers: { 'content-type': type } });
    const details = await problem(response);
    expect([response.status, details.code]).toEqual([422, 'unusable-file']);
    expect(details.todo).toBeTruthy();
  });

  test('refuses two files, and one that is too large', async () => {
    const two = form(new File([CSV], 'a.csv'));
    two.append('other', new File([CSV], 'b.csv'));
    expect((await problem(await screen(two, { headers: {} }))).code).toBe('unusable-file');
    const large = await screen('x'.repeat(LARGEST_FILE_BYTES + 1));
    expect([large.status, (await problem(large)).code]).toEqual([413, 'body-too-large']);
  });

  test('only so many at a time; a place is free again when an answer is taken or given up', async () => {
    const app = node();
    const many = `Product\n${'fentanyl\n'.repeat(20_000)}`;
    const open = await Promise.all(Array.from({ length: MOST_SCREENINGS }, () => screen(many, { app })));
    const busy = await screen(CSV, { app });
    expect([busy.status, (await problem(busy)).code]).toEqual([503, 'busy']);
    expect(busy.headers.get('retry-after')).toMatch(/^\d+$/);
    await open[0]?.body?.cancel();
    expect(await rowsOf(await screen(CSV, { app }))).toHaveLength(3);
    expect((await open[1]?.text())?.trimEnd().split('\n')).toHaveLength(20_000);
    for (const response of [await screen(CSV, { app }), await screen(CSV, { app })]) await response.text();
    expect((await screen('', { app })).status).toBe(422);
    expect(await rowsOf(await screen(CSV, { app }))).toHaveLength(3);
  });

  test('other questions are answered while a file is screened', async () => {
    const app = node();
    const many = `Product\n${Array.from({ length: 3_000 }, (_, index) => `goods number ${index}\n`).join('')}`;
    const response = await screen(many, { app });
    let isDone = false;
    const taken = response.text().then(() => (isDone = true));
    expect((await app.request('/healthz')).status).toBe(200);
    expect(isDone).toBe(false);
    await taken;
  });

  test('a node without chemistry screens names; structures it cannot identify are never clear', async () => {
    const app = node({ chemist: null });
    expect((await rowsOf(await screen(CSV, { app })))[0]?.verdict).toBe('controlled');
    const rows = await rowsOf(
      await screen('Cl.CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1 a\n', {
        app,
        headers: { 'content-type': 'chemical/x-daylight-smiles' },
      }),
    );
    expect(['unknown', 'review', 'controlled']).toContain(rows[0]?.verdict);
  });
});

test('what was screened is neither stored nor logged, nor what came of it', async () => {
  const MARK = 'xqzzyproduct';
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  const app = node();
  let written = '';
  try {
    const headers = {
      'content-type': 'text/csv',
      'content-disposition': `attachment; filename="${MARK}.csv"`,
    };
    await (await screen(`Product,${MARK}\n${MARK} fentanyl,1\n`, { app, headers })).text();
    await (await screen(form(new File([`Product\n${MARK}\n`], `${MARK}.csv`)), { app, headers: {} })).text();
    await screen(`%PDF ${MARK}`, { app, headers });
    await screen(CSV, { app, query: `?name=${MARK}` });
    written = [...out.mock.calls, ...err.mock.calls].flat().map(String).join('\n');
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
  const metrics = await (await app.request('/metrics')).text();
  expect(lines.length).toBeGreaterThanOrEqual(4);
  expect(`${lines.join('')}${metrics}${written}`.toLowerCase()).not.toContain(MARK);
  expect(lines.join('')).not.toContain('fentanyl');
  expect(metrics).toContain('custody_questions_total 2\n');
});
