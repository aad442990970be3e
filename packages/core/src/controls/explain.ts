import type { ResolvedGoods } from '../goods/index.ts';
import type { ControlStatus, Explanation, Reason } from './answer.ts';
import { BASES, type Basis } from './bases.ts';
import type { KindState } from './coverage.ts';
import { isSalt } from './form-reach.ts';
import { inWords } from './jurisdiction-words.ts';
import type { Judged, LawQuestion } from './judge.ts';
import type { Law } from './law.ts';
import { tablesOf } from './law-tables.ts';
import type { Jurisdiction } from '../kernel/index.ts';

const STATUS_WORDS: Readonly<Record<ControlStatus, string>> = {
  controlled: 'controlled',
  review: 'a person must decide',
  'not-controlled': 'not controlled within the compiled scope',
  unknown: 'not known',
  outside: 'outside what is regulated here',
};

const STATUS_OUTCOME: Readonly<Record<ControlStatus, Explanation['outcome']>> = {
  controlled: 'yes',
  review: 'unclear',
  unknown: 'unclear',
  'not-controlled': 'no',
  outside: 'no',
};

const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  named: 'Is there an entry for the goods themselves?',
  salt: 'Are they a salt of something with an entry?',
  stereoisomer: 'Are they a stereoisomer of something with an entry?',
  'positional-isomer': 'Could they be a positional isomer of something with an entry that reaches those?',
  isotopologue: 'Are they an isotopologue of something with an entry?',
  ester: 'Are they an ester, by the curated list, of something with an entry?',
  ether: 'Are they an ether, by the curated list, of something with an entry?',
  'part-generic': 'Does an entry reach them in general words (its amides, carbamates, halides, acetals ...)?',
  class: 'Are they a member of a class the law controls, or may they be one?',
  analogue: 'Could a law on analogues reach them?',
};

/** The tree behind a status: each basis with its entries and their days, those not met, then what has been compiled. */
export function explain(
  law: Law,
  goods: ResolvedGoods,
  judged: readonly Judged[],
  states: readonly KindState[],
  status: ControlStatus,
  question: LawQuestion,
  jurisdiction: Jurisdiction,
): Explanation {
  return {
    code: 'status',
    text: `In ${inWords(jurisdiction)} on ${question.on}: ${STATUS_WORDS[status]}.`,
    outcome: STATUS_OUTCOME[status],
    data: { jurisdiction, status, on: question.on, known: question.known },
    children: [
      ...BASES.flatMap((basis) => explainBasis(basis, judged, question)),
      ...basesNotMet(law, goods, judged),
      explainCoverage(states, jurisdiction, status),
    ],
  };
}

/** One basis with every entry that has to do with it; nothing where there is none. */
function explainBasis(
  basis: Basis,
  judged: readonly Judged[],
  question: LawQuestion,
): readonly Explanation[] {
  const met = judged.filter(({ link }) => link.basis === basis);
  if (met.length === 0) return [];
  const fates = new Set(met.map(({ fate }) => fate));
  const unclear = fates.has('review') || fates.has('unknown') || fates.has('elsewhere');
  return [
    {
      code: `basis-${basis}`,
      text: BASIS_WORDS[basis],
      outcome: fates.has('applies') ? 'yes' : unclear ? 'unclear' : 'no',
      children: met.map((one) => explainControl(one, question)),
    },
  ];
}

/** The bases that found nothing, in one node: what was asked, and what these goods gave no reason to ask. */
function basesNotMet(law: Law, goods: ResolvedGoods, judged: readonly Judged[]): readonly Explanation[] {
  const met = new Set(judged.map(({ link }) => link.basis));
  const empty = BASES.filter((basis) => !met.has(basis));
  const asked = empty.filter((basis) => isAsked(law, goods, basis));
  const rest = empty.filter((basis) => !asked.includes(basis));
  if (empty.length === 0) return [];
  const told = asked.length === 0 ? '' : `No entry was met on these bases: ${asked.join(', ')}. `;
  const untold = rest.length === 0 ? '' : `Not asked of these goods: ${rest.join(', ')}.`;
  return [
    {
      code: 'bases-not-met',
      text: `${told}${untold}`.trim(),
      outcome: asked.length > 0 ? 'no' : 'not-asked',
      data: { asked: asked.join(' '), notAsked: rest.join(' ') },
      children: [],
    },
  ];
}

