import type { Problem } from '../kernel/index.ts';
import { elementNumber } from './element.ts';
import { zeros } from './zeros.ts';
import { readBracket } from './smiles-bracket.ts';
import { isProblem, smilesProblem } from './smiles-problem.ts';

/** The longest SMILES that is read, without what follows a blank. */
export const SMILES_CHARACTERS_MAX = 20_000;
/** As many atoms as a standard InChI can hold: beyond that no structure has a standard InChIKey, nor a goods code. */
export const SMILES_ATOMS_MAX = 1_024;
/** Ring closures of one structure; the largest fullerenes have fewer. */
export const SMILES_RINGS_MAX = 300;
/** Digits of a ring closure written `%(n)`. */
const RING_NUMBER_MAX_DIGITS = 5;

/** How a bond was written. `default`: no symbol, single or aromatic as its atoms decide. */
export const BOND_DEFAULT = 0;
export const BOND_SINGLE = 1;
export const BOND_DOUBLE = 2;
export const BOND_TRIPLE = 3;
export const BOND_QUADRUPLE = 4;
export const BOND_AROMATIC = 5;
/** `/`: the right-hand atom lies above the left-hand one. */
export const BOND_UP = 6;
/** `\`: the right-hand atom lies below the left-hand one. */
export const BOND_DOWN = 7;

/** The implicit hydrogen in an order of neighbours. */
export const IMPLICIT_HYDROGEN = -1;

/** A SMILES as written, before any chemistry: atoms and bonds in the order of the text. */
export interface SmilesDraft {
  readonly text: string;
  /** Atomic numbers. */
  readonly number: number[];
  readonly charge: number[];
  readonly isotope: number[];
  /** Hydrogens in a bracket; -1 outside brackets, where the valence decides. */
  readonly hydrogens: number[];
  /** 1 where the symbol was lower-case. */
  readonly aromatic: number[];
  readonly map: number[];
  /** 0 none, 1 `@`, 2 `@@`. */
  readonly turn: number[];
  /** Neighbours in the order of the text, for atoms with a turn; nothing for others. */
  readonly around: readonly (number[] | undefined)[];
  /** 1-based place of each atom in the text. */
  readonly position: number[];
  readonly from: number[];
  readonly to: number[];
  /** One of the BOND constants; a slash is seen from `from`. */
  readonly symbol: number[];
  /** True when some atom is a hydrogen of its own. */
  readonly hydrogenAtoms: boolean;
}

const CODE_0 = 48;
const CODE_9 = 57;

/** Two-letter symbols outside brackets and aromatic symbols by their first letter's code. */
const ORGANIC: readonly number[] = organicSubset();
const AROMATIC: readonly number[] = aromaticSubset();

function organicSubset(): number[] {
  const table = new Array<number>(128).fill(0);
  for (const symbol of ['B', 'C', 'N', 'O', 'P', 'S', 'F', 'I']) {
    table[symbol.charCodeAt(0)] = elementNumber(symbol);
  }
  return table;
}

function aromaticSubset(): number[] {
  const table = new Array<number>(128).fill(0);
  for (const symbol of ['B', 'C', 'N', 'O', 'P', 'S']) {
    table[symbol.toLowerCase().charCodeAt(0)] = elementNumber(symbol);
  }
  return table;
}

/** Reads the text of a SMILES up to its end. Says what it found where, or the problem. */
export function scanSmiles(text: string): SmilesDraft | Problem {
  return new Scanner(text).scan();
}

const NO_TURNS: readonly (number[] | undefined)[] = [];

interface OpenRing {
  readonly atom: number;
  readonly symbol: number;
  readonly position: number;
  /** Place in the order of neighbours that the ring bond takes, where that is kept. */
  readonly slot: number;
}

/**
 * Working memory: each text is scanned into the same arrays, and a draft takes its part of them at the end. One text is
 * through before the next begins.
 */
const ATOMS = {
  number: zeros(SMILES_ATOMS_MAX),
  charge: zeros(SMILES_ATOMS_MAX),
  isotope: zeros(SMILES_ATOMS_MAX),
  hydrogens: zeros(SMILES_ATOMS_MAX),
  aromatic: zeros(SMILES_ATOMS_MAX),
  map: zeros(SMILES_ATOMS_MAX),
  turn: zeros(SMILES_ATOMS_MAX),
  position: zeros(SMILES_ATOMS_MAX),
};
const BONDS = {
  from: zeros(SMILES_ATOMS_MAX + SMILES_RINGS_MAX),
  to: zeros(SMILES_ATOMS_MAX + SMILES_RINGS_MAX),
  symbol: zeros(SMILES_ATOMS_MAX + SMILES_RINGS_MAX),
};

