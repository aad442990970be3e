import { verdictUnresolved, type Law } from '../controls/index.ts';
import { resolve, type Chemist, type Resolution } from '../goods/index.ts';
import type { Problem } from '../kernel/index.ts';
import { exactly, readingOf, UNREAD, type CellReading } from './row-reading.ts';
import type { StructureScreener } from './structure-screener.ts';

export interface StructureReader {
  /** A cell that holds a structure: SMILES, InChI, InChIKey or a mol block. */
  read(text: string): CellReading;
}

/** True for text that only a reader of structures can read. */
export function isStructureText(text: string): boolean {
  return /^inchi=/i.test(text) || MOL_BLOCK.test(text);
}

const MOL_BLOCK = /\bV[23]000\b|^M {2}END/m;
const INCHIKEY = /^(?:inchikey\s*[=:]\s*)?[A-Z]{14}-[A-Z]{10}-[A-Z]$/i;

/** Reads structures one way or the other; `keys: 'all'` has every structure identified, whatever the law says of it. */
export function structureReader(
  law: Law,
  structures: StructureScreener,
  chemist: Chemist | null,
  keys: 'found' | 'all',
): StructureReader {
  const smiles = (text: string): CellReading => {
    const screened = structures.screen(text);
    switch (screened.kind) {
      case 'unreadable':
        return { ...UNREAD, problems: [screened.problem] };
      case 'goods':
        return resolved(screened.resolution, text);
      case 'nothing':
        if (keys === 'all' && chemist !== null) return resolved(resolve(law, text, chemist), text);
        return { ...UNREAD, state: 'found', found: [exactly(null, text)] };
    }
  };
  const resolved = (resolution: Resolution, text: string): CellReading => {
    const verdict = resolution.goods === null ? verdictUnresolved(resolution) : 'unknown';
    const state = verdict === 'review' || verdict === 'unreadable' ? verdict : 'unknown';
    return readingOf(law, resolution, text, state);
  };
  const drawn = (text: string, format: 'inchi' | 'mol'): CellReading => {
    if (chemist === null) return { ...UNREAD, state: 'unknown', problems: [needsToolkit(format)] };
    const read = chemist.read(text, format);
    if (!read.ok) return { ...UNREAD, problems: [read.problem] };
    const reading = smiles(read.value);
    if (format === 'mol') return reading;
    return { ...reading, found: reading.found.map((one) => ({ ...one, from: text })) };
  };
  return {
    read(text) {
      if (/^inchi=/i.test(text)) {
        const known = resolve(law, text, null);
        return known.goods === null ? drawn(text, 'inchi') : resolved(known, text);
      }
      if (MOL_BLOCK.test(text)) return drawn(text, 'mol');
      if (INCHIKEY.test(text)) return resolved(resolve(law, text, null), text);
      return smiles(withoutTail(text));
    },
  };
}

/** A SMILES ends at the first blank; what a program puts behind it (a title, `|...|`) is no part of the structure. */
function withoutTail(text: string): string {
  const blank = text.search(/\s/);
  if (blank < 0) return text;
  const head = text.slice(0, blank);
  // Letters before a blank may be a word: `CN gateway` is no hydrogen cyanide.
  return /^[A-Za-z]+$/.test(head) && text[blank + 1] !== '|' ? text : head;
}

function needsToolkit(format: 'inchi' | 'mol'): Problem {
  return {
    code: 'toolkit-missing',
    message: `To read ${format === 'inchi' ? 'an InChI' : 'a mol block'} a chemistry toolkit is needed, and none is loaded.`,
    todo: 'Load the toolkit, or give the structure as SMILES.',
  };
}
