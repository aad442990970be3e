import {
  components,
  parentOf,
  readSmiles,
  resolve,
  smilesOfLine,
  type Chemist,
  type Molecule,
} from '../goods/index.ts';
import { accepted, refused, type Outcome } from '../kernel/index.ts';
import type { Proof } from './answer.ts';
import type { ClassDefinition, NamedDoubt } from './class-definition.ts';
import { classOutcome, compileClass, type ClassOutcome } from './class-match.ts';
import type { StructureRule } from './control.ts';
import { goodsOfLaw } from './goods-of-law.ts';
import type { Law } from './law.ts';

export type DraftVerdict = ClassOutcome['verdict'];

/**
 * How a draft differs from the rule in force on one structure: caught by both or neither alike (`same`), now a member
 * (`newly-caught`), no longer one (`no-longer-caught`), or newly or no longer for a person to decide.
 */
export const DRAFT_DIFFERENCES = [
  'newly-caught',
  'no-longer-caught',
  'newly-review',
  'no-longer-review',
  'same',
] as const;
export type DraftDifference = (typeof DRAFT_DIFFERENCES)[number];

/** What a draft, and the rule in force beside it, say of one given structure. */
export interface DraftFinding {
  readonly draft: DraftVerdict;
  /** Null where there is no rule to compare with. */
  readonly inForce: DraftVerdict | null;
  readonly difference: DraftDifference;
  /** How the structure meets the draft; null where it does not. What would have to be otherwise is never shown. */
  readonly proof: Proof | null;
  readonly doubts: readonly NamedDoubt[];
}

/** Tells what a draft says of a structure: a parent of one component. */
export type DraftJudge = (molecule: Molecule) => DraftFinding;

/**
 * Prepares a draft that `checkDefinition` finds in order, with the rule in force to compare with. Both are asked by
 * their definitions alone: an entry of the goods themselves would go before either, and changes neither.
 */
export function draftJudge(draft: ClassDefinition, inForce: StructureRule | null): DraftJudge {
  const drafted = compileClass(draft, DRAFT_RULE_ID);
  const held = inForce?.definition === undefined ? null : compileClass(inForce.definition, inForce.id);
  return (molecule) => {
    const outcome = classOutcome(drafted, molecule);
    const before = held === null ? null : classOutcome(held, molecule).verdict;
    const { verdict } = outcome;
    return {
      draft: verdict,
      inForce: before,
      difference: differenceOf(verdict, before),
      proof: verdict === 'no' ? null : outcome.proof,
      doubts: outcome.doubts,
    };
  };
}

/** The id a draft has in its proofs: no rule of the law is called so. */
export const DRAFT_RULE_ID = 'draft';

function differenceOf(draft: DraftVerdict, inForce: DraftVerdict | null): DraftDifference {
  if (inForce === null || draft === inForce) return 'same';
  if (draft === 'match') return 'newly-caught';
  if (inForce === 'match') return 'no-longer-caught';
  return draft === 'review' ? 'newly-review' : 'no-longer-review';
}

const STRENGTH: readonly DraftVerdict[] = ['no', 'review', 'match'];

/** The strongest finding of the parts of one row: a mixture is caught by what is in it. */
export function strongestFinding(findings: readonly DraftFinding[]): DraftFinding | null {
  const rank = ({ draft, inForce }: DraftFinding): number =>
    STRENGTH.indexOf(draft) * STRENGTH.length + STRENGTH.indexOf(inForce ?? 'no');
  return findings.reduce<DraftFinding | null>((a, b) => (a === null || rank(b) > rank(a) ? b : a), null);
}

/**
 * The structures a cell of a catalogue speaks of: of a SMILES its parent (of a mixture each part), of a name or number
 * the structure of those goods of the law. Refused where it is not read, or names nothing with a structure.
 */
export function draftStructures(
  law: Law,
  text: string,
  chemist: Chemist | null,
): Outcome<readonly Molecule[]> {
  const line = smilesOfLine(text);
  if (typeof line === 'string') {
    const read = readSmiles(line);
    if (read.ok && read.value.atoms.length > 0) return accepted(partsOf(law, read.value));
  }
  const { goods, problems } = resolve(law, text, chemist);
  if (goods?.parent != null) return accepted([goods.parent]);
  return refused(
    problems[0] ?? {
      code: 'no-structure',
      message: `${JSON.stringify(text)} names no goods of the law that have a structure.`,
    },
  );
}

function partsOf(law: Law, molecule: Molecule): readonly Molecule[] {
  const parts = parentOf(molecule, law.lists.counterIons.list);
  switch (parts.kind) {
    case 'parent':
      return [parts.parent];
    case 'inorganic':
      return [parts.whole];
    default:
      return components(molecule);
  }
}

/** A published structure under a draft. */
export interface PublishedFinding extends DraftFinding {
  readonly name: string;
  readonly smiles: string;
  /** `named`: goods of the law. `example-in`, `example-out`: an example that a class rule gives of itself. */
  readonly kind: 'named' | 'example-in' | 'example-out';
  /** Goods id, or the id of the rule whose example it is. */
  readonly source: string;
  readonly family: string | null;
}

/**
 * The draft on what is published: the named goods of the law that it or the rule in force reaches, and the examples
 * class rules give of themselves (those of `inForce` where there is one). Nothing is made up: every structure stands in
 * the compiled law.
 */
export function draftOnPublished(
  law: Law,
  judge: DraftJudge,
  inForce: StructureRule | null,
): readonly PublishedFinding[] {
  const named = law.substances.flatMap((substance): readonly PublishedFinding[] => {
    const molecule = goodsOfLaw(law, substance.id)?.parent ?? null;
    if (molecule === null) return [];
    const finding = judge(molecule);
    if (finding.draft === 'no' && (finding.inForce ?? 'no') === 'no') return [];
    const { id, name, structure, family } = substance;
    return [
      { ...finding, name: name.en, smiles: structure?.smiles ?? '', kind: 'named', source: id, family },
    ];
  });
  const rules = inForce === null ? law.rules.filter(({ kind }) => kind === 'class') : [inForce];
  const examples = rules.flatMap((rule) => [
    ...rule.examplesIn.flatMap((one) => exampleFinding(judge, rule, one, 'example-in')),
    ...rule.examplesOut.flatMap((one) => exampleFinding(judge, rule, one, 'example-out')),
  ]);
  return [...examples, ...named];
}

function exampleFinding(
  judge: DraftJudge,
  rule: StructureRule,
  { name, smiles }: StructureRule['examplesIn'][number],
  kind: 'example-in' | 'example-out',
): readonly PublishedFinding[] {
  const read = readSmiles(smiles);
  if (!read.ok) return [];
  return [{ ...judge(read.value), name, smiles, kind, source: rule.id, family: null }];
}
