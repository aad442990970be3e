import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RowDifference, ScreenedRow } from '@custody/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { custody, type Done } from '../terminal/test/memory-terminal.ts';
import { Stopped } from '../terminal/terminal.ts';
import { widthOf } from '../terminal/width.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'custody-screen-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
function file(content: string | Uint8Array, ending = '.csv'): string {
  const path = join(folder, `table-${++files}${ending}`);
  writeFileSync(path, content);
  return path;
}

const rowsOf = ({ out }: Done): readonly ScreenedRow[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ScreenedRow);

const verdictsOf = (done: Done): readonly string[] => rowsOf(done).map(({ verdict }) => verdict);

const DAY = ['--on', '2022-09-01'] as const;
/** A name the United States control, one that nothing says anything of, and one with a broken number. */
const MIXED = 'Product,CAS\nNPP,39742-60-4\nno such goods at all,\naspirin,50-78-3\n';
/** Named, and outside of what the European Union regulates: nothing controlled, nothing open. */
const OUTSIDE = 'Product\nfentanyl\ncarfentanil\n';

describe('custody screen', () => {
  test('gives a line a row in the shape of the contract, in the order of the file', async () => {
    const done = await custody(['screen', file(MIXED), ...DAY, '--in', 'US,CN']);
    const rows = rowsOf(done);
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3]);
    expect(rows[0]).toMatchObject({
      row: 1,
      input: { Product: 'NPP', CAS: '39742-60-4' },
      verdict: 'controlled',
      jurisdictions: { US: 'controlled' },
      asOf: { on: '2022-09-01', known: null },
    });
    expect(rows[0]?.goods[0]).toMatchObject({ id: 'npp', match: 'exact' });
    expect(rows[0]?.controls.length).toBeGreaterThan(0);
    expect(rows[1]).toMatchObject({
      input: { Product: 'no such goods at all' },
      goods: [],
      verdict: 'unknown',
    });
    expect(rows[2]?.problems.map(({ code }) => code).join()).toMatch(/cas/);
    expect(done.code).toBe(1);
  });

  test('the summary goes to standard error: counts, columns, law, rate', async () => {
    const { err, out } = await custody(['screen', file(MIXED), ...DAY]);
    expect(out).not.toContain('a second');
    expect(err).toMatch(/3 rows in [\d.]+ s, [\d,]+ a second/);
    expect(err).toMatch(/1 {2}● Controlled/);
    expect(err).toMatch(/name in "Product", cas in "CAS"/);
    expect(err).toMatch(/Law sha256:[0-9a-f]{64}/);
    expect(err).toContain('1 September 2022');
  });

  test('- reads standard input, whatever the pieces it comes in', async () => {
    const done = await custody(['screen', '-', ...DAY], { input: MIXED });
    expect(rowsOf(done).map(({ row }) => row)).toEqual([1, 2, 3]);
    expect(done.err).toContain('standard input');
  });

  test('reads gzip, and structures of a SMILES file', async () => {
    const smiles = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1 a\nCCO b\n';
    const done = await custody(['screen', file(gzipSync(smiles), '.smi.gz'), ...DAY]);
    expect(rowsOf(done)[0]).toMatchObject({ verdict: 'controlled', goods: [{ id: 'fentanyl' }] });
    expect(rowsOf(done)).toHaveLength(2);
    expect(done.err).toContain('gzip');
  });

  test('every structure of a short file has its InChIKey; of a long one only those the law has to do with', async () => {
    const keyOf = (done: Done): string | null | undefined => rowsOf(done)[0]?.goods[0]?.inchikey;
    const aspirin = 'CC(=O)Oc1ccccc1C(=O)O aspirin\n';
    expect(keyOf(await custody(['screen', file(aspirin, '.smi')]))).toBe('BSYNRYMUTXBXSQ-UHFFFAOYSA-N');
    const long = file(aspirin + 'O water\n'.repeat(600), '.smi');
    expect(keyOf(await custody(['screen', long]))).toBe(null);
    const all = await custody(['screen', file(aspirin, '.smi'), '--keys', 'all']);
    expect(keyOf(all)).toBe('BSYNRYMUTXBXSQ-UHFFFAOYSA-N');
    const found = await custody(['screen', file(aspirin, '.smi'), '--keys', 'found']);
    expect(keyOf(found)).toBe(null);
  });

  test('goods above the heading are not passed over: a last row says so; a title is', async () => {
    const below = 'Name;CAS;Quantity\nfentanyl;437-38-7;1 g\n';
    const goods = await custody(['screen', file(`NPP;;\n;;\n${below}`), ...DAY, '--in', 'EU']);
    expect(verdictsOf(goods)).toEqual(['outside', 'unreadable']);
    expect(rowsOf(goods)[1]?.problems.map(({ code }) => code)).toContain('heading-above');
    expect(goods.code).toBe(3);
    const title = await custody(['screen', file(`Our offers 2026;;\n;;\n${below}`), ...DAY, '--in', 'EU']);
    expect([verdictsOf(title), title.code]).toEqual([['outside'], 0]);
  });

  test('columns may be named; a column that is not there is refused with those that are', async () => {
    const path = file('a,b\nNPP,fentanyl\n');
    const [row] = rowsOf(await custody(['screen', path, '--name', 'b', ...DAY]));
    expect(row?.goods).toMatchObject([{ id: 'fentanyl', column: 'b' }]);
    const refused = await custody(['screen', path, '--name', 'c']);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('b');
  });

  test('--only leaves rows out, and the exit code is still that of all', async () => {
    const done = await custody(['screen', file(MIXED), ...DAY, '--only', 'unknown,unreadable']);
    expect(verdictsOf(done)).toEqual(['unknown', 'unknown']);
    expect(done.code).toBe(1);
    expect(done.err).toContain('2 rows of them written');
  });
});

