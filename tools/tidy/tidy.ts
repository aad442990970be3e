import { deadFiles } from './rules/dead-files.ts';
import { documents } from './rules/documents.ts';
import { doors } from './rules/doors.ts';
import { indexExportsOnly } from './rules/index-exports-only.ts';
import { languages } from './rules/languages.ts';
import { names } from './rules/names.ts';
import { nothingPrivate } from './rules/nothing-private.ts';
import { partOrder } from './rules/part-order.ts';
import { purity } from './rules/purity.ts';
import type { Rule } from './source-tree.ts';

/** The house's rules, each a function from the tree of files to what is wrong with it. */
export const RULES: readonly Rule[] = [
  partOrder,
  doors,
  purity,
  names,
  indexExportsOnly,
  deadFiles,
  languages,
  documents,
  nothingPrivate,
];
