import type { Problem } from '../kernel/index.ts';
import { canonicalSmiles } from './canonical-smiles.ts';
import type { ChemicalIdentity, Chemist } from './chemist.ts';
import { chemicalCode } from './goods-code.ts';
import { checkGoodsCode } from './goods-code-check.ts';
import { hasIsotopes, withoutIsotopes } from './molecule-form.ts';
import type { Molecule } from './molecule.ts';
import { parentOf, type ParentOutcome } from './parent.ts';
import type { Candidate, GoodsForm, Resolution, ResolvedGoods } from './resolution.ts';
import { candidate, namedGoods, NOTHING, PARENT_FORM, PLAIN_BLOCK, type Finding } from './resolve-goods.ts';
import { prepareLaw, type GoodsLaw, type PreparedLaw } from './resolve-law.ts';
import { readSmiles, writeSmiles } from './smiles.ts';
import type { Substance } from './substance.ts';

/**
 * Goods from a structure in SMILES. What parses always comes to goods: a substance of the compiled law, or the bare
 * structure under its InChIKey. The exceptions say so: a mixture, an isomer that several entries share, no toolkit.
 */
export function resolveSmiles(prepared: PreparedLaw, smiles: string, chemist: Chemist | null): Finding {
  const read = readSmiles(smiles);
  if (!read.ok) return { ...NOTHING, problems: [read.problem] };
  return resolveMolecule(prepared, read.value, chemist);
}

/** Goods from an InChI, which only a toolkit can read. */
export function resolveInchi(prepared: PreparedLaw, inchi: string, chemist: Chemist | null): Finding {
  const named = prepared.withInchi(inchi);
  if (named !== null) return { ...NOTHING, goods: namedGoods(prepared, named) };
  if (chemist === null) return { ...NOTHING, problems: [needsToolkit('an InChI')] };
  const read = chemist.read(inchi, 'inchi');
  if (!read.ok) return { ...NOTHING, problems: [read.problem] };
  return resolveSmiles(prepared, read.value, chemist);
}

/**
 * What is known of a structure beforehand: false where it is surely none of the substances of the law, so that the
 * toolkit need not be asked for more than its key. `molecule`: a parent, a component or a whole salt.
 */
export type MayBeNamed = (molecule: Molecule) => boolean;

const ALWAYS: MayBeNamed = () => true;

/**
 * A resolution of a structure of a bulk file, of which much is known by exclusion (`MayBeNamed`). `parts`: what
 * `parentOf` makes of the molecule.
 */
export function resolveStructure(
  law: GoodsLaw,
  input: string,
  molecule: Molecule,
  parts: ParentOutcome,
  chemist: Chemist | null,
  mayBeNamed: MayBeNamed,
): Resolution {
  const { goods, candidates, problems } = resolveParts(prepareLaw(law), molecule, parts, chemist, mayBeNamed);
  return { input, by: 'smiles', exact: goods !== null, goods, candidates, problems };
}

/** Goods from a structure as a value. */
export function resolveMolecule(prepared: PreparedLaw, molecule: Molecule, chemist: Chemist | null): Finding {
  const parts = parentOf(molecule, prepared.law.lists.counterIons.list);
  return resolveParts(prepared, molecule, parts, chemist, ALWAYS);
}

function resolveParts(
  prepared: PreparedLaw,
  molecule: Molecule,
  parts: ParentOutcome,
  chemist: Chemist | null,
  mayBeNamed: MayBeNamed,
): Finding {
  switch (parts.kind) {
    case 'mixture':
      return mixture(prepared, parts.components, chemist, mayBeNamed);
    case 'none':
      return { ...NOTHING, problems: [noParent()] };
    default:
  }
  if (chemist === null) return withoutToolkit(prepared, molecule, parts, mayBeNamed);
  switch (parts.kind) {
    case 'inorganic':
      return byIdentity(prepared, parts.whole, chemist, PARENT_FORM);
    case 'parent':
      if (parts.removed.length > 0 && mayBeNamed(molecule)) {
        const whole = entryOfSalt(prepared, molecule, chemist);
        if (whole !== null) return { ...NOTHING, goods: namedGoods(prepared, whole) };
      }
      return mayBeNamed(parts.parent)
        ? byIdentity(prepared, parts.parent, chemist, { ...PARENT_FORM, ...formOfParts(parts) })
        : unnamed(parts.parent, chemist, parts);
  }
}

