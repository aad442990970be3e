import Big from 'big.js';
import type { AppliedControl, Question, Reason } from '../controls/index.ts';
import { accepted, readAmount, refused, type Outcome, type Problem } from '../kernel/index.ts';
import { verdictOver, type Standing } from './row-standing.ts';
import type { GoodsOpinion } from './row-verdict.ts';
import type { RowProblem, TableRow } from './screened-row.ts';

/** The share of the goods in what is shipped, as an exact decimal of percent; a range has two ends. */
export interface Share {
  readonly given: string;
  /** Percent, plain decimal: `25`, `0.05`. The upper end of a range. */
  readonly percent: string;
  /** `weight` or `volume` where it is said; null where not. */
  readonly by: 'weight' | 'volume' | null;
}

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:%|％|percent|pct|per cent|por ciento|porciento|百分比)$/i, '1'],
  [/^(?:‰|permille|per mille)$/i, '0.1'],
  [/^(?:ppm|mg\/kg|µg\/g|μg\/g)$/i, '0.0001'],
  [/^(?:ppb|µg\/kg|μg\/kg)$/i, '0.0000001'],
  [/^g\/kg$/i, '0.1'],
  [/^g\/100 ?g$/i, '1'],
];

const SHARE =
  /^(?:[<≤]|max\.?|up to|hasta|不超过|至多)?\s*(?:(\d[\d.,]*)\s*(?:%|％)?\s*(?:-|–|~|to|a|至|到)\s*)?(\d[\d.,]*|[.,]\d+)\s*([%％‰]|percent|pct|per cent|por ciento|百分比|ppm|ppb|permille|mg\/kg|[µμ]g\/k?g|g\/kg|g\/100 ?g)?\s*[(（]?\s*((?:by\s)?(?:w\/?w|m\/?m|v\/?v|wt\.?|vol\.?|weight|volume|mass|peso|volumen|质量|体积)(?:\s?(?:分数|basis))?)?[)）]?(?:\s*(?:min|max|purity|assay)\.?)?$/i;

/** Longer than any share in a document. */
const LONGEST_CHARS = 60;

/**
 * Reads a share: `25 %`, `2.2% w/w`, `500 ppm`, `10-20 %` (the upper end counts), `≤ 40%`. `percent`: true where the
 * head of the column says percent, so that a bare number is one. A share by mass and volume (`mg/mL`) is refused: it
 * needs the density.
 *
 * Refusals: `share-form`, `share-unit-missing`, `share-open` (at least so much: no upper end), `share-over-hundred`.
 */
export function readShare(text: string, percent: boolean): Outcome<Share> {
  const given = text.normalize('NFKC').trim();
  if (given.length > LONGEST_CHARS) return refused(notAShare(given.slice(0, LONGEST_CHARS)));
  // At least 98 % is at most 100 %.
  if (/^(?:[>≥]|min\.?|at least|m[ií]n|至少|不低于)|(?:\bmin\.?|以上)$/i.test(given)) {
    return /\d/.test(given) ? accepted({ given, percent: '100', by: null }) : refused(notAShare(given));
  }
  const match = SHARE.exec(given);
  if (match === null) return refused(notAShare(given));
  const [, , amount = '', unit, basis] = match;
  const part = unit === undefined ? (percent ? '1' : null) : partOf(unit);
  if (part === null) return refused(withoutUnit(given));
  const read = readAmount(amount);
  if (!read.ok) return read;
  const share = new Big(read.value.amount).times(part);
  if (share.gt(100)) return refused(overHundred(given));
  const by = basis === undefined ? null : /^(?:by\s)?(?:v|体)/i.test(basis) ? 'volume' : 'weight';
  return accepted({ given, percent: share.toFixed(), by });
}

function partOf(unit: string): string | null {
  return PARTS.find(([pattern]) => pattern.test(unit))?.[1] ?? null;
}

/** The one share that words speak of: `Iodine tincture 2 %`; null where they speak of none, or of several. */
export function shareInWords(text: string): Share | null {
  const shares =
    text.normalize('NFKC').match(/(?<![\d.,])\d{1,3}(?:[.,]\d{1,4})? ?%(?: ?\(?[wv]\/[wv]\)?)?/gi) ?? [];
  const [only, ...more] = shares;
  if (only === undefined || more.length > 0 || /\d ?(?:-|–|~|to) ?\d[\d.,]* ?%/.test(text)) return null;
  const read = readShare(only, true);
  return read.ok ? read.value : null;
}

/**
 * The share in a row: of its column, else the one that the words speak of in which all its goods were found. Null where
 * none is said, or none that can be read.
 */
export function shareOfRow(
  row: TableRow,
  column: string | null,
  words: string | null,
): { readonly share: Share | null; readonly problems: readonly RowProblem[] } {
  const text = column === null || !Object.hasOwn(row.cells, column) ? '' : (row.cells[column] ?? '').trim();
  if (column === null || !/\d/.test(text)) {
    return { share: words === null ? null : shareInWords(words), problems: [] };
  }
  const read = readShare(text, /[%％]|percent|pct|por ?ciento|百分/i.test(column));
  return read.ok
    ? { share: read.value, problems: [] }
    : { share: null, problems: [{ ...read.problem, column }] };
}