describe('exit codes', () => {
  test.each([
    ['0: nothing controlled, nothing open', OUTSIDE, ['--in', 'EU'], 0],
    ['1: something controlled', MIXED, [], 1],
    ['3: nothing found, and something unknown', 'Product\nno such goods at all\n', [], 3],
    ['3: one unknown among many clear', `${OUTSIDE}no such goods at all\n`, ['--in', 'EU'], 3],
    ['3: a structure that cannot be read', 'smiles\nC1CC(\n', ['--structure', 'smiles'], 3],
  ] as const)('%s', async (_title, content, options, code) => {
    const done = await custody(['screen', file(content), ...DAY, ...options]);
    expect([done.code, done.err]).toEqual([code, expect.stringContaining('Law sha256:')]);
  });

  test('a truncated gzip is never clear: what was read is answered, and a last row says so', async () => {
    const whole = gzipSync(`Product\n${'fentanyl\n'.repeat(20_000)}`);
    const path = file(whole.subarray(0, whole.length - 20), '.csv.gz');
    const done = await custody(['screen', path, ...DAY, '--in', 'EU', '--threads', '1']);
    expect(done.code).toBe(3);
    const last = rowsOf(done).at(-1);
    expect(last?.verdict).toBe('unreadable');
    expect(last?.problems.map(({ code }) => code)).toContain('file-truncated');
  });

  test('a file that changes while it is read is never clear', async () => {
    const path = file(OUTSIDE);
    const done = await custody(['screen', path, ...DAY, '--in', 'EU'], {
      onWrite: () => {
        appendFileSync(path, 'NPP\n');
      },
    });
    expect(done.code).toBe(3);
    expect(rowsOf(done).at(-1)).toMatchObject({
      row: 3,
      verdict: 'unreadable',
      problems: [{ code: 'file-changed' }],
    });
  });
});

