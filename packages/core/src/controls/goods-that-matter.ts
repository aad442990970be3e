import { compare } from './applied-control.ts';
import type { Law } from './law.ts';

/** The groups in which the tables for regulators show goods. */
export const GOODS_GROUPS = ['fentanyl-precursor', 'fentanyl', 'nitazene'] as const;
export type GoodsGroup = (typeof GOODS_GROUPS)[number];

/**
 * Precursors of fentanyls, nearest first: what the decisions of 2017 to 2026 turned on (Table I of the 1988
 * Convention in 2017, 2022 and 2024, List I in 2007, 2020 and 2023, China 2024 and 2025), and chemicals beside them
 * on national lists. A choice of what to look at first; it says nothing of the law.
 */
export const FENTANYL_PRECURSORS: readonly string[] = [
  '4-anilinopiperidine',
  '1-boc-4-ap',
  'norfentanyl',
  '4-anpp',
  'npp',
  '4-piperidone',
  '1-boc-4-piperidone',
  'benzylfentanyl',
  '4-fluoro-4-ap',
  '1-boc-4-fluoro-4-ap',
  '1-boc-4-bromo-4-ap',
  'phenethylpiperidinylidene-phenylamine',
  '1-benzyl-4-piperidone',
  '3-methyl-4-piperidone',
  'ethyl-1-phenethyl-4-oxopiperidine-3-carboxylate',
  'methyl-1-phenethyl-4-oxopiperidine-3-carboxylate',
  'propionyl-chloride',
  'propionic-anhydride',
  'phenethyl-bromide',
  'phenethyl-chloride',
  'phenethyl-iodide',
  'aniline',
];

/** The goods of a group, the precursors nearest first, the others by their English name. */
export function goodsOfGroup(law: Law, group: GoodsGroup): readonly string[] {
  if (group === 'fentanyl-precursor') {
    const there = new Set(law.substances.map(({ id }) => id));
    return FENTANYL_PRECURSORS.filter((id) => there.has(id));
  }
  return law.substances
    .filter(({ family }) => family === group)
    .sort((a, b) => compare(a.name.en.toLowerCase(), b.name.en.toLowerCase()) || compare(a.id, b.id))
    .map(({ id }) => id);
}