function formOfParts(parts: ParentOutcome): Pick<GoodsForm, 'removed' | 'salt'> {
  return parts.kind === 'parent' ? { removed: parts.removed, salt: parts.salt } : { removed: [], salt: null };
}

/**
 * A structure that is surely no substance of the law: its key is all that is asked of the toolkit. Where the toolkit
 * has none, or there is no toolkit, our own canonical SMILES tells it from others.
 */
function unnamed(parent: Molecule, chemist: Chemist | null, parts: ParentOutcome): Finding {
  const written = writeSmiles(parent, { maps: false });
  const key = chemist?.key(written);
  const inchikey = key?.ok === true ? key.value : null;
  const smiles = inchikey === null ? canonicalSmiles(parent) : written;
  const form = { ...PARENT_FORM, ...formOfParts(parts), isotopes: hasIsotopes(parent) };
  const goods: ResolvedGoods = {
    id: inchikey ?? smiles,
    kind: 'chemical',
    named: null,
    form,
    inchikey,
    parent,
    smiles,
    goodsCode: inchikey === null ? null : chemicalCode(inchikey),
    regimes: ALL_REGIMES,
  };
  return { ...NOTHING, goods };
}

/** What is left of a structure where it is one substance. */
type OneStructure = Extract<ParentOutcome, { readonly kind: 'parent' | 'inorganic' }>;

/**
 * Without a toolkit there are no InChIKeys: the substances of the law are still known by our own canonical SMILES,
 * and anything else stays open.
 */
function withoutToolkit(
  prepared: PreparedLaw,
  whole: Molecule,
  parts: OneStructure,
  mayBeNamed: MayBeNamed,
): Finding {
  if (
    parts.kind === 'parent' &&
    !mayBeNamed(parts.parent) &&
    (parts.removed.length === 0 || !mayBeNamed(whole))
  )
    return unnamed(parts.parent, null, parts);
  const drawn = prepared.withStructure(canonicalSmiles(whole));
  if (drawn !== null) return { ...NOTHING, goods: namedGoods(prepared, drawn) };
  const molecule = parts.kind === 'parent' ? parts.parent : parts.whole;
  const isotopes = hasIsotopes(molecule);
  const found = drawnInLaw(prepared, molecule);
  if (found === null) return { ...NOTHING, problems: [needsToolkit('a structure')] };
  const form = { ...PARENT_FORM, ...formOfParts(parts), isotopes };
  return { ...NOTHING, goods: namedGoods(prepared, found, form) };
}

/** The substance of the law that is drawn like this, isotopes aside. */
function drawnInLaw(prepared: PreparedLaw, molecule: Molecule): Substance | null {
  return prepared.withStructure(canonicalSmiles(withoutIsotopes(molecule)));
}

/** The entry a law makes of this very salt or adduct, where there is one. */
function entryOfSalt(prepared: PreparedLaw, molecule: Molecule, chemist: Chemist): Substance | null {
  const key = chemist.key(writeSmiles(molecule));
  if (!key.ok) return null;
  const found = substances(prepared, prepared.ids('inchikeys', key.value));
  return found.find((one) => one.structure?.inchikey === key.value) ?? null;
}