/** An exemption of mixtures, as its words give it. */
export interface MixtureExemption {
  /** Mixtures of not more than so many percent; null where the words give no figure, or the figure was not read. */
  readonly percent: string | null;
  /** True where it is for import and export alone. */
  readonly tradeOnly: boolean;
}

/** The exemption of mixtures that the words of an entry speak of; null where they speak of something else. */
export function mixtureExemption(words: string): MixtureExemption | null {
  if (!/\bmixtures?\b|concentration|<=|with at most/i.test(words)) return null;
  const figure = /mixtures of not more than (\d+(?:\.\d+)?) ?(?:%|percent)/i.exec(words);
  return {
    percent: /not read/i.test(words) ? null : (figure?.[1] ?? null),
    tradeOnly: /^import and export\b/i.test(words),
  };
}

/** What the exemptions of mixtures make of the opinions on a row's goods. */
export interface Exempted {
  readonly opinions: readonly GoodsOpinion[];
  readonly reasons: readonly Reason[];
  readonly problems: readonly RowProblem[];
}

/** Above this share, in percent, goods are sold as themselves: an exemption of mixtures is not looked for. */
const MIXTURE_BELOW_PERCENT = 90;

/**
 * Holds the share of a row against the exemptions of mixtures of the entries that apply. Where every entry of a
 * jurisdiction that applies excepts a mixture of this share by a figure that was read, the status is `review`: the
 * share is the seller's word, and a person decides. An exemption whose figure was not read is a doubt, and changes
 * nothing. Nothing is ever cleared by a share.
 */
export function withExemptions(
  all: readonly GoodsOpinion[],
  read: ReturnType<typeof shareOfRow>,
  question: Pick<Question, 'activity'>,
): Exempted {
  const { share, problems } = read;
  if (share === null || new Big(share.percent).gte(MIXTURE_BELOW_PERCENT)) {
    const needed = all.some(({ standings }) =>
      standings.some(({ controls }) => controls.some(exemptsMixtures)),
    );
    return { opinions: all, reasons: [], problems: needed ? problems : [] };
  }
  const reasons = new Map<string, Reason>();
  const opinions = all.map((opinion) => {
    if (opinion.goods.found.goods === null) return opinion;
    const standings = opinion.standings.map((standing) => exempted(standing, share, question, reasons));
    return { ...opinion, standings, verdict: verdictOver(standings) };
  });
  return { opinions, reasons: [...reasons.values()], problems: [] };
}

function exemptsMixtures({ exemptions }: AppliedControl): boolean {
  return exemptions.some((words) => mixtureExemption(words) !== null);
}

function exempted(
  standing: Standing,
  share: Share,
  question: Pick<Question, 'activity'>,
  reasons: Map<string, Reason>,
): Standing {
  const applying = standing.controls.filter(({ doubt }) => doubt === null);
  const held = applying.map((control) => holdAgainst(control, share, question));
  for (const one of held) if (one !== null) reasons.set(`${one.reason.code} ${one.reason.text}`, one.reason);
  const all = held.length > 0 && held.every((one) => one?.exempt === true);
  return all && standing.status === 'controlled' ? { ...standing, status: 'review' } : standing;
}

function holdAgainst(
  control: AppliedControl,
  share: Share,
  { activity }: Pick<Question, 'activity'>,
): { readonly exempt: boolean; readonly reason: Reason } | null {
  const read = control.exemptions.map((words) => ({ words, exemption: mixtureExemption(words) }));
  const one = read.find(({ exemption }) => exemption !== null);
  if (one?.exemption == null) return null;
  const { words, exemption } = one;
  const entry = `${control.list}, ${control.entry}`;
  const data = { control: control.id, share: share.given, limit: exemption.percent };
  const say = (exempt: boolean, code: string, text: string): { exempt: boolean; reason: Reason } => ({
    exempt,
    reason: { code, text, data },
  });
  if (exemption.percent === null) {
    const text = `${share.given}: ${entry} exempts some mixtures, and whether this one has not been read: ${words}.`;
    return say(false, 'mixture-exemption-not-read', text);
  }
  if (new Big(share.percent).gt(exemption.percent)) {
    return say(false, 'mixture-above-limit', `${share.given} is above the exemption of ${entry}: ${words}.`);
  }
  const trade = activity === 'import' || activity === 'export' || activity === 'transit';
  if (exemption.tradeOnly && !trade) {
    const text = `${share.given} is within an exemption of ${entry} for import and export only: ${words}.`;
    return say(false, 'mixture-exempt-in-trade', text);
  }
  const text = `${share.given} is within an exemption of ${entry}: ${words}. A person must confirm the share.`;
  return say(true, 'mixture-may-be-exempt', text);
}

function notAShare(given: string): Problem {
  return {
    code: 'share-form',
    message: `“${given}” is no share of the goods: a number and percent or ppm, as in 25 % or 500 ppm.`,
    todo: 'Give percent by weight.',
    data: { given },
  };
}

function withoutUnit(given: string): Problem {
  return {
    code: 'share-unit-missing',
    message: `“${given}” has no unit: percent, or a part of one?`,
    todo: 'Write 25 % or 500 ppm, or put % into the head of the column.',
    data: { given },
  };
}

function overHundred(given: string): Problem {
  return {
    code: 'share-over-hundred',
    message: `“${given}” is more than the whole.`,
    todo: 'Compare the figure with its source.',
    data: { given },
  };
}