class Scanner {
  private readonly text: string;
  private atoms = 0;
  private bonds = 0;
  /** As in the draft; null until an atom has a turn. */
  private around: (number[] | undefined)[] | null = null;
  private hydrogenAtoms = false;
  private at = 0;
  /** The atom the next one is bonded to, or -1. */
  private previous = -1;
  private symbol = BOND_DEFAULT;
  private symbolAt = -1;
  private readonly branches: number[] = [];
  private readonly openRings = new Map<number, OpenRing>();
  private ringCount = 0;
  /** True between an opening parenthesis and the next atom. */
  private branchBegins = false;
  private problem: Problem | null = null;

  constructor(text: string) {
    this.text = text;
  }

  scan(): SmilesDraft | Problem {
    const { text } = this;
    const end = text.length;
    while (this.at < end && this.problem === null) {
      const code = text.charCodeAt(this.at);
      if (code < 128) {
        const aromatic = AROMATIC[code]!;
        if (aromatic !== 0) {
          this.addAtom(aromatic, 0, 0, -1, 1, 0, 0, this.at++);
          continue;
        }
        const organic = ORGANIC[code]!;
        if (organic !== 0) {
          this.organicAtom(code, organic);
          continue;
        }
      }
      this.step(code);
    }
    return this.problem ?? this.finish() ?? this.draft();
  }

  /** An upper-case atom outside brackets; `Cl` and `Br` take two characters. */
  private organicAtom(code: number, number: number): void {
    const start = this.at++;
    const next = this.text.charCodeAt(this.at);
    if (code === 67 && next === 108) {
      this.at++;
      this.addAtom(17, 0, 0, -1, 0, 0, 0, start);
    } else if (code === 66 && next === 114) {
      this.at++;
      this.addAtom(35, 0, 0, -1, 0, 0, 0, start);
    } else {
      this.addAtom(number, 0, 0, -1, 0, 0, 0, start);
    }
  }

  /** Everything that is not an atom of the organic subset. */
  private step(code: number): void {
    if (code >= CODE_0 && code <= CODE_9) {
      this.at++;
      this.ringClosure(code - CODE_0, this.at - 1);
      return;
    }
    switch (code) {
      case 40: // (
        this.openBranch();
        return;
      case 41: // )
        this.closeBranch();
        return;
      case 91: // [
        this.bracketAtom();
        return;
      case 37: // %
        this.longRingClosure();
        return;
      case 46: // .
        this.dot();
        return;
      case 45: // -
        this.bondSymbol(BOND_SINGLE);
        return;
      case 61: // =
        this.bondSymbol(BOND_DOUBLE);
        return;
      case 35: // #
        this.bondSymbol(BOND_TRIPLE);
        return;
      case 36: // $
        this.bondSymbol(BOND_QUADRUPLE);
        return;
      case 58: // :
        this.bondSymbol(BOND_AROMATIC);
        return;
      case 47: // /
        this.bondSymbol(BOND_UP);
        return;
      case 92: // backslash, also doubled as in texts that came out of a program's source
        this.bondSymbol(BOND_DOWN);
        if (this.text.charCodeAt(this.at) === 92) this.at++;
        return;
      default:
        this.refuseCharacter();
    }
  }

  private addAtom(
    number: number,
    charge: number,
    isotope: number,
    hydrogens: number,
    aromatic: number,
    turn: number,
    map: number,
    start: number,
  ): void {
    const { previous } = this;
    const atom = this.atoms;
    if (atom >= SMILES_ATOMS_MAX) {
      this.problem = smilesProblem(
        'smiles-too-many-atoms',
        `the structure has more than ${SMILES_ATOMS_MAX} atoms, the most that can be read.`,
        start + 1,
        undefined,
        { limit: SMILES_ATOMS_MAX },
      );
      return;
    }
    ATOMS.number[atom] = number;
    ATOMS.charge[atom] = charge;
    ATOMS.isotope[atom] = isotope;
    ATOMS.hydrogens[atom] = hydrogens;
    ATOMS.aromatic[atom] = aromatic;
    ATOMS.map[atom] = map;
    ATOMS.turn[atom] = turn;
    ATOMS.position[atom] = start + 1;
    this.atoms = atom + 1;
    if (number === 1) this.hydrogenAtoms = true;
    if (previous >= 0) {
      this.around?.[previous]?.push(atom);
      this.addBond(previous, atom, this.symbol);
      this.symbol = BOND_DEFAULT;
    }
    if (turn !== 0) {
      const around = previous >= 0 ? [previous] : [];
      for (let i = 0; i < hydrogens; i++) around.push(IMPLICIT_HYDROGEN);
      (this.around ??= [])[atom] = around;
    }
    this.previous = atom;
    this.branchBegins = false;
  }

