import type { Problem } from '../kernel/index.ts';
import { elementNumber } from './element.ts';
import { isProblem, smilesProblem } from './smiles-problem.ts';

export const SMILES_CHARGE_MAX = 15;
/** Digits of an isotope, a hydrogen count and an atom map. */
const ISOTOPE_MAX_DIGITS = 3;
const HYDROGENS_MAX_DIGITS = 1;
const MAP_MAX_DIGITS = 4;

/** Atomic numbers that may be written lower-case in brackets: B C N O Si P S As Se Te. */
const AROMATIC_NUMBERS: ReadonlySet<number> = new Set([5, 6, 7, 8, 14, 15, 16, 33, 34, 52]);

const CODE_0 = 48;
const CODE_9 = 57;

/** What stands in a pair of brackets. */
export interface BracketAtom {
  readonly number: number;
  readonly isotope: number;
  readonly aromatic: number;
  readonly turn: number;
  readonly hydrogens: number;
  readonly charge: number;
  readonly map: number;
  /** Where the text goes on. */
  readonly end: number;
}

/** Reads `[isotope symbol chirality hydrogens charge :map]` from the opening bracket at `start`. */
export function readBracket(text: string, start: number): BracketAtom | Problem {
  let at = start + 1;
  const isotope = readNumber(text, at, ISOTOPE_MAX_DIGITS);
  at = isotope.end;
  const symbol = readSymbol(text, at, start);
  if (isProblem(symbol)) return symbol;
  at = symbol.end;
  const turn = readTurn(text, at);
  if (isProblem(turn)) return turn;
  at = turn.end;
  let hydrogens = 0;
  if (text.charCodeAt(at) === 72) {
    const count = readNumber(text, at + 1, HYDROGENS_MAX_DIGITS);
    hydrogens = count.end === at + 1 ? 1 : count.value;
    at = count.end;
  }
  const charge = readCharge(text, at);
  if (isProblem(charge)) return charge;
  at = charge.end;
  let map = 0;
  if (text.charCodeAt(at) === 58) {
    const label = readNumber(text, at + 1, MAP_MAX_DIGITS);
    if (label.end === at + 1) return bracketProblem(text, at, 'an atom map is a number.');
    map = label.value;
    at = label.end;
  }
  if (text.charCodeAt(at) !== 93)
    return bracketProblem(text, at, 'this does not stand in a bracket atom here.');
  return {
    number: symbol.number,
    isotope: isotope.value,
    aromatic: symbol.aromatic,
    turn: turn.value,
    hydrogens,
    charge: charge.value,
    map,
    end: at + 1,
  };
}

/** Up to `most` digits. `end` equals `at` when there is none. */
function readNumber(text: string, at: number, most: number): { value: number; end: number } {
  let value = 0;
  let end = at;
  while (end - at < most) {
    const code = text.charCodeAt(end);
    if (!(code >= CODE_0 && code <= CODE_9)) break;
    value = value * 10 + (code - CODE_0);
    end++;
  }
  return { value, end };
}

function readSymbol(
  text: string,
  at: number,
  start: number,
): { number: number; aromatic: number; end: number } | Problem {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  const twoLetters = second >= 97 && second <= 122;
  if (first >= 65 && first <= 90) {
    const long = twoLetters ? elementNumber(text.slice(at, at + 2)) : 0;
    if (long !== 0) return { number: long, aromatic: 0, end: at + 2 };
    const short = elementNumber(text[at]!);
    if (short !== 0) return { number: short, aromatic: 0, end: at + 1 };
  } else if (first >= 97 && first <= 122) {
    const long = twoLetters ? elementNumber(text[at]!.toUpperCase() + text[at + 1]!) : 0;
    if (AROMATIC_NUMBERS.has(long)) return { number: long, aromatic: 1, end: at + 2 };
    const short = elementNumber(text[at]!.toUpperCase());
    if (AROMATIC_NUMBERS.has(short)) return { number: short, aromatic: 1, end: at + 1 };
  }
  return symbolProblem(text, at, start);
}

