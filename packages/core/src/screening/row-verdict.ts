import { strongest, type Basis, type ControlStatus } from '../controls/index.ts';
import type { Jurisdiction } from '../kernel/index.ts';
import type { RowGoods } from './row-goods.ts';
import type { CellReading } from './row-reading.ts';
import { verdictOver, type GoodsStanding, type Standing, type Standings } from './row-standing.ts';
import type { ScreenedRow } from './screened-row.ts';

/** What the law says of a row. */
export type RowAnswer = Pick<ScreenedRow, 'verdict' | 'jurisdictions' | 'controls' | 'bases' | 'deciding'>;

/** What the law says of one of the goods of a row, as far as the row may say it. */
export interface GoodsOpinion {
  readonly goods: RowGoods;
  readonly verdict: ControlStatus;
  readonly standings: readonly Standing[];
}

/**
 * What the law says of the goods of a row. Of several forms the strongest counts. Goods that a person must confirm
 * are at most to review; what was found beside words that were not understood, and a row of candidates only, clear
 * nothing.
 */
export function opinions(all: readonly RowGoods[], law: Standings): readonly GoodsOpinion[] {
  const sure = all.some(({ found }) => found.match === 'exact');
  return all.map((goods) => {
    const forms = goods.forms.map((form) => law.of(form));
    const candidate = goods.found.match === 'candidate';
    if (!candidate && !goods.wordsLeft && forms.length === 1) return { goods, ...forms[0]! };
    const clears = !goods.wordsLeft && (!candidate || sure);
    const standings = strongestForms(forms).map((one) => ({
      ...one,
      status: weakened(one.status, candidate, clears),
    }));
    return { goods, standings, verdict: verdictOver(standings) };
  });
}

function weakened(status: ControlStatus, candidate: boolean, clears: boolean): ControlStatus {
  if (candidate && status === 'controlled') return 'review';
  return !clears && (status === 'not-controlled' || status === 'outside') ? 'unknown' : status;
}

/** For each jurisdiction the strongest status of the forms, with the controls of all of them. */
function strongestForms(forms: readonly GoodsStanding[]): readonly Standing[] {
  const [first, ...more] = forms;
  if (first === undefined || more.length === 0) return first?.standings ?? [];
  return first.standings.map((one, at) => {
    const same = [one, ...more.flatMap(({ standings }) => standings[at] ?? [])];
    return {
      jurisdiction: one.jurisdiction,
      status: strongest(same.map(({ status }) => status)),
      deciding: same.some(({ deciding }) => deciding),
      controls: same.flatMap(({ controls }) => controls),
    };
  });
}

/** The answer of a row with goods: the strongest of theirs. `cells`: readings that a person must take apart count too. */
export function answerOver(
  found: readonly GoodsOpinion[],
  cells: readonly CellReading[],
  asked: readonly Jurisdiction[],
): RowAnswer {
  const statuses = new Map<Jurisdiction, ControlStatus>();
  const deciding = new Set<Jurisdiction>();
  const controls = new Set<string>();
  const bases = new Set<Basis>();
  for (const { standings } of found) {
    for (const one of standings) {
      statuses.set(one.jurisdiction, strongest([statuses.get(one.jurisdiction) ?? 'outside', one.status]));
      if (one.deciding) deciding.add(one.jurisdiction);
      for (const { id, basis } of one.controls) {
        controls.add(id);
        bases.add(basis);
      }
    }
  }
  const open = cells.some(({ state }) => state === 'review');
  const verdicts = found.map(({ verdict }) => verdict);
  if (open) for (const one of asked) statuses.set(one, strongest([statuses.get(one) ?? 'review', 'review']));
  return {
    verdict: strongest(open ? [...verdicts, 'review'] : verdicts),
    jurisdictions: Object.fromEntries(statuses),
    controls: [...controls],
    bases: [...bases],
    deciding: asked.filter((one) => deciding.has(one)),
  };
}

/** The answer of a row in which no goods were found: a person must take it apart, nobody knows, or it was not read. */
export function answerWithout(cells: readonly CellReading[], asked: readonly Jurisdiction[]): RowAnswer {
  const states = new Set(cells.map(({ state }) => state));
  const status: ControlStatus = states.has('review') ? 'review' : 'unknown';
  const none = { controls: [], bases: [], deciding: [] };
  if (cells.length === 0 || (states.size === 1 && states.has('unreadable'))) {
    return { verdict: 'unreadable', jurisdictions: {}, ...none };
  }
  return { verdict: status, jurisdictions: Object.fromEntries(asked.map((one) => [one, status])), ...none };
}
