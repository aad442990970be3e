import type { Equipment, GoodsForm, ResolvedGoods, Substance } from '../../goods/index.ts';
import { readSmiles } from '../../goods/index.ts';
import { day, type Citation, type Jurisdiction } from '../../kernel/index.ts';
import type {
  Control,
  Coverage,
  Duty,
  Instrument,
  Penalty,
  Scope,
  Start,
  StructureRule,
} from '../control.ts';
import type { LawQuestion } from '../judge.ts';
import type { Law } from '../law.ts';

/** Laws small enough to read at a glance: every value a test does not speak of is the plainest one. */

export const CITATION: Citation = {
  title: 'A gazette',
  url: null,
  published: null,
  verifiedOn: day('2026-01-01'),
  confidence: 'verified',
};

export const BARE_SCOPE: Scope = {
  salts: 'no',
  saltsExcept: [],
  isomers: 'none',
  esters: 'no',
  ethers: 'no',
  isotopologues: 'no',
  words: null,
  confidence: 'verified',
};

export const WIDE_SCOPE: Scope = {
  ...BARE_SCOPE,
  salts: 'yes',
  isomers: 'stereo',
  esters: 'yes',
  ethers: 'yes',
  isotopologues: 'yes',
};

export const UNREAD_SCOPE: Scope = {
  ...BARE_SCOPE,
  salts: 'unread',
  isomers: 'unread',
  esters: 'unread',
  ethers: 'unread',
  isotopologues: 'unread',
};

/** A start on a known day. */
export function since(text: string): Start {
  return { earliest: day(text), latest: day(text), confidence: 'verified', note: null };
}

/** A start read as a window; null: open on that side. */
export function between(earliest: string | null, latest: string | null): Start {
  return {
    earliest: earliest === null ? null : day(earliest),
    latest: latest === null ? null : day(latest),
    confidence: 'unverified',
    note: null,
  };
}

export type ControlParts = Partial<Control> & Pick<Control, 'id' | 'target'>;

/** A permanent control of the United States, List I, in force since 2020-01-01, unless said otherwise. */
export function control(parts: ControlParts): Control {
  return {
    instrument: 'us-act',
    jurisdiction: 'US',
    list: 'List I',
    entry: `entry of ${parts.id}`,
    nameInLaw: null,
    stage: 'in-force',
    permanence: 'permanent',
    start: since('2020-01-01'),
    end: null,
    endConfidence: 'verified',
    published: null,
    recorded: day('2026-01-01'),
    scope: BARE_SCOPE,
    partGeneric: [],
    destinations: [],
    activities: [],
    exemptions: [],
    thresholds: [],
    requirements: [],
    codes: [],
    citation: CITATION,
    furtherCitations: [],
    notes: [],
    ...parts,
  };
}

export interface SubstanceParts {
  readonly smiles?: string;
  readonly inchikey?: string;
  readonly inchi?: string;
  readonly formula?: string;
  readonly openStereo?: boolean;
  readonly family?: string;
  readonly regimes?: Substance['regimes'];
  readonly nature?: string;
}

/** A precursor without numbers; with a structure when `smiles` or `inchikey` is given. */
export function substance(id: string, parts: SubstanceParts = {}): Substance {
  const drawn = parts.smiles !== undefined || parts.inchikey !== undefined;
  return {
    id,
    kind: 'chemical',
    name: { en: id },
    family: parts.family ?? 'precursor',
    regimes: parts.regimes ?? ['precursor'],
    structure: drawn
      ? {
          smiles: parts.smiles ?? 'C',
          inchi: parts.inchi ?? 'InChI=1S/x',
          inchikey: parts.inchikey ?? 'AAAAAAAAAAAAAA-UHFFFAOYSA-N',
          formula: parts.formula ?? '',
          mass: 1,
          origin: 'test',
          confidence: 'verified',
          inchikeysAlso: [],
          openStereo: parts.openStereo ?? false,
        }
      : null,
    nature: parts.nature ?? 'chemical',
    names: [],
    cas: [],
    hs: [],
    national: [],
    un: [],
    registry: [],
    goodsCode: null,
    notes: [],
  };
}

export function machine(id: string): Equipment {
  return {
    id,
    kind: 'equipment',
    name: { en: id },
    definition: id,
    definitionVerified: true,
    definitionSource: null,
    names: [],
    hs: [],
    national: [],
    notes: [],
  };
}

export const PLAIN_FORM: GoodsForm = { removed: [], salt: null, stereo: 'named', isotopes: false };