/** Why no element could be read in a bracket. */
function symbolProblem(text: string, at: number, start: number): Problem {
  const found = text.slice(start, Math.min(text.length, start + 10));
  const character = text[at] ?? '';
  if (character === '')
    return smilesProblem('smiles-bracket', 'a bracket that is never closed.', start + 1, '[');
  if (character === '*')
    return smilesProblem('smiles-wildcard', 'the wildcard "*" stands for any atom.', at + 1, '*');
  if (character === '#' || character === '!' || character === '$' || character === 'a' || character === 'A') {
    return smilesProblem(
      'smiles-query',
      `${JSON.stringify(character)} in a bracket belongs to a search pattern.`,
      at + 1,
      found,
    );
  }
  if (/^[RXQZ](?![a-z])/.test(text.slice(at, at + 2))) {
    return smilesProblem(
      'smiles-r-group',
      'the bracket names no element; it looks like an R group.',
      at + 1,
      found,
    );
  }
  if (character === 'D' || character === 'T') {
    const isotope = character === 'D' ? 2 : 3;
    return smilesProblem(
      'smiles-element',
      `"${character}" is no element symbol; write [${isotope}H].`,
      at + 1,
      found,
    );
  }
  return smilesProblem('smiles-element', 'no element has this symbol.', at + 1, found);
}

/** `@`, `@@`, `@TH1` or `@TH2`; other classes are refused, because nothing after this reader could keep them. */
function readTurn(text: string, at: number): { value: number; end: number } | Problem {
  if (text.charCodeAt(at) !== 64) return { value: 0, end: at };
  if (text.charCodeAt(at + 1) === 64) return { value: 2, end: at + 2 };
  const kind = text.slice(at + 1, at + 3);
  if (kind === 'TH') {
    const digit = text[at + 3];
    if (digit === '1' || digit === '2') return { value: digit === '1' ? 1 : 2, end: at + 4 };
    return bracketProblem(text, at, 'the tetrahedral class has the numbers 1 and 2.');
  }
  if (kind === 'AL' || kind === 'SP' || kind === 'TB' || kind === 'OH') {
    return smilesProblem(
      'smiles-chirality-class',
      `the chirality class @${kind} is not read.`,
      at + 1,
      `@${kind}`,
    );
  }
  return { value: 1, end: at + 1 };
}

/** `+`, `-`, `++`, `+2` and so on. */
function readCharge(text: string, at: number): { value: number; end: number } | Problem {
  const sign = text.charCodeAt(at);
  if (sign !== 43 && sign !== 45) return { value: 0, end: at };
  let end = at + 1;
  let value = 1;
  if (text.charCodeAt(end) === sign) {
    while (text.charCodeAt(end) === sign) {
      value++;
      end++;
    }
  } else {
    const number = readNumber(text, end, 2);
    if (number.end > end) value = number.value;
    end = number.end;
  }
  if (value > SMILES_CHARGE_MAX) {
    return smilesProblem(
      'smiles-number',
      `a charge beyond ${SMILES_CHARGE_MAX}.`,
      at + 1,
      text.slice(at, end),
    );
  }
  return { value: sign === 43 ? value : -value, end };
}

function bracketProblem(text: string, at: number, message: string): Problem {
  if (at >= text.length)
    return smilesProblem('smiles-bracket', 'the bracket is never closed.', at, text.slice(-1));
  const character = text[at]!;
  if (character === ',' || character === ';' || character === '&' || character === '!' || character === '$') {
    return smilesProblem(
      'smiles-query',
      `${JSON.stringify(character)} in a bracket belongs to a search pattern.`,
      at + 1,
      character,
    );
  }
  return smilesProblem('smiles-bracket', message, at + 1, character);
}
