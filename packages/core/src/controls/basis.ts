import type { ResolvedGoods } from '../goods/index.ts';
import { derivativeLinks, ownLinks, saltLinks, stereoLinks } from './basis-entry.ts';
import { hydrateLinks, partGenericLinks, positionalLinks, structureLinks } from './basis-structure.ts';
import type { Law } from './law.ts';
import { tablesOf } from './law-tables.ts';
import type { Link } from './link.ts';

/** Goods are asked about in every jurisdiction in turn; what they meet is the same each time. */
const KEPT = new WeakMap<Law, WeakMap<ResolvedGoods, readonly Link[]>>();

/**
 * Every control of `law` that has to do with `goods`, on every basis, without regard to days: what applies, what a
 * person must decide, and what is excluded by the entry's own clause. A control stands here once, by its best way.
 */
export function linksOf(law: Law, goods: ResolvedGoods): readonly Link[] {
  let kept = KEPT.get(law);
  if (kept === undefined) KEPT.set(law, (kept = new WeakMap()));
  let links = kept.get(goods);
  if (links === undefined) kept.set(goods, (links = findLinks(law, goods)));
  return links;
}

function findLinks(law: Law, goods: ResolvedGoods): readonly Link[] {
  const tables = tablesOf(law);
  const all = [
    ...ownLinks(law, tables, goods),
    ...saltLinks(law, tables, goods),
    ...stereoLinks(law, tables, goods),
    ...hydrateLinks(law, tables, goods),
    ...positionalLinks(law, tables, goods),
    ...derivativeLinks(law, tables, goods),
    ...partGenericLinks(tables, goods),
    ...structureLinks(tables, goods),
  ];
  const best = new Map<string, Link>();
  for (const link of all) {
    const before = best.get(link.control.id);
    if (before === undefined || rank(link) < rank(before)) best.set(link.control.id, link);
  }
  return [...best.values()];
}

const OUTCOMES = ['applies', 'doubt', 'excluded'] as const;

/** What applies comes before what is doubtful, and of equals the goods' own entry. */
function rank(link: Link): number {
  return OUTCOMES.indexOf(link.outcome) * 2 + (link.own ? 0 : 1);
}