describe('what cannot be used: exit code 2, nothing on standard output, and what to do', () => {
  test.each([
    ['a file that is not there', () => [join(folder, 'nowhere.csv')], 'no file'],
    ['a folder', () => [folder], 'folder'],
    ['an empty file', () => [file('')], 'empty'],
    ['a heading without rows', () => [file('Product,CAS\n')], 'row'],
    [
      'a file that is no table',
      () => [file(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2, 3]), '.pdf')],
      'To do',
    ],
    ['empty standard input', () => ['-'], 'To do'],
    ['no file', () => [], 'file'],
    ['two files', () => [file(MIXED), file(MIXED)], 'arguments'],
    ['an unknown format', () => [file(MIXED), '--format', 'pdf'], 'ndjson'],
    ['two forms', () => [file(MIXED), '--json', '--format', 'csv'], 'two forms'],
    ['an unknown encoding', () => [file(MIXED), '--encoding', 'klingon'], 'klingon'],
    ['an unknown input format', () => [file(MIXED), '--input-format', 'doc'], 'sdf'],
    ['no number of threads', () => [file(MIXED), '--threads', '0'], 'whole number'],
    ['an unknown verdict', () => [file(MIXED), '--only', 'illegal'], 'controlled'],
    ['no verdict', () => [file(MIXED), '--only', ','], 'controlled'],
    ['an unknown day', () => [file(MIXED), '--on', '2022-02-30'], 'no such day'],
    ['other keys', () => [file(MIXED), '--keys', 'some'], 'found, all'],
    ['output into a folder', () => [file(MIXED), '--output', folder], 'folder'],
    [
      'output into no folder',
      () => [file(MIXED), '--output', join(folder, 'no', 'r.csv')],
      'cannot be written',
    ],
    ['a blank output', () => [file(MIXED), '--output', ' '], 'blank'],
  ] as const)('%s', async (_title, args, words) => {
    const done = await custody(['screen', ...args()]);
    expect([done.code, done.out]).toEqual([2, '']);
    expect(done.err).toContain(words);
    expect(done.err).toContain('To do');
  });

  test('a spreadsheet for a terminal', async () => {
    const done = await custody(['screen', file(MIXED), '--format', 'xlsx'], { person: true });
    expect([done.code, done.out]).toEqual([2, '']);
    expect(done.err).toContain('--output');
  });

  test('its own input as output, by whatever path', async () => {
    const path = file(MIXED);
    const other = join(folder, 'link.csv');
    symlinkSync(path, other);
    for (const output of [
      path,
      other,
      join(folder, '..', folder.split('/').at(-1) ?? '', path.split('/').at(-1) ?? ''),
    ]) {
      const done = await custody(['screen', path, '--output', output]);
      expect([done.code, readFileSync(path, 'utf8')]).toEqual([2, MIXED]);
    }
  });
});

describe('--output', () => {
  test('holds the whole result, its ending gives the form, and nothing else is left', async () => {
    const place = join(folder, 'out');
    mkdirSync(place);
    const done = await custody(['screen', file(MIXED), ...DAY, '--output', join(place, 'r.ndjson')]);
    expect([done.code, done.out]).toEqual([1, '']);
    expect(done.err).toContain('Written to');
    expect(readdirSync(place)).toEqual(['r.ndjson']);
    expect(readFileSync(join(place, 'r.ndjson'), 'utf8').trimEnd().split('\n')).toHaveLength(3);
  });

  test('stopped before the end: what stood there stands, nothing half is left, and the code is 130', async () => {
    const place = join(folder, 'stopped');
    mkdirSync(place);
    const output = join(place, 'r.ndjson');
    writeFileSync(output, 'an earlier result\n');
    const stop = new AbortController();
    const input = file(`Product\n${'fentanyl\n'.repeat(5_000)}`);
    const pending = custody(['screen', input, ...DAY, '--output', output], { stop: stop.signal });
    setTimeout(() => {
      stop.abort(new Stopped('SIGINT'));
    }, 5);
    const done = await pending;
    expect(done.code).toBe(130);
    expect(done.err).toMatch(/stopped after [\d,]+ rows?/);
    expect(readdirSync(place)).toEqual(['r.ndjson']);
    expect(readFileSync(output, 'utf8')).toBe('an earlier result\n');
  });

  test('stopped while nothing comes in', async () => {
    const stop = new AbortController();
    const done = await custody(['screen', file(MIXED), ...DAY], {
      stop: stop.signal,
      onWrite: () => {
        stop.abort(new Stopped('SIGTERM'));
      },
    });
    expect(done.code).toBe(143);
  });
});

