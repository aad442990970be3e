import { accepted, refused } from '../kernel/index.ts';
import type { Outcome, Problem } from '../kernel/index.ts';
import { elementNumber } from './element.ts';
import { SMILES_ATOMS_MAX } from './smiles-scan.ts';

/** The longest InChI that is read. */
export const INCHI_CHARACTERS_MAX = 20_000;
/** Copies of one component that a multiplier may ask for. */
const COPIES_MAX = 100;

/** Hydrogens, and negative charges in place of hydrogens, that move among some atoms. */
export interface MobileGroup {
  readonly hydrogens: number;
  readonly charges: number;
  /** Atoms, counted from 0. */
  readonly atoms: readonly number[];
}

/** What an InChI says of one component. Atoms are counted from 0 in the order of their canonical numbers. */
export interface InchiComponent {
  /** Atomic numbers. */
  readonly number: readonly number[];
  readonly bonds: readonly (readonly [number, number])[];
  readonly hydrogens: readonly number[];
  readonly mobile: readonly MobileGroup[];
  readonly charge: number;
  /** Double bonds: their ends and `-` (higher neighbours together) or `+` (opposite). */
  readonly doubleBonds: readonly { readonly a: number; readonly b: number; readonly parity: '+' | '-' }[];
  /** Centres and their parity, already turned where the layer is the mirror image. */
  readonly centres: readonly { readonly atom: number; readonly parity: '+' | '-' }[];
  /** Mass shift of an atom (null where none is said), deuterium and tritium on it. */
  readonly isotopes: ReadonlyMap<
    number,
    { readonly shift: number | null; readonly deuterium: number; readonly tritium: number }
  >;
}

export interface InchiLayers {
  readonly components: readonly InchiComponent[];
  /** Protons added to (positive) or taken from the whole. */
  readonly protons: number;
}

/** Reads the layers of a standard InChI. */
export function readInchiLayers(text: string): Outcome<InchiLayers> {
  try {
    return accepted(new LayerReader(text).read());
  } catch (error) {
    if (error instanceof InchiRefusal) return refused(error.problem);
    throw error;
  }
}

/** Leaves the reader from any depth; never leaves this file. */
class InchiRefusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

function refuse(code: string, message: string, data?: Problem['data']): never {
  throw new InchiRefusal({
    code,
    message,
    todo: 'Compare the InChI with its source, or give the structure as SMILES.',
    ...(data === undefined ? {} : { data }),
  });
}

const PREFIX = 'InChI=1S/';
/** Layers of the main part and, after `i`, of the isotopic part. */
const MAIN_LAYERS = 'chqpbtms';

class LayerReader {
  private readonly main = new Map<string, string>();
  private readonly isotopic = new Map<string, string>();
  private formula = '';

  constructor(text: string) {
    if (text.length > INCHI_CHARACTERS_MAX) {
      refuse('inchi-too-long', `The InChI has more than ${INCHI_CHARACTERS_MAX} characters.`, {
        limit: INCHI_CHARACTERS_MAX,
      });
    }
    if (!text.startsWith(PREFIX)) {
      refuse('inchi-form', `The text is no standard InChI: it does not start with ${PREFIX}.`);
    }
    this.split(text.slice(PREFIX.length).split('/'));
  }

  private split(layers: readonly string[]): void {
    let target = this.main;
    layers.forEach((layer, i) => {
      const prefix = layer[0] ?? '';
      if (i === 0 && !/^[a-z]/.test(layer)) {
        this.formula = layer;
        return;
      }
      if (prefix === 'i') target = this.isotopic;
      else if (!MAIN_LAYERS.includes(prefix) || prefix === '') {
        refuse('inchi-layer', `The layer /${prefix} does not belong to a standard InChI.`, { layer: prefix });
      }
      if (target.has(prefix)) refuse('inchi-layer', `The layer /${prefix} stands twice.`, { layer: prefix });
      target.set(prefix, layer.slice(1));
    });
  }

  read(): InchiLayers {
    const numbers = this.readFormula();
    const count = numbers.length;
    const layer = (from: ReadonlyMap<string, string>, name: string): readonly string[] =>
      expanded(from.get(name) ?? '', count, name);
    const connections = layer(this.main, 'c');
    const hydrogens = layer(this.main, 'h');
    const charges = layer(this.main, 'q');
    const doubleBonds = layer(this.main, 'b');
    const centres = layer(this.main, 't');
    const inverted = this.mirrored(count);
    const isotopes = layer(this.isotopic, 'i');
    this.refuseIsotopicStereo();
    const components = numbers.map((number, i): InchiComponent => {
      const size = number.length;
      return {
        number,
        bonds: readConnections(connections[i]!, size),
        ...readHydrogens(hydrogens[i]!, size),
        charge: readSigned(charges[i]!, 'q'),
        doubleBonds: readDoubleBonds(doubleBonds[i]!, size),
        centres: readCentres(centres[i]!, size, inverted[i]!),
        isotopes: readIsotopes(isotopes[i]!, size),
      };
    });
    return { components, protons: readSigned(this.main.get('p') ?? '', 'p') };
  }