  private addBond(from: number, to: number, symbol: number): void {
    BONDS.from[this.bonds] = from;
    BONDS.to[this.bonds] = to;
    BONDS.symbol[this.bonds] = symbol;
    this.bonds++;
  }

  private bondSymbol(symbol: number): void {
    if (this.previous < 0) {
      this.refuse('smiles-bond', 'a bond symbol with no atom before it.');
    } else if (this.symbol !== BOND_DEFAULT) {
      this.refuse('smiles-bond', 'two bond symbols in a row.');
    } else {
      this.symbol = symbol;
      this.symbolAt = this.at++;
    }
  }

  private openBranch(): void {
    if (this.previous < 0 || this.branchBegins) {
      this.refuse('smiles-branch', 'a branch with no atom before it.');
      return;
    }
    if (this.symbol !== BOND_DEFAULT) {
      return this.refuse('smiles-bond', 'a bond symbol before a branch; it belongs inside.');
    }
    this.branches.push(this.previous, this.atoms, this.at);
    this.branchBegins = true;
    this.at++;
  }

  private closeBranch(): void {
    const { branches } = this;
    if (branches.length === 0) {
      this.refuse('smiles-branch', 'a closing parenthesis that was never opened.');
      return;
    }
    if (this.symbol !== BOND_DEFAULT || this.previous < 0) {
      this.refuse('smiles-bond', 'a bond symbol or a dot with no atom after it.');
      return;
    }
    branches.pop();
    const atomsBefore = branches.pop()!;
    if (atomsBefore === this.atoms) {
      this.refuse('smiles-branch', 'an empty branch.');
      return;
    }
    this.previous = branches.pop()!;
    this.at++;
  }

  private dot(): void {
    if (this.previous < 0) {
      this.refuse('smiles-bond', 'a dot with no atom before it.');
      return;
    }
    if (this.symbol !== BOND_DEFAULT) {
      this.refuse('smiles-bond', 'a bond symbol with no atom after it.');
      return;
    }
    this.previous = -1;
    this.symbolAt = this.at++;
  }

  private longRingClosure(): void {
    const { text } = this;
    const start = this.at;
    const grouped = text.charCodeAt(start + 1) === 40;
    let at = start + (grouped ? 2 : 1);
    let value = 0;
    let digits = 0;
    const most = grouped ? RING_NUMBER_MAX_DIGITS : 2;
    while (digits < most) {
      const code = text.charCodeAt(at);
      if (!(code >= CODE_0 && code <= CODE_9)) break;
      value = value * 10 + (code - CODE_0);
      digits++;
      at++;
    }
    const whole = grouped ? digits > 0 && text.charCodeAt(at) === 41 : digits === 2;
    if (!whole) {
      this.refuse('smiles-ring-bond', 'after % a ring closure has two digits, or up to five in parentheses.');
      return;
    }
    this.at = grouped ? at + 1 : at;
    this.ringClosure(value, start);
  }

  private ringClosure(ring: number, start: number): void {
    const { previous, symbol } = this;
    if (previous < 0) {
      this.refuse('smiles-ring-bond', 'a ring-closure digit with no atom before it.', start);
      return;
    }
    if (this.branchBegins) {
      this.refuse('smiles-ring-bond', 'a ring-closure digit at the start of a branch.', start);
      return;
    }
    this.symbol = BOND_DEFAULT;
    const open = this.openRings.get(ring);
    const around = this.around?.[previous] ?? null;
    if (open === undefined) {
      const slot = around === null ? -1 : around.push(IMPLICIT_HYDROGEN) - 1;
      this.openRings.set(ring, { atom: previous, symbol, position: start + 1, slot });
      return;
    }
    this.openRings.delete(ring);
    if (++this.ringCount > SMILES_RINGS_MAX) {
      this.refuse('smiles-too-many-rings', `the structure has more than ${SMILES_RINGS_MAX} rings.`, start);
      return;
    }
    if (open.atom === previous || this.bonded(open.atom, previous)) {
      this.refuse('smiles-ring-bond', `ring closure ${ring} joins two atoms that are already bonded.`, start);
      return;
    }
    const agreed = agreedSymbol(open.symbol, symbol);
    if (agreed < 0) {
      this.refuse('smiles-ring-bond', `ring closure ${ring} has different bonds at its two ends.`, start);
      return;
    }
    around?.push(open.atom);
    if (open.slot >= 0) this.around![open.atom]![open.slot] = previous;
    this.addBond(open.atom, previous, agreed);
  }