/** Goods as a resolver gives them for `named`, in a form. */
export function goods(named: Substance | Equipment, form: Partial<GoodsForm> = {}): ResolvedGoods {
  const structure = named.kind === 'chemical' ? named.structure : null;
  return {
    id: named.id,
    kind: named.kind,
    named,
    form: { ...PLAIN_FORM, ...form },
    inchikey: structure?.inchikey ?? null,
    parent: structure === null ? null : molecule(structure.smiles),
    smiles: structure?.smiles ?? null,
    goodsCode: null,
    regimes: named.kind === 'chemical' ? named.regimes : [],
  };
}

/** Goods no list names, known by their structure alone. */
export function bare(smiles: string, form: Partial<GoodsForm> = {}): ResolvedGoods {
  return {
    id: 'ZZZZZZZZZZZZZZ-UHFFFAOYSA-N',
    kind: 'chemical',
    named: null,
    form: { ...PLAIN_FORM, ...form },
    inchikey: 'ZZZZZZZZZZZZZZ-UHFFFAOYSA-N',
    parent: molecule(smiles),
    smiles,
    goodsCode: null,
    regimes: ['drug', 'precursor'],
  };
}

export function molecule(smiles: string): NonNullable<ResolvedGoods['parent']> {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`${smiles}: ${read.problem.message}`);
  return read.value;
}

export function coverage(
  jurisdiction: Jurisdiction,
  kind: Coverage['kind'],
  state: Coverage['state'],
  parts: Partial<Coverage> = {},
): Coverage {
  return {
    jurisdiction,
    kind,
    families: [],
    state,
    checkedOn: state === 'outside' ? null : day('2026-01-01'),
    words: `not found in the ${kind} lists of ${jurisdiction}`,
    note: null,
    ...parts,
  };
}

export function rule(parts: Partial<StructureRule> & Pick<StructureRule, 'id' | 'kind'>): StructureRule {
  return {
    title: parts.id,
    words: [],
    core: [],
    scaffold: null,
    zones: [],
    citation: CITATION,
    doubts: [],
    examplesIn: [],
    examplesOut: [],
    ...parts,
  };
}

export interface LawParts {
  readonly substances?: readonly Substance[];
  readonly equipment?: readonly Equipment[];
  readonly controls?: readonly Control[];
  readonly rules?: readonly StructureRule[];
  readonly coverage?: readonly Coverage[];
  readonly duties?: readonly Duty[];
  readonly penalties?: readonly Penalty[];
  readonly derivatives?: Law['lists']['derivatives'];
  readonly instruments?: readonly Instrument[];
}

/** The United States with everything compiled, unless said otherwise. */
export function lawOf(parts: LawParts): Law {
  const substances = parts.substances ?? [];
  const equipment = parts.equipment ?? [];
  const controls = parts.controls ?? [];
  const skeletons: Record<string, string[]> = {};
  for (const one of substances) {
    if (one.structure === null) continue;
    (skeletons[one.structure.inchikey.slice(0, 14)] ??= []).push(one.id);
  }
  const byGoods: Record<string, number[]> = {};
  const byRule: Record<string, number[]> = {};
  controls.forEach(({ target }, position) => {
    if ('goods' in target) (byGoods[target.goods] ??= []).push(position);
    if ('rule' in target) (byRule[target.rule] ??= []).push(position);
  });
  return {
    format: 1,
    digest: 'sha256:test',
    readOn: day('2026-01-01'),
    substances,
    equipment,
    lists: {
      counterIons: {
        version: 1,
        list: [
          { name: 'hydrochloride', smiles: 'Cl', role: 'acid' },
          { name: 'sulfate', smiles: 'OS(=O)(=O)O', role: 'acid' },
          { name: 'water', smiles: 'O', role: 'water' },
          { name: 'ethanol', smiles: 'CCO', role: 'solvent' },
        ],
      },
      confusables: [],
      derivatives: parts.derivatives ?? [],
      lookAlikes: [],
      contextWords: [],
    },
    instruments: parts.instruments ?? [
      {
        id: 'us-act',
        jurisdiction: 'US',
        title: 'An Act',
        titleOriginal: null,
        kind: 'act',
        citation: CITATION,
        notes: [],
      },
    ],
    controls,
    rules: parts.rules ?? [],
    coverage: parts.coverage ?? [
      coverage('US', 'precursor', 'complete'),
      coverage('US', 'drug', 'complete'),
      coverage('US', 'equipment', 'complete'),
    ],
    duties: parts.duties ?? [],
    penalties: parts.penalties ?? [],
    conflicts: [],
    index: {
      names: {},
      cas: {},
      inchikeys: {},
      skeletons,
      codes: {},
      hs: {},
      un: {},
      controls: byGoods,
      ruleControls: byRule,
      han: {},
    },
  };
}

/** A question on a day, nothing else told. */
export function on(text: string, parts: Partial<LawQuestion> = {}): LawQuestion {
  return { on: day(text), known: null, activity: null, from: null, to: null, quantity: null, ...parts };
}
