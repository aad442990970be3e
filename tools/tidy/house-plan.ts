import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './source-tree.ts';

interface Floor {
  readonly edges: readonly string[];
  readonly uses: readonly string[];
}

/** `parts.yaml`: the order of the parts and the floors they stand on. */
export interface HousePlan {
  readonly parts: readonly string[];
  readonly packages: Readonly<Record<string, Floor>>;
}

export const PLAN: HousePlan = parse(readFileSync(join(ROOT, 'tools/tidy/parts.yaml'), 'utf8')) as HousePlan;

/** The room a source file stands in, or null for files outside the packages' `src`. */
export interface Room {
  readonly pkg: string;
  /** Part or edge; `door` for files directly in `src`. */
  readonly name: string;
  readonly kind: 'part' | 'edge' | 'door' | 'unknown';
}

export function roomOf(path: string): Room | null {
  const match = /^packages\/([^/]+)\/src\/(?:([^/]+)\/)?/.exec(path);
  if (match === null) return null;
  const [, pkg = '', folder] = match;
  if (folder === undefined) return { pkg, name: 'door', kind: 'door' };
  if (PLAN.parts.includes(folder)) return { pkg, name: folder, kind: 'part' };
  const isEdge = PLAN.packages[pkg]?.edges.includes(folder) === true;
  return { pkg, name: folder, kind: isEdge ? 'edge' : 'unknown' };
}
