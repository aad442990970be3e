import type { Control, Law } from '../controls/index.ts';
import { canonicalJson, sha256Hex, type Day } from '../kernel/index.ts';
import { assembleGoods } from './assemble-goods.ts';
import { readControls } from './controls-files.ts';
import { checkControlsAgainstGoods } from './law-checks.ts';
import { checkGoods } from './goods-checks.ts';
import { readGoodsFiles, type GoodsFiles } from './goods-files.ts';
import { hanTable } from './han-table.ts';
import { lawIndex } from './law-index.ts';
import type { LawProblem } from './law-problem.ts';

/** A law compiled from a data folder. With problems it is not to be used: parts may be missing. */
export interface CompiledLaw {
  readonly law: Law;
  readonly problems: readonly LawProblem[];
}

/**
 * Compiles `data/` into one law: every file read and held against its schema, every reference resolved, look-up
 * tables made, digest computed. All problems are listed, not only the first.
 */
export async function compileLaw(dataDir: string): Promise<CompiledLaw> {
  const problems: LawProblem[] = [];
  const files = readGoodsFiles(dataDir, problems);
  const goods = assembleGoods(files);
  const { problems: inControls, ...controls } = readControls(dataDir);
  problems.push(...inControls);
  const named = [...goods.substances, ...goods.equipment];
  const han = await hanTable(named.flatMap((one) => one.names.map((name) => name.text)));
  const index = lawIndex(goods, controls.controls, han);
  checkGoods(files, han, problems);
  checkControlsAgainstGoods(controls, goods, problems);
  const body = {
    format: 1,
    readOn: newestReading(files, controls.controls),
    ...goods,
    ...controls,
    index,
  } as const;
  return { law: { ...body, digest: digestOf(body) }, problems };
}

/** `sha256:` and the digest of the canonical JSON (RFC 8785) of a law; a digest it already carries is left out. */
export function digestOf(law: Omit<Law, 'digest'>): string {
  const body = Object.entries(law).filter(([member]) => member !== 'digest');
  return `sha256:${sha256Hex(canonicalJson(Object.fromEntries(body)))}`;
}

/** The newest day on which any of it was read. */
function newestReading(files: GoodsFiles, controls: readonly Control[]): Day {
  const days = [
    ...Object.values(files.sources).flatMap((source) => source.verifiedOn ?? []),
    ...controls.map((control) => control.recorded),
    ...controls.flatMap((control) => control.citation.verifiedOn ?? []),
  ].sort();
  return (days.at(-1) ?? '0001-01-01') as Day;
}