function byIdentity(prepared: PreparedLaw, parent: Molecule, chemist: Chemist, form: GoodsForm): Finding {
  const written = writeSmiles(parent);
  const own = chemist.key(written);
  if (!own.ok) return { ...NOTHING, problems: [own.problem] };
  const isotopes = hasIsotopes(parent);
  let key = own.value;
  // Isotopes and stereo share a block of the key: the entry is looked for under the key of the unlabelled structure.
  if (isotopes) {
    const natural = chemist.key(writeSmiles(withoutIsotopes(parent)));
    if (natural.ok) key = natural.value;
  }
  const named = byKey(prepared, key, { ...form, isotopes });
  if (named.goods !== null) return named;
  const identity = chemist.identify(written);
  if (!identity.ok) return { ...named, problems: [...named.problems, identity.problem] };
  const stereo =
    named.candidates.length === 0 ? 'named' : key.includes(`-${PLAIN_BLOCK}-`) ? 'open' : 'other';
  return { ...named, goods: bareGoods(parent, identity.value, { ...form, isotopes, stereo }) };
}

/** A structure that no list names: it is looked for in all of them, and in the class rules. */
function bareGoods(parent: Molecule, identity: ChemicalIdentity, form: GoodsForm): ResolvedGoods {
  return {
    id: identity.inchikey,
    kind: 'chemical',
    named: null,
    form,
    inchikey: identity.inchikey,
    parent,
    smiles: identity.smiles,
    goodsCode: chemicalCode(identity.inchikey),
    regimes: ALL_REGIMES,
  };
}

/** A structure no list names is looked for in all of them. */
const ALL_REGIMES: ResolvedGoods['regimes'] = ['drug', 'precursor', 'watched'];

/**
 * The substance with this InChIKey. A whole key decides; the skeleton alone only where one entry has it, and then the
 * form says that the stereo differs: levorphanol and dextrorphan share a skeleton and not their fate.
 */
export function byKey(prepared: PreparedLaw, key: string, form: GoodsForm): Finding {
  const whole = substances(prepared, prepared.ids('inchikeys', key));
  if (whole.length > 0) {
    const own = whole.filter((one) => one.structure?.inchikey === key);
    const told = own.length > 0 ? own : whole;
    const goods = namedGoods(prepared, told[0]!, { ...form, stereo: 'named' });
    return told.length === 1 ? { ...NOTHING, goods } : { ...several(told, key, 'The structure'), goods };
  }
  const [skeleton, variant] = [key.slice(0, 14), key.slice(15, 25)];
  const akin = substances(prepared, prepared.ids('skeletons', skeleton)).filter(
    (one) => one.saltOf === undefined,
  );
  if (akin.length === 0) return NOTHING;
  if (akin.length > 1) return several(akin, key, 'The skeleton of the structure');
  const only = akin[0]!;
  const drawn = only.structure?.inchikey.slice(15, 25) ?? PLAIN_BLOCK;
  const stereo = variant === PLAIN_BLOCK ? (drawn === PLAIN_BLOCK ? 'named' : 'open') : 'other';
  return { ...NOTHING, goods: namedGoods(prepared, only, { ...form, stereo }) };
}

function substances(prepared: PreparedLaw, ids: readonly string[]): readonly Substance[] {
  return ids.flatMap((id) => {
    const goods = prepared.goods(id);
    return goods?.kind === 'chemical' ? [goods] : [];
  });
}

function several(all: readonly Substance[], key: string, what: string): Finding {
  return {
    goods: null,
    candidates: all.map((one) => candidate(one, key, 'same-skeleton', 0.8)),
    problems: [
      {
        code: 'same-skeleton',
        message: `${what} belongs to more than one entry: ${all.map((one) => one.name.en).join('; ')}. Stereochemistry decides which.`,
        todo: 'Give the structure with its stereochemistry, or the name.',
        data: { inchikey: key, goods: all.map((one) => one.id).join(' ') },
      },
    ],
  };
}