/** Whether the question can be put to these goods at all. */
function isAsked(law: Law, goods: ResolvedGoods, basis: Basis): boolean {
  const tables = tablesOf(law);
  switch (basis) {
    case 'named':
      return true;
    case 'salt':
      return isSalt(goods.form, tables.roles);
    case 'isotopologue':
      return goods.form.isotopes;
    case 'stereoisomer':
      return goods.inchikey !== null;
    case 'ester':
    case 'ether':
      return goods.kind === 'chemical';
    default:
      return goods.parent !== null;
  }
}

function explainControl(one: Judged, question: LawQuestion): Explanation {
  const { link, standing, fate, reason } = one;
  const { control } = link;
  const outcome =
    fate === 'applies' ? 'yes' : ['review', 'unknown', 'elsewhere'].includes(fate) ? 'unclear' : 'no';
  const reasons =
    reason === null ? link.reasons : [reason, ...link.reasons.filter((other) => other !== reason)];
  return {
    code: 'control',
    text: `${control.list}, ${control.entry}: ${standingWords(one, question)}.`,
    outcome,
    data: {
      control: control.id,
      basis: link.basis,
      standing,
      fate,
      earliest: control.start.earliest,
      latest: control.start.latest,
      end: control.end,
      published: control.published,
    },
    citation: control.citation,
    children: reasons.map((other) =>
      explainReason(other, link.outcome === 'excluded' || fate === 'excluded'),
    ),
  };
}

function standingWords({ link, standing }: Judged, question: LawQuestion): string {
  const { start, end, published, stage } = link.control;
  const until = end === null ? '' : `, until ${end}`;
  const exact = start.earliest !== null && start.earliest === start.latest;
  switch (standing) {
    case 'in-force':
      return exact
        ? `in force since ${String(start.latest)}${until}`
        : `in force at latest since ${String(start.latest)}${until}`;
    case 'start-not-known':
      return `its start day is not known (${start.earliest ?? 'any day'} to ${start.latest ?? 'open'})`;
    case 'announced':
      return `published ${String(published)}, in force from ${String(start.earliest)}`;
    case 'not-yet':
      return `not yet in force; it starts on ${String(start.earliest)}`;
    case 'ended':
      return `no longer in force; it ended on ${String(end)}`;
    case 'not-published':
      return `not published by ${String(question.known)}`;
    case 'publication-not-read':
      return `its publication day has not been read`;
    case 'proposed':
      return `${stage}, not law`;
    case 'not-yet-proposed':
      return `${stage} only after this day, not law`;
    case 'withdrawn':
      return `${stage}, and no longer pending on ${question.on}`;
  }
}

function explainReason(reason: Reason, excluded: boolean): Explanation {
  return {
    code: reason.code,
    text: reason.text,
    outcome: excluded ? 'no' : 'unclear',
    ...(reason.data === undefined ? {} : { data: reason.data }),
    children: [],
  };
}

/** What has been compiled: it decides between not controlled, unknown and outside, and only where nothing applies. */
function explainCoverage(
  states: readonly KindState[],
  jurisdiction: Jurisdiction,
  status: ControlStatus,
): Explanation {
  const decides = status === 'not-controlled' || status === 'unknown' || status === 'outside';
  const full = states.every(({ state }) => state !== 'partial' && state !== 'absent');
  return {
    code: 'coverage',
    text: `Has what ${inWords(jurisdiction)} regulates been compiled for goods of this kind?`,
    outcome: decides ? (full ? 'yes' : 'no') : 'not-asked',
    data: { jurisdiction },
    children: (decides ? states : []).map(({ kind, state, row, onlyFamilies }) => ({
      code: `coverage-${kind}`,
      text: row?.words ?? `${kind}: ${state}`,
      outcome:
        state === 'complete' || state === 'presence' ? 'yes' : state === 'outside' ? 'not-asked' : 'no',
      data: {
        kind,
        state,
        checkedOn: row?.checkedOn ?? null,
        families: (row?.families ?? onlyFamilies).join(', '),
      },
      children: [],
    })),
  };
}