  /** Atomic numbers of each component's atoms in canonical order: Hill's, without hydrogen. */
  private readFormula(): number[][] {
    if (this.formula === '') return [];
    const numbers: number[][] = [];
    let total = 0;
    for (const part of this.formula.split('.')) {
      const copies = /^\d+/.exec(part)?.[0] ?? '';
      const atoms = readComponentFormula(part.slice(copies.length));
      const times = copies === '' ? 1 : Number(copies);
      total += atoms.length * times;
      if (times > COPIES_MAX || total > SMILES_ATOMS_MAX) {
        refuse('inchi-too-many-atoms', `The structure has more than ${SMILES_ATOMS_MAX} atoms.`, {
          limit: SMILES_ATOMS_MAX,
        });
      }
      for (let i = 0; i < times; i++) numbers.push(atoms);
    }
    return numbers;
  }

  /** For each component whether its centres are given as the mirror image (`/m1`). */
  private mirrored(count: number): boolean[] {
    const kind = this.main.get('s') ?? '1';
    if (kind !== '1') refuse('inchi-stereo', 'Only absolute stereo is read (/s1).', { layer: 's' });
    const flags = this.main.get('m') ?? '';
    if (!/^[01.]*$/.test(flags))
      refuse('inchi-stereo', 'The layer /m has only 0, 1 and points.', { layer: 'm' });
    return Array.from({ length: count }, (_, i) => flags[i] === '1');
  }

  /** Stereo that only isotopes make, and isotopes of moving hydrogens, are not read. */
  private refuseIsotopicStereo(): void {
    for (const name of this.isotopic.keys()) {
      if (name !== 'i') {
        refuse('inchi-layer', `The isotopic layer /${name} is not read.`, { layer: `i/${name}` });
      }
    }
  }
}

function readComponentFormula(text: string): number[] {
  const counts: { number: number; symbol: string; count: number }[] = [];
  let at = 0;
  for (const match of text.matchAll(/([A-Z][a-z]?)(\d*)/g)) {
    const [whole, symbol = '', digits = ''] = match;
    const number = elementNumber(symbol);
    if (match.index !== at || number === 0) break;
    at += whole.length;
    counts.push({ number, symbol, count: digits === '' ? 1 : Number(digits) });
  }
  const total = counts.reduce((sum, each) => sum + each.count, 0);
  if (at !== text.length || counts.length === 0 || total > SMILES_ATOMS_MAX * 5) {
    refuse('inchi-formula', `${JSON.stringify(text.slice(0, 20))} is no formula.`);
  }
  const heavy = counts.filter((each) => each.number !== 1);
  if (heavy.length === 0) return [1];
  // Hill's order: carbon first, the others by their symbols.
  heavy.sort((a, b) => Number(b.symbol === 'C') - Number(a.symbol === 'C') || (a.symbol < b.symbol ? -1 : 1));
  return heavy.flatMap((each) => new Array<number>(each.count).fill(each.number));
}

/** The parts of a layer for each component, multipliers written out; blank where the layer is silent. */
function expanded(layer: string, count: number, name: string): readonly string[] {
  if (layer === '') return new Array<string>(count).fill('');
  const parts: string[] = [];
  for (const part of layer.split(';')) {
    const copies = /^(\d+)\*/.exec(part);
    const times = copies === null ? 1 : Number(copies[1]);
    if (times > COPIES_MAX)
      refuse('inchi-layer', `The layer /${name} repeats a component too often.`, { layer: name });
    const text = copies === null ? part : part.slice(copies[0].length);
    for (let i = 0; i < times; i++) parts.push(text);
  }
  if (parts.length > count) {
    refuse('inchi-layer', `The layer /${name} speaks of more components than the formula has.`, {
      layer: name,
    });
  }
  while (parts.length < count) parts.push('');
  return parts;
}

/** A canonical number as an index; refuses what the component has not. */
function index(text: string, size: number): number {
  const number = Number(text);
  if (!/^\d{1,4}$/.test(text) || number < 1 || number > size) {
    refuse('inchi-atom', `There is no atom ${JSON.stringify(text.slice(0, 8))} in the component.`);
  }
  return number - 1;
}

