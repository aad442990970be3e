import { readForm, type FormWords } from './chemical-form.ts';
import { lineContext, type LineContext } from './description-context.ts';
import { numberMarks, type CasMark, type HsMark, type NumberMark, type UnMark } from './description-marks.ts';
import { findMisprints } from './description-misprints.ts';
import { findNames, findNationalNames, layLine, type Line, type NameHit } from './description-names.ts';
import type { PreparedLaw } from './resolve-law.ts';
import type { Substance } from './substance.ts';

/** A CAS number of a line and our goods that have it. */
export interface CasSign {
  readonly mark: CasMark;
  /** Goods under the number, or under the one that would fit where the digit is wrong or missing. */
  readonly goods: readonly { readonly substance: Substance; readonly form: FormWords }[];
  readonly right: boolean;
}

/** What a line was read into, before names and numbers are held against each other. */
export interface Signs {
  readonly line: Line;
  readonly context: LineContext;
  readonly hits: readonly NameHit[];
  readonly cas: readonly CasSign[];
  readonly un: readonly UnMark[];
  readonly hs: readonly HsMark[];
  /** True where words were read in another spelling: without misprints the line reads otherwise. */
  readonly respelled: boolean;
}

/** Reads a line into signs; without `withMisprints` only names as they are known are found. */
export function readSigns(prepared: PreparedLaw, text: string, withMisprints: boolean): Signs {
  const line = layLine(prepared, text);
  const { normal } = line.text;
  const marks = numberMarks(normal);
  const known = findNames(prepared, line, marks);
  const found = [...known, ...findNationalNames(prepared, line, marks, known)];
  const misprints = withMisprints ? findMisprints(prepared, line, marks, found) : [];
  // A longer name read from a misprint takes the place of the shorter ones inside it.
  const hits = [
    ...found.filter((hit) => !misprints.some((one) => one.start <= hit.start && one.end >= hit.end)),
    ...misprints,
  ];
  return {
    line,
    context: lineContext(prepared, normal, marks),
    hits: hits.sort((a, b) => a.start - b.start),
    cas: casSigns(prepared, marks),
    un: marks.filter((mark) => mark.kind === 'un'),
    hs: marks.filter((mark) => mark.kind === 'hs'),
    respelled: misprints.length > 0,
  };
}

/** CAS numbers of the line. Without a label a number that is not ours and does not check is no CAS number at all. */
function casSigns(prepared: PreparedLaw, marks: readonly NumberMark[]): readonly CasSign[] {
  return marks.flatMap((mark) => {
    if (mark.kind !== 'cas') return [];
    const right = !mark.cut && mark.number === mark.fits;
    const goods = prepared.withCas(mark.fits).map(({ substance, place }) => ({
      substance,
      form: readForm(substance.cas[place]?.form ?? 'parent'),
    }));
    if (!mark.labelled && !right && goods.length === 0) return [];
    return [{ mark, goods, right }];
  });
}
