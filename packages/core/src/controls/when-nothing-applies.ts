import type { ResolvedGoods } from '../goods/index.ts';
import type { Day, Jurisdiction } from '../kernel/index.ts';
import type { ControlStatus, Reason } from './answer.ts';
import { isSingleChemical } from './link.ts';
import type { Control } from './control.ts';
import { kindsNeeded, statusByCoverage, wordsOf, type KindState } from './coverage.ts';
import type { Judged, LawQuestion } from './judge.ts';
import type { Law } from './law.ts';
import { tablesOf } from './law-tables.ts';
import { standingOn, type Standing } from './standing.ts';

/** What may be said when no entry applies, and why. */
export interface ScopeSays {
  readonly status: ControlStatus;
  readonly reasons: readonly Reason[];
  /** How the scope is to be said on this day. */
  readonly words: readonly string[];
}

/** No entry applies: the coverage speaks, and what lies beside the lists may keep it from clearing the goods. */
export function whenNothingApplies(
  law: Law,
  goods: ResolvedGoods,
  judged: readonly Judged[],
  states: readonly KindState[],
  question: LawQuestion,
  jurisdiction: Jurisdiction,
): ScopeSays {
  const said = statusByCoverage(states, goods, jurisdiction, question.on);
  const words = wordsOf(states);
  const otherDays = said.status === 'not-controlled' && judged.some(standsOnOtherDays);
  const scope = otherDays ? noEntryThatDay(question.on) : null;
  const unsure = unverifiedDays(judged);
  const adopted = judged.filter(({ fate, link }) => fate === 'proposed' && link.control.stage === 'adopted');
  const keeps = [
    ...adopted.map(({ link }) => ({
      code: 'adopted-not-verified',
      text: `A text that names the goods (${link.control.list}, ${link.control.entry}) has been adopted; whether and since when it is in force has not been read.`,
      data: { control: link.control.id },
    })),
    ...comparedByName(goods),
    ...openLists(law, goods, question, jurisdiction, true),
  ];
  const caveats = [
    ...unsure,
    ...estersByList(goods),
    ...withoutStructure(goods),
    ...openLists(law, goods, question, jurisdiction, false),
  ];
  const status = said.status === 'not-controlled' && keeps.length > 0 ? 'unknown' : said.status;
  if (scope === null) return { status, reasons: [...keeps, ...said.reasons, ...caveats], words };
  const rest = said.reasons.filter(({ code }) => code !== 'not-found-in-scope');
  return { status, reasons: [...keeps, scope, ...rest, ...caveats], words: [scope.text] };
}

/** True for an entry that names or reaches the goods on another day, or that was published after the known day. */
function standsOnOtherDays({ link, standing }: Judged): boolean {
  return link.outcome !== 'excluded' && ['not-yet', 'announced', 'ended', 'not-published'].includes(standing);
}

/**
 * The words of the coverage speak of the law as it was read: "not among the 47 entries". Of goods that stand among
 * them now and did not on the day asked about, they would be wrong.
 */
function noEntryThatDay(on: Day): Reason {
  const text = `No entry for the goods applies on ${on}; the compiled law has entries for them on other days.`;
  return { code: 'no-entry-that-day', text, data: { on } };
}

/** A plant, extract or preparation has another name in each law (cannabis, marihuana): on no list by name is not clear. */
function comparedByName({ named }: ResolvedGoods): readonly Reason[] {
  if (named?.kind !== 'chemical' || isSingleChemical(named)) return [];
  const text = `The goods are no single chemical (${named.nature}): they have been compared by name only, and another law may name them otherwise.`;
  return [{ code: 'compared-by-name', text, data: { nature: named.nature } }];
}

/** Without a structure, rules over structures found nothing because they could not look. */
function withoutStructure({ named, parent }: ResolvedGoods): readonly Reason[] {
  if (named?.kind !== 'chemical' || parent !== null || !isSingleChemical(named)) return [];
  const text =
    'No structure of the goods is known here: classes and the general words of entries could not be asked.';
  return [{ code: 'no-structure', text }];
}

/** Esters and ethers are reached by a curated list only; of a structure no list names, that list says nothing. */
function estersByList(goods: ResolvedGoods): readonly Reason[] {
  const { parent } = goods;
  if (goods.named !== null || parent === null) return [];
  const bridged = parent.atoms.some((atom, index) => {
    if (atom.element !== 'O') return false;
    const ends = parent.bonds.flatMap(({ from, to }) => (from === index ? [to] : to === index ? [from] : []));
    return ends.length === 2 && ends.every((end) => parent.atoms[end]?.element === 'C');
  });
  if (!bridged) return [];
  const text =
    'Esters and ethers of controlled substances are known here by a curated list only; whether the structure is one of them has not been worked out.';
  return [{ code: 'esters-by-list', text }];
}

/** Days that nobody has verified and on which the silence of the lists rests. */
function unverifiedDays(judged: readonly Judged[]): readonly Reason[] {
  return judged.flatMap(({ link, standing, reason }) => {
    const { control } = link;
    if (reason?.code === 'isomer-excepted') return exceptionUnverified(control, standing);
    if (link.outcome === 'excluded') return [];
    const entry = `${control.list}, ${control.entry}`;
    const data = { control: control.id };
    if (standing === 'ended' && control.endConfidence === 'unverified') {
      const text = `An entry (${entry}) had ended by this day; the end day, ${String(control.end)}, is not verified.`;
      return [{ code: 'end-not-verified', text, data }];
    }
    const early = standing === 'not-yet' || standing === 'announced';
    if (early && control.start.confidence === 'unverified') {
      const text = `An entry (${entry}) starts later; its start day, ${String(control.start.earliest)}, is not verified.`;
      return [{ code: 'start-not-verified', text, data }];
    }
    return [];
  });
}

function exceptionUnverified(control: Control, standing: Standing): readonly Reason[] {
  if (standing !== 'in-force' || control.scope.confidence === 'verified') return [];
  const text = `The exception that takes the goods out of ${control.list}, ${control.entry} is not verified.`;
  return [{ code: 'exception-not-verified', text, data: { control: control.id } }];
}

/**
 * Entries that name goods without a compiled member list. Towards a destination for which such a list holds, what it
 * names is not known (`deciding`); otherwise it is a caveat.
 */
function openLists(
  law: Law,
  goods: ResolvedGoods,
  question: LawQuestion,
  jurisdiction: Jurisdiction,
  deciding: boolean,
): readonly Reason[] {
  if (!kindsNeeded(goods).includes('precursor')) return [];
  const { activity, from, to } = question;
  const away = activity !== null && activity !== 'export';
  return tablesOf(law)
    .open.filter((control) => control.jurisdiction === jurisdiction)
    .filter((control) => standingOn(control, question.on, question.known) === 'in-force')
    .filter(({ destinations }) => {
      if (destinations.length > 0 && (away || (from !== null && from !== jurisdiction))) return false;
      if (destinations.length === 0 || to === null) return !deciding;
      return deciding && destinations.includes(to);
    })
    .map((control) => {
      const towards =
        control.destinations.length === 0 ? '' : ` for exports to ${control.destinations.join(', ')}`;
      const text = `${control.list} (${control.entry}) names goods${towards} that are not all known here by name.`;
      return { code: 'open-list', text, data: { control: control.id } };
    });
}