function mixture(
  prepared: PreparedLaw,
  components: readonly Molecule[],
  chemist: Chemist | null,
  mayBeNamed: MayBeNamed,
): Finding {
  const candidates: Candidate[] = [];
  for (const component of components) {
    if (!mayBeNamed(component)) continue;
    if (chemist === null) {
      const drawn = drawnInLaw(prepared, component);
      if (drawn !== null) candidates.push(candidate(drawn, drawn.name.en, 'mixture-part', 0.8));
      continue;
    }
    const { goods, candidates: several } = byIdentity(prepared, component, chemist, PARENT_FORM);
    if (goods?.named != null)
      candidates.push(candidate(goods.named, goods.named.name.en, 'mixture-part', 0.8));
    for (const one of several) candidates.push({ ...one, why: 'mixture-part' });
  }
  return {
    goods: null,
    candidates: [...new Map(candidates.map((one) => [one.id, one])).values()],
    problems: [
      {
        code: 'mixture',
        message: `The structure has ${components.length} components that are no counter-ions: it is a mixture, and no code is made up for it.`,
        todo: 'Ask about each component; what a law says of mixtures depends on their shares.',
        data: { components: components.length },
      },
    ],
  };
}

function noParent(): Problem {
  return {
    code: 'no-parent',
    message: 'Nothing is left of the structure when counter-ions, solvents and water are taken off.',
    todo: 'Ask about the parts by name or CAS number.',
  };
}

function needsToolkit(what: string): Problem {
  return {
    code: 'toolkit-missing',
    message: `To identify ${what} that no entry draws alike a chemistry toolkit is needed, and none is loaded.`,
    todo: 'Ask by name or CAS number, or load the toolkit.',
  };
}

/** Goods from an InChIKey, whole or its first blocks. */
export function resolveInchiKey(prepared: PreparedLaw, key: string, whole: boolean): Finding {
  const found = whole
    ? byKey(prepared, key, PARENT_FORM)
    : byKey(prepared, `${key.slice(0, 14)}-${key.slice(15) || PLAIN_BLOCK}-N`, PARENT_FORM);
  if (found.goods !== null && !whole) {
    const { named } = found.goods;
    return {
      goods: null,
      candidates: named === null ? [] : [candidate(named, key, 'same-skeleton', 0.8)],
      problems: [
        {
          code: 'inchikey-truncated',
          message: `${key} is only the beginning of an InChIKey; stereo and charge stand in the rest.`,
          todo: 'Give the whole key or the structure.',
          data: { key },
        },
      ],
    };
  }
  if (found.goods !== null || found.candidates.length > 0) return found;
  return {
    ...NOTHING,
    problems: [
      {
        code: 'inchikey-unknown',
        message: `No goods in the compiled data have the InChIKey ${key}. A key cannot be read back: salts and members of a class are not recognised from it.`,
        todo: 'Give the structure as SMILES or InChI.',
        data: { key },
      },
    ],
  };
}

/** Goods from a goods code; the check character first. */
export function resolveGoodsCode(prepared: PreparedLaw, text: string): Finding {
  const read = checkGoodsCode(text);
  if (!read.ok) return { ...NOTHING, problems: [read.problem] };
  const { base, printed } = read.value;
  const all = substances(prepared, prepared.ids('codes', base.replace(/-/g, '')));
  // A salt with an entry of its own has the code of its parent: the parent is what the code says.
  const same = all.filter((one) => one.goodsCode === printed);
  const told = same.length > 1 ? same.filter((one) => one.saltOf === undefined) : same;
  if (told.length === 1) return { ...NOTHING, goods: namedGoods(prepared, told[0]!) };
  if (told.length > 1) return several(told, printed, 'The goods code');
  if (all.length === 1) {
    return { ...NOTHING, goods: namedGoods(prepared, all[0]!, { ...PARENT_FORM, stereo: 'other' }) };
  }
  if (all.length > 1) return several(all, printed, 'The goods code');
  return {
    ...NOTHING,
    problems: [
      {
        code: 'goods-code-unknown',
        message: `${printed} is a valid goods code of no goods in the compiled data.`,
        todo: 'A code cannot be read back: give the structure or the name.',
        data: { code: printed },
      },
    ],
  };
}