describe('forms', () => {
  test('json is one document: what was asked of what, and the rows', async () => {
    const path = file(MIXED);
    const { out } = await custody(['screen', path, ...DAY, '--in', 'US', '--json']);
    const whole = JSON.parse(out) as { readonly record: object; readonly rows: readonly ScreenedRow[] };
    expect(whole.record).toMatchObject({
      on: '2022-09-01',
      known: null,
      in: ['US'],
      columns: { name: 'Product', cas: 'CAS' },
    });
    expect(whole.rows).toEqual(rowsOf(await custody(['screen', path, ...DAY, '--in', 'US'])));
    const none = await custody(['screen', path, ...DAY, '--json', '--only', 'outside']);
    expect(JSON.parse(none.out)).toMatchObject({ rows: [] });
  });

  test('csv has a column for each jurisdiction and the file as it was, and no cell is a formula', async () => {
    const path = file('Product,Note\nNPP,=1+1\nfentanyl,"a, b"\n');
    const { out } = await custody(['screen', path, ...DAY, '--in', 'US,CN', '--format', 'csv']);
    const [head, first, second] = out.split('\r\n');
    expect(head).toMatch(/^row,verdict,US,CN,deciding,goods,.*,Product,Note$/);
    expect(first).toMatch(/^1,controlled,controlled,[a-z-]+,[A-Z ;,"-]+,npp,.*,NPP,'=1\+1$/);
    expect(second).toMatch(/,fentanyl,"a, b"$/);
  });

  test('a workbook that is written can be screened again', async () => {
    const output = join(folder, 'result.xlsx');
    const path = file(MIXED);
    const written = await custody(['screen', path, ...DAY, '--output', output]);
    expect(written.code).toBe(1);
    const again = await custody(['screen', output, ...DAY, '--name', 'Product', '--cas', 'CAS']);
    expect(verdictsOf(again)).toEqual(verdictsOf(await custody(['screen', path, ...DAY])));
    const piped = await custody(['screen', path, ...DAY, '--format', 'xlsx']);
    expect(piped.bytes.subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });
});

describe('--against', () => {
  /** 4-AP was not yet listed in the United States on the first day, and was on the second. */
  const BEFORE = ['--on', '2019-01-01', '--in', 'US'] as const;
  const AFTER = ['--on', '2022-09-01', '--in', 'US'] as const;
  const TABLE = 'Product\nNPP\n4-AP\nno such goods at all\n';

  test.each(['before.ndjson', 'before.json'])(
    'only the differences from %s, and the exit code of the whole',
    async (name) => {
      const path = file(TABLE);
      const earlier = join(folder, name);
      await custody(['screen', path, ...BEFORE, '--output', earlier]);
      const done = await custody(['screen', path, ...AFTER, '--against', earlier]);
      const changes = done.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as RowDifference);
      expect(changes).toMatchObject([
        { kind: 'answer', row: 2, earlierRow: 2, verdict: { to: 'controlled' }, input: { Product: '4-AP' } },
      ]);
      expect(changes[0]?.controls.gained.length).toBeGreaterThan(0);
      expect(done.code).toBe(1);
      expect(done.err).toContain('1 difference from');
      const same = await custody(['screen', path, ...BEFORE, '--against', earlier]);
      expect(same.out).toBe('');
      expect(same.err).toContain('0 differences from');
    },
  );

  test('gzipped; rows that came and went; as a table and as csv', async () => {
    const earlier = join(folder, 'before.ndjson.gz');
    const { out } = await custody(['screen', file(TABLE), ...AFTER]);
    writeFileSync(earlier, gzipSync(out));
    const path = file('Product\nNPP\nno such goods at all\nfentanyl\n');
    const kinds = (await custody(['screen', path, ...AFTER, '--against', earlier])).out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as RowDifference)
      .map(({ kind, row, earlierRow }) => [kind, row, earlierRow]);
    expect(kinds).toEqual([
      ['removed', null, 2],
      ['added', 3, null],
    ]);
    const table = await custody(['screen', path, ...AFTER, '--against', earlier], { person: true });
    expect(table.out).toMatch(/removed/);
    const csv = await custody(['screen', path, ...AFTER, '--against', earlier, '--format', 'csv']);
    expect(csv.out.split('\r\n')[0]).toMatch(/^row,earlier row,kind,.*,Product$/);
    expect(csv.out.split('\r\n')).toHaveLength(4);
  });

  test('without a file, the rows of the earlier result are screened again', async () => {
    const earlier = join(folder, 'kept.ndjson');
    const broken = 'Product,Note\nNPP,\n4-AP,\nno such goods at all,"never closed\n';
    await custody(['screen', file(broken), ...BEFORE, '--output', earlier]);
    const done = await custody(['screen', '--against', earlier, ...AFTER]);
    const changes = done.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as RowDifference);
    expect(changes).toMatchObject([{ kind: 'answer', row: 2, earlierRow: 2, input: { Product: '4-AP' } }]);
    expect(done.err).toContain('3 rows in');
    expect((await custody(['screen', '--against', earlier, ...BEFORE])).out).toBe('');
  });

  test('a kept result is not replaced by the differences from it', async () => {
    const earlier = join(folder, 'kept-as-well.ndjson');
    const path = file(TABLE);
    await custody(['screen', path, ...BEFORE, '--output', earlier]);
    const before = readFileSync(earlier, 'utf8');
    const done = await custody(['screen', path, ...AFTER, '--against', earlier, '--output', earlier]);
    expect([done.code, readFileSync(earlier, 'utf8')]).toEqual([2, before]);
  });

  test.each([
    ['is not there', () => join(folder, 'nowhere.ndjson'), 'no file'],
    ['is another kind of file', () => file(TABLE), 'line 1'],
    ['is empty', () => file('\n', '.ndjson'), 'no row'],
    ['is cut off in a line', () => file('{"row":1,"input":{', '.ndjson'), 'line 1'],
    ['ends before its end', () => file('{"record":{},"rows":[\n', '.json'), 'line'],
    ['is a damaged gzip', () => file(gzipSync('{"row":1}').subarray(0, 15), '.gz'), 'line'],
  ] as const)('an earlier result that %s is refused', async (_title, earlier, words) => {
    const done = await custody(['screen', file(TABLE), ...AFTER, '--against', earlier()]);
    expect(done.code).toBe(2);
    expect(done.err).toContain(words);
  });
});

