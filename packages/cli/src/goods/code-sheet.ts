import { codeCells } from '../terminal/code-cells.ts';
import { csv } from '../terminal/csv.ts';
import { palette } from '../terminal/marks.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { printable } from '../terminal/width.ts';
import type { CodeResult } from './code.ts';

/** The bundle of codes of one question for a person. */
export function codeSheet(result: CodeResult, terminal: Terminal): string {
  const { strong, dim, warn } = palette(terminal.colour);
  const { goods } = result;
  const title =
    goods === null
      ? `${strong(printable(result.input))}  ${warn(nothing(result))}`
      : `${strong(printable(goods.name))}  ${dim(goods.id)}`;
  const codes = goods === null ? [] : codeCells(goods.codes);
  const rows = codes.map(({ label, value }) => [{ text: label, paint: dim }, { text: value }]);
  const checks = result.verified.map(({ scheme, valid, problem }) => [
    { text: scheme, paint: dim },
    valid
      ? { text: '✓ the check character fits' }
      : { text: `✕ ${printable(problem?.message ?? '')}`, paint: warn },
  ]);
  // A check character that fails has been told of already, with the one that would fit.
  const problems = result.problems.filter(({ code }) => checks.length === 0 || !code.includes('check'));
  const notes = [
    ...problems.map((problem) => [{ text: 'Note', paint: warn }, { text: printable(problem.message) }]),
    ...result.resolution.candidates.map((one) => [
      { text: 'Perhaps', paint: dim },
      { text: printable(`${one.name} (${one.matched})`) },
    ]),
  ];
  const head = [
    { title: '', min: 10 },
    { title: '', min: 20, flexible: true },
  ];
  return `${title}\n${table(head, [...rows, ...checks, ...notes], terminal.columns)}\n`;
}

function nothing(result: CodeResult): string {
  if (result.resolution.candidates.length > 0) return 'a person must choose';
  return result.verified.some(({ valid, namesGoods }) => valid && !namesGoods)
    ? 'not a code of goods'
    : 'no goods found';
}

/** One line a question, the codes of one kind in one cell. */
export function codeCsv(results: readonly CodeResult[]): string {
  const head = ['input', 'id', 'name', 'goods_code', 'inchikey', 'cas', 'hs', 'un', 'national', 'verified'];
  return csv([
    head,
    ...results.map(({ input, goods, verified }) => [
      input,
      goods?.id ?? null,
      goods?.name ?? null,
      goods?.codes.goods ?? null,
      goods?.codes.inchikey ?? null,
      goods?.codes.cas.join(' ') ?? null,
      goods?.codes.hs.map(({ edition, code }) => `${code} (${edition})`).join(' ') ?? null,
      goods?.codes.un.join(' ') ?? null,
      goods?.codes.national.map(({ country, code }) => `${country} ${code}`).join('; ') ?? null,
      verified.map(({ scheme, valid }) => `${scheme}: ${valid ? 'valid' : 'not valid'}`).join('; '),
    ]),
  ]);
}