  /** True when the draft has a bond between the two; looks from the end, where the neighbours of `b` were added. */
  private bonded(a: number, b: number): boolean {
    const { from, to } = BONDS;
    for (let i = this.bonds - 1; i >= 0; i--) {
      if ((from[i] === a && to[i] === b) || (from[i] === b && to[i] === a)) return true;
    }
    return false;
  }

  private bracketAtom(): void {
    const atom = readBracket(this.text, this.at);
    if (isProblem(atom)) {
      this.problem = atom;
      return;
    }
    const start = this.at;
    this.at = atom.end;
    this.addAtom(
      atom.number,
      atom.charge,
      atom.isotope,
      atom.hydrogens,
      atom.aromatic,
      atom.turn,
      atom.map,
      start,
    );
  }

  private finish(): Problem | null {
    const { text } = this;
    if (this.branches.length > 0) {
      const opened = this.branches.at(-1)!;
      return smilesProblem('smiles-branch', 'a parenthesis that is never closed.', opened + 1, '(');
    }
    if (this.symbol !== BOND_DEFAULT || this.previous < 0) {
      const symbolAt = Math.max(this.symbolAt, 0);
      return smilesProblem('smiles-bond', 'no atom follows.', symbolAt + 1, text[symbolAt] ?? '');
    }
    for (const [ring, open] of this.openRings) {
      return smilesProblem(
        'smiles-ring-open',
        `ring closure ${ring} is never closed.`,
        open.position,
        String(ring),
      );
    }
    return this.atoms === 0 ? smilesProblem('smiles-blank', 'The text has no atom.') : null;
  }

  private draft(): SmilesDraft {
    const { text, atoms, bonds, around, hydrogenAtoms } = this;
    return {
      text,
      number: ATOMS.number.slice(0, atoms),
      charge: ATOMS.charge.slice(0, atoms),
      isotope: ATOMS.isotope.slice(0, atoms),
      hydrogens: ATOMS.hydrogens.slice(0, atoms),
      aromatic: ATOMS.aromatic.slice(0, atoms),
      map: ATOMS.map.slice(0, atoms),
      turn: ATOMS.turn.slice(0, atoms),
      around: around ?? NO_TURNS,
      position: ATOMS.position.slice(0, atoms),
      from: BONDS.from.slice(0, bonds),
      to: BONDS.to.slice(0, bonds),
      symbol: BONDS.symbol.slice(0, bonds),
      hydrogenAtoms,
    };
  }

  private refuse(code: Parameters<typeof smilesProblem>[0], message: string, at: number = this.at): void {
    this.problem = smilesProblem(code, message, at + 1, this.text.slice(at, this.at + 1));
  }

  /** A character that never stands outside brackets, with what it probably means. */
  private refuseCharacter(): void {
    const found = String.fromCodePoint(this.text.codePointAt(this.at)!);
    const shown = JSON.stringify(found);
    switch (found) {
      case '*':
        this.refuse('smiles-wildcard', 'the wildcard "*" stands for any atom.');
        return;
      case '>':
        this.refuse('smiles-reaction', 'the arrow ">" belongs to a reaction or a dative bond.');
        return;
      case '~':
      case '!':
      case '&':
      case ',':
      case ';':
      case '?':
      case '@':
        this.refuse('smiles-query', `${shown} belongs to a search pattern.`);
        return;
      case 'R':
      case 'X':
      case 'A':
      case 'Q':
      case 'Z':
        return this.refuse(
          'smiles-r-group',
          `${shown} is no element symbol outside brackets; it looks like an R group.`,
        );
      case ']':
        this.refuse('smiles-bracket', 'a closing bracket that was never opened.');
        return;
      default:
        this.problem = smilesProblem(
          'smiles-character',
          `${shown} has no meaning in a SMILES.`,
          this.at + 1,
          found,
        );
    }
  }
}

/** The bond of a ring closure from the symbols at its two ends, seen from the opening end; -1 when they disagree. */
function agreedSymbol(opening: number, closing: number): number {
  const turned = closing === BOND_UP ? BOND_DOWN : closing === BOND_DOWN ? BOND_UP : closing;
  if (opening === BOND_DEFAULT || opening === turned) return turned;
  if (turned === BOND_DEFAULT) return opening;
  // A slash at one end and a plain single bond at the other say the same bond.
  if (opening >= BOND_UP && turned === BOND_SINGLE) return opening;
  if (turned >= BOND_UP && opening === BOND_SINGLE) return turned;
  return -1;
}