/** `1-2-4(5)3` and so on: numbers, branches in parentheses separated by commas. */
function readConnections(text: string, size: number): [number, number][] {
  const bonds: [number, number][] = [];
  const branches: number[] = [];
  let previous = -1;
  for (const token of text.match(/\d+|[-(),]|./g) ?? []) {
    if (token === '(') branches.push(previous);
    else if (token === ',') previous = branches.at(-1) ?? -1;
    else if (token === ')') previous = branches.pop() ?? -1;
    else if (token !== '-') {
      const atom = index(token, size);
      if (previous >= 0) bonds.push([previous, atom]);
      previous = atom;
    }
  }
  if (branches.length > 0)
    refuse('inchi-layer', 'A parenthesis in the layer /c is not closed.', { layer: 'c' });
  return bonds;
}

/** `1-2,4H,3H2,(H,5,6)`: fixed hydrogens, and groups in parentheses whose hydrogens move. */
function readHydrogens(text: string, size: number): Pick<InchiComponent, 'hydrogens' | 'mobile'> {
  const hydrogens = new Array<number>(size).fill(0);
  const mobile: MobileGroup[] = [];
  let waiting: number[] = [];
  let rest = text;
  while (rest !== '') {
    const group = /^\((H(\d*))?(-(\d*))?((?:,\d+)+)\)/.exec(rest);
    const fixed = /^(\d+)(?:-(\d+))?(?:H(\d*))?/.exec(rest);
    if (group !== null) {
      const [, hasHydrogen, many = '', hasCharge, manyCharges = '', list = ''] = group;
      mobile.push({
        hydrogens: hasHydrogen === undefined ? 0 : many === '' ? 1 : Number(many),
        charges: hasCharge === undefined ? 0 : manyCharges === '' ? 1 : Number(manyCharges),
        atoms: list
          .slice(1)
          .split(',')
          .map((each) => index(each, size)),
      });
    } else if (fixed !== null) {
      const [whole, first = '', last = first, many] = fixed;
      const low = index(first, size);
      const high = index(last, size);
      for (let atom = low; atom <= high; atom++) waiting.push(atom);
      if (whole.includes('H')) {
        for (const atom of waiting) hydrogens[atom] = many === undefined || many === '' ? 1 : Number(many);
        waiting = [];
      }
    } else {
      refuse('inchi-layer', 'The layer /h cannot be read.', { layer: 'h' });
    }
    rest = rest.slice((group ?? fixed)![0].length).replace(/^,/, '');
  }
  if (waiting.length > 0) refuse('inchi-layer', 'The layer /h ends without its H.', { layer: 'h' });
  return { hydrogens, mobile };
}

function readSigned(text: string, name: string): number {
  if (text === '') return 0;
  if (!/^[+-]\d{1,2}$/.test(text)) refuse('inchi-layer', `The layer /${name} is no charge.`, { layer: name });
  return Number(text);
}

function readDoubleBonds(text: string, size: number): InchiComponent['doubleBonds'] {
  if (text === '') return [];
  return text.split(',').flatMap((each) => {
    const match = /^(\d+)-(\d+)([-+?u])$/.exec(each);
    if (match === null) return refuse('inchi-layer', 'The layer /b cannot be read.', { layer: 'b' });
    const [, a = '', b = '', parity] = match;
    if (parity !== '+' && parity !== '-') return [];
    return [{ a: index(a, size), b: index(b, size), parity }];
  });
}

function readCentres(text: string, size: number, inverted: boolean): InchiComponent['centres'] {
  if (text === '') return [];
  return text.split(',').flatMap((each) => {
    const match = /^(\d+)([-+?u])$/.exec(each);
    if (match === null) return refuse('inchi-layer', 'The layer /t cannot be read.', { layer: 't' });
    const [, atom = '', parity] = match;
    if (parity !== '+' && parity !== '-') return [];
    return [{ atom: index(atom, size), parity: inverted === (parity === '+') ? '-' : '+' } as const];
  });
}

/** `1+1,2D3,3-1T` and so on. */
function readIsotopes(text: string, size: number): InchiComponent['isotopes'] {
  const isotopes = new Map<number, { shift: number | null; deuterium: number; tritium: number }>();
  if (text === '') return isotopes;
  for (const each of text.split(',')) {
    const match = /^(\d+)([+-]\d+)?(?:T(\d*))?(?:D(\d*))?(?:T(\d*))?$/.exec(each);
    if (match === null) refuse('inchi-layer', 'The layer /i cannot be read.', { layer: 'i' });
    const many = (digits: string | undefined): number =>
      digits === undefined ? 0 : digits === '' ? 1 : Number(digits);
    const [, atom = '', shift, early, deuterium, late] = match;
    isotopes.set(index(atom, size), {
      shift: shift === undefined ? null : Number(shift),
      deuterium: many(deuterium),
      tritium: many(early) + many(late),
    });
  }
  return isotopes;
}
