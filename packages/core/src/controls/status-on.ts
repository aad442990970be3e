import type { ResolvedGoods } from '../goods/index.ts';
import { wider, type Day, type Jurisdiction } from '../kernel/index.ts';
import type { AppliedControl, ControlStatus, JurisdictionStatus, Reason } from './answer.ts';
import { appliedControl, strongestFirst } from './applied-control.ts';
import { linksOf } from './basis.ts';
import { isFull, kindStates, scopeOf } from './coverage.ts';
import { dutiesOf, penaltiesOf } from './duties.ts';
import { explain } from './explain.ts';
import { judgeAll, type Fate, type Judged, type LawQuestion } from './judge.ts';
import type { Law } from './law.ts';
import { quantityReasons } from './quantity-threshold.ts';
import { whenNothingApplies } from './when-nothing-applies.ts';

/**
 * What the law of one jurisdiction says of goods on a day: everything that applies, what is announced, proposed and
 * excluded, the duties that follow, why, and within which scope. Pure: the same law and question, the same answer.
 *
 * `deciding` is true where every kind of list the goods call for has been compiled (or is not regulated there).
 */
export function statusOn(
  law: Law,
  goods: ResolvedGoods,
  question: LawQuestion,
  jurisdiction: Jurisdiction,
): JurisdictionStatus {
  const above = wider(jurisdiction);
  const links = linksOf(law, goods).filter(
    ({ control }) => control.jurisdiction === jurisdiction || control.jurisdiction === above,
  );
  const judged = judgeAll(links, question);
  const states = kindStates(law, goods, jurisdiction);
  const shown = (fates: readonly Fate[]): AppliedControl[] =>
    judged
      .filter(({ fate }) => fates.includes(fate))
      .map(({ link, fate, reason }) =>
        appliedControl(law, link, question.known, fate === 'applies' ? null : reason),
      )
      .sort(strongestFirst);
  const controls = shown(['applies', 'review', 'unknown']);
  const announced = shown(['announced']);
  const proposed = shown(['proposed']);
  const byControls = statusByControls(judged);
  const byScope =
    byControls === null ? whenNothingApplies(law, goods, judged, states, question, jurisdiction) : null;
  const status = byControls ?? byScope?.status ?? 'unknown';
  const certain = controls.filter(({ doubt }) => doubt === null);
  const dutiable = status === 'review' ? controls : certain;
  return {
    jurisdiction,
    status,
    deciding: isFull(states),
    ...permanenceOf(status, controls),
    controls,
    announced,
    proposed,
    excluded: excludedOf(law, judged, question.known),
    duties: dutiesOf(law, goods, dutiable, question, jurisdiction),
    penalties: penaltiesOf(law, goods, dutiable, jurisdiction),
    reasons: distinct([
      ...doubtsOf(controls),
      ...(byScope?.reasons ?? []),
      ...knownReasons(judged, question),
      ...announcedReasons(announced),
      ...destinationReasons(judged),
      ...(status === 'review' && certain.length === 0 && controls.length > 0 ? [IF_CONTROLLED] : []),
      ...quantityReasons(dutiable, question),
    ]),
    scope: scopeOf(law, jurisdiction, states, byScope?.words ?? []),
    explanation: explain(law, goods, judged, states, status, question, jurisdiction),
  };
}

const IF_CONTROLLED: Reason = {
  code: 'duties-if-controlled',
  text: 'The duties shown hold if a person decides that the goods are controlled.',
};

/** Controlled by one entry without doubt; else to review; else unknown; null when no entry has anything to say. */
function statusByControls(judged: readonly Judged[]): ControlStatus | null {
  const fates = new Set(judged.map(({ fate }) => fate));
  if (fates.has('applies')) return 'controlled';
  if (fates.has('review')) return 'review';
  return fates.has('unknown') ? 'unknown' : null;
}

/** Temporary when all that applies is; the end is the last of theirs, since until then something holds. */
function permanenceOf(
  status: ControlStatus,
  controls: readonly AppliedControl[],
): Pick<JurisdictionStatus, 'permanence' | 'expires'> {
  if (status !== 'controlled' && status !== 'review') return { permanence: null, expires: null };
  const holding = status === 'controlled' ? controls.filter(({ doubt }) => doubt === null) : controls;
  if (!holding.every(({ permanence }) => permanence === 'temporary')) {
    return { permanence: 'permanent', expires: null };
  }
  const ends = holding.map(({ effectiveTo }) => effectiveTo);
  const open = ends.includes(null);
  const last = ends.reduce<Day | null>((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
  return { permanence: 'temporary', expires: open ? null : last };
}

function excludedOf(law: Law, judged: readonly Judged[], known: Day | null): JurisdictionStatus['excluded'] {
  return judged
    .flatMap(({ link, fate, reason }) =>
      fate === 'excluded' && reason !== null
        ? [{ ...appliedControl(law, link, known, null), because: reason }]
        : [],
    )
    .sort(strongestFirst);
}

/** The doubts that make a status; where something applies without doubt, they change nothing and are left out. */
function doubtsOf(controls: readonly AppliedControl[]): readonly Reason[] {
  if (controls.some(({ doubt }) => doubt === null)) return [];
  return controls.flatMap(({ doubt }) => doubt ?? []);
}

/** What a day of knowledge kept out of the answer, and what it could not judge. */
function knownReasons(judged: readonly Judged[], question: LawQuestion): readonly Reason[] {
  const { known } = question;
  if (known === null) return [];
  return judged.flatMap(({ link, standing }) => {
    if (standing !== 'not-published' || link.outcome === 'excluded') return [];
    const { id, list, entry, published } = link.control;
    const data = { control: id, known };
    return published === null
      ? [
          {
            code: 'publication-day-not-read',
            text: `The entry ${list}, ${entry} is left out: its publication day has not been read, and it starts after ${known}.`,
            data,
          },
        ]
      : [
          {
            code: 'published-later',
            text: `The entry ${list}, ${entry} is left out: it was published on ${published}, after ${known}.`,
            data,
          },
        ];
  });
}

function announcedReasons(announced: readonly AppliedControl[]): readonly Reason[] {
  return announced.map((control) => ({
    code: 'announced',
    text: `Published on ${String(control.publishedOn)} and in force from ${String(control.startWindow.earliest)}: ${control.list}, ${control.entry}.`,
    data: { control: control.id, from: control.startWindow.earliest },
  }));
}

function destinationReasons(judged: readonly Judged[]): readonly Reason[] {
  return judged.flatMap(({ reason }) => (reason?.code === 'depends-on-destination' ? [reason] : []));
}

function distinct(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>();
  return reasons.filter((reason) => {
    const key = `${reason.code}\n${reason.text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
