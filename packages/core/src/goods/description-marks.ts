import { withCheckDigit } from './question.ts';

/** A number or quantity in a line of text and where it stands (UTF-16 indices of the line). */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

export interface CasMark extends Mark {
  readonly kind: 'cas';
  /** As printed, with plain hyphens; without its check digit where it is cut. */
  readonly number: string;
  /** With the check digit that fits. */
  readonly fits: string;
  readonly cut: boolean;
  readonly labelled: boolean;
}

export interface UnMark extends Mark {
  readonly kind: 'un';
  readonly number: string;
}

export interface HsMark extends Mark {
  readonly kind: 'hs';
  /** Digits only, at least six. */
  readonly digits: string;
  readonly labelled: boolean;
}

export type NumberMark = CasMark | UnMark | HsMark;

/** Numbers of a line that say which goods it speaks of, in the order of the line. */
export function numberMarks(line: string): readonly NumberMark[] {
  const cas = casMarks(line);
  const un = unMarks(line);
  const taken = [...cas, ...un];
  const hs = hsMarks(line).filter((mark) => !taken.some((other) => overlap(mark, other)));
  return [...taken, ...hs].sort((a, b) => a.start - b.start);
}

export function overlap(a: Mark, b: Mark): boolean {
  return a.start < b.end && b.start < a.end;
}

const HYPHEN = String.raw`\s?[-\u2010-\u2015\u2212]\s?`;
const LABEL = String.raw`\bCAS(?:[\s-]*(?:RN|registry|number|no|nr|num|n[ºo°]|号|登记号|登錄號|番号))*[\s.:#：-]*`;
const CAS_WHOLE = new RegExp(
  String.raw`(${LABEL})?(?<![\d.,-])(\d{2,7})${HYPHEN}(\d{2})${HYPHEN}(\d)(?![\d-])`,
  'giu',
);
const CAS_BARE = new RegExp(String.raw`(${LABEL})(?<!\d)(\d{2,7})(\d{2})(\d)(?![\d-]|${HYPHEN}\d)`, 'giu');
const CAS_CUT = new RegExp(String.raw`(${LABEL})(\d{2,7})${HYPHEN}(\d{2})(?:${HYPHEN})?(?!\d)`, 'giu');

function casMarks(line: string): CasMark[] {
  const found: CasMark[] = [];
  for (const match of line.matchAll(CAS_WHOLE)) {
    const body = `${match[2]!.replace(/^0+(?=\d{2})/, '')}-${match[3]!}`;
    found.push({
      kind: 'cas',
      start: match.index,
      end: match.index + match[0].length,
      number: `${body}-${match[4]!}`,
      fits: withCheckDigit(body),
      cut: false,
      labelled: match[1] !== undefined,
    });
  }
  for (const match of line.matchAll(CAS_BARE)) {
    const body = `${match[2]!}-${match[3]!}`;
    found.push({
      kind: 'cas',
      start: match.index,
      end: match.index + match[0].length,
      number: `${body}-${match[4]!}`,
      fits: withCheckDigit(body),
      cut: false,
      labelled: true,
    });
  }
  for (const match of line.matchAll(CAS_CUT)) {
    const body = `${match[2]!}-${match[3]!}`;
    const mark: CasMark = {
      kind: 'cas',
      start: match.index,
      end: match.index + match[0].length,
      number: body,
      fits: withCheckDigit(body),
      cut: true,
      labelled: true,
    };
    if (!found.some((other) => overlap(mark, other))) found.push(mark);
  }
  return found;
}

function unMarks(line: string): UnMark[] {
  const pattern = /(?<![\p{L}\d])(?:UN|ONU)[\s-]*(?:ID|No|Nr|number|n[ºo°])?[\s.:#-]*(\d{4})(?!\d)/giu;
  return [...line.matchAll(pattern)].map((match) => ({
    kind: 'un',
    start: match.index,
    end: match.index + match[0].length,
    number: `UN${match[1]!}`,
  }));
}

const HS_LABELLED =
  /(?:(?<![\p{L}\d])(?:HS|HSN|H\.S\.|HTS|HTSUS|NCM|NICO|TARIC|TIGIE|harmoni[sz]ed (?:system|code)|tariff|fracci[oó]n(?: arancelaria)?|partida(?: arancelaria)?)|税号|稅號|税则号列|商品编号|商品編號|海关编码|海關編碼)(?:[\s-]*(?:code|no|number|line|item|c[oó]digo|编码|号))*[\s.:#：-]*(\d{4}(?:[.\s]?\d{2}){1,3}(?:[.\s]?\d{2})?)(?!\d)/giu;
const HS_PLAIN =
  /(?<![\d.,])(\d{4}\.\d{2}(?:\.\d{2,4}){0,2})(?![\d]|[.,]\d|\s?(?:%|[kmµμ]?g\b|kgs?\b|ml\b|l\b|mt\b|t\b|usd|eur|公斤|千克|克|吨|升))/giu;

function hsMarks(line: string): HsMark[] {
  const found: HsMark[] = [];
  for (const [pattern, labelled] of [
    [HS_LABELLED, true],
    [HS_PLAIN, false],
  ] as const) {
    for (const match of line.matchAll(pattern)) {
      const digits = match[1]!.replace(/\D/g, '');
      const chapter = Number(digits.slice(0, 2));
      if (chapter < 1 || chapter > 97 || chapter === 77 || digits.length > 12) continue;
      const mark: HsMark = {
        kind: 'hs',
        start: match.index,
        end: match.index + match[0].length,
        digits,
        labelled,
      };
      if (!found.some((other) => overlap(mark, other))) found.push(mark);
    }
  }
  return found;
}