describe('threads', () => {
  test('two give what one gives, row by row', async () => {
    const names = ['NPP', 'aspirin', 'fentanyl', 'no such goods at all', '4-AP', 'C1CC(', ''];
    const lines = Array.from(
      { length: 6_001 },
      (_, index) => `${index + 1},${names[(index * 7 + (index % 13)) % names.length] ?? ''}`,
    );
    const path = file(`No,Product\n${lines.join('\n')}\n`);
    const [one, two] = await Promise.all(
      ['1', '2'].map((threads) =>
        custody(['screen', path, ...DAY, '--name', 'Product', '--threads', threads]),
      ),
    );
    expect(two?.out === one?.out).toBe(true);
    expect(rowsOf(two!).map(({ row }) => row)).toEqual(lines.map((_, index) => index + 1));
    expect(rowsOf(two!).every(({ row, input }) => input['No'] === String(row))).toBe(true);
  });
});

describe('for a person', () => {
  test('a table that keeps to the width, the summary below', async () => {
    for (const columns of [80, 120]) {
      const done = await custody(['screen', file(MIXED), ...DAY], { person: true, columns });
      expect(done.out).toMatch(/^1 +● Controlled +/m);
      expect(done.out.split('\n').filter((line) => widthOf(line) > columns)).toEqual([]);
      expect(
        done.err.split('\n').filter((line) => widthOf(line) > columns && !line.includes('sha256:')),
      ).toEqual([]);
    }
  });

  test('what stands in a file cannot move the cursor', async () => {
    const done = await custody(['screen', file('Product\n\u001b[2JNPP\u0007\n'), ...DAY], { person: true });
    expect(done.out + done.err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test('progress is drawn where it is watched and no table stands in its way, and taken away again', async () => {
    const path = file(MIXED);
    const watched = await custody(['screen', path, ...DAY], { watched: true });
    expect(watched.err).toMatch(/\r\u001b\[K.*3 rows/);
    expect(watched.err).toMatch(/\r\u001b\[Kcustody: /);
    expect((await custody(['screen', path, ...DAY], { watched: true, person: true })).err).not.toContain(
      '\r',
    );
    expect((await custody(['screen', path, ...DAY])).err).not.toContain('\r');
  });
});
