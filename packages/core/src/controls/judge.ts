import type { Question, Reason } from './answer.ts';
import type { Link } from './link.ts';
import { inWords } from './jurisdiction-words.ts';
import { standingOn, type Standing } from './standing.ts';

/** The part of a question the law looks at: both dates and the transaction. */
export type LawQuestion = Pick<Question, 'on' | 'known' | 'activity' | 'from' | 'to' | 'quantity'>;

/**
 * What becomes of one control on the day.
 * - `applies`: without doubt. `review`: a person must decide. `unknown`: nobody has read what is needed to say.
 * - `elsewhere`: it holds for some destinations or preparations only, and the question leaves open whether for these.
 * - `excluded`: it would apply but for the reason given.
 * - `announced`, `proposed`: not law that day. `none`: nothing to say of it but in the explanation.
 */
export type Fate =
  'applies' | 'review' | 'unknown' | 'elsewhere' | 'excluded' | 'announced' | 'proposed' | 'none';

export interface Judged {
  readonly link: Link;
  readonly standing: Standing;
  readonly fate: Fate;
  /** The doubt or the exclusion; null where it applies or has nothing to do with the day. */
  readonly reason: Reason | null;
}

/** Holds every link against the day and the transaction, then applies the exclusions between entries. */
export function judgeAll(links: readonly Link[], question: LawQuestion): readonly Judged[] {
  const alone = links.map((link) => judge(link, question));
  const own = alone.find(({ link, fate }) => fate === 'applies' && link.own && holdsEverywhere(link));
  const listed = own === undefined ? alone : alone.map((one) => listedElsewhere(one, own));
  const certain = listed.some(({ fate }) => fate === 'applies');
  const settled = listed.map((one) => destinationSettled(one, certain));
  const decided = settled.some(
    ({ link, fate }) => link.basis !== 'analogue' && (fate === 'applies' || fate === 'review'),
  );
  return decided ? settled.map(analogueSettled) : settled;
}

function judge(link: Link, question: LawQuestion): Judged {
  const standing = standingOn(link.control, question.on, question.known);
  const [reason] = link.reasons;
  const own = { link, standing, reason: reason ?? null };
  switch (standing) {
    case 'in-force':
      return inForce(link, standing, question);
    case 'start-not-known':
    case 'publication-not-read':
      if (link.outcome === 'excluded') return { ...own, fate: 'none' };
      return { ...own, fate: 'unknown', reason: notRead(link, standing, question) };
    case 'announced':
    case 'proposed':
      return { ...own, fate: link.outcome === 'excluded' ? 'none' : standing };
    default:
      return { ...own, fate: 'none' };
  }
}

function inForce(link: Link, standing: Standing, question: LawQuestion): Judged {
  const { control } = link;
  const excluded = (reason: Reason): Judged => ({ link, standing, fate: 'excluded', reason });
  const [reason] = link.reasons;
  if (link.outcome === 'excluded' && reason !== undefined) return excluded(reason);
  const { activity } = question;
  if (activity !== null && control.activities.length > 0 && !control.activities.includes(activity)) {
    const data = { activity, activities: control.activities.join(', ') };
    const text = `It holds for ${control.activities.join(', ')} only; the question is about: ${activity}.`;
    return excluded({ code: 'other-activity', text, data });
  }
  const where = destination(link, question);
  if (where !== null) return { link, standing, ...where };
  if (control.preparationsOnly === true) return { link, standing, ...preparations(link) };
  return reason === undefined
    ? { link, standing, fate: 'applies', reason: null }
    : { link, standing, fate: 'review', reason };
}

/**
 * A control for some destinations only (China's export licence towards US, MX and CA) is about exports. Where the
 * destination is not told it may or may not hold: the goods are neither controlled nor clear by it.
 */
function destination(
  link: Link,
  question: LawQuestion,
): { readonly fate: Fate; readonly reason: Reason } | null {
  const { destinations, jurisdiction } = link.control;
  if (destinations.length === 0) return null;
  const list = destinations.join(', ');
  const data = { destinations: list };
  const { activity, from, to } = question;
  if (activity !== null && activity !== 'export' && !link.control.activities.includes(activity)) {
    const text = `It holds for exports to ${list} only; the question is about: ${activity}.`;
    return { fate: 'excluded', reason: { code: 'other-activity', text, data: { ...data, activity } } };
  }
  if (from !== null && from !== jurisdiction) {
    const text = `It holds for exports from ${inWords(jurisdiction)} only.`;
    return { fate: 'excluded', reason: { code: 'other-departure', text, data: { ...data, from } } };
  }
  if (to === null) {
    const text = `It holds for exports to ${list} only; the question names no destination.`;
    return { fate: 'elsewhere', reason: { code: 'depends-on-destination', text, data } };
  }
  if (destinations.includes(to)) return null;
  const text = `It holds for exports to ${list} only, not to ${to}.`;
  return { fate: 'excluded', reason: { code: 'other-destination', text, data: { ...data, to } } };
}

/** An entry for preparations (cough syrups of Schedule V) says nothing of the substance, and may be what is meant. */
function preparations({ control }: Link): { readonly fate: Fate; readonly reason: Reason } {
  const text = `It reaches only the preparations its words name: ${control.nameInLaw ?? control.entry}.`;
  return { fate: 'elsewhere', reason: { code: 'preparations-only', text, data: { control: control.id } } };
}

/** True for an entry that holds for every activity and destination, and so lists the goods in the plain sense. */
function holdsEverywhere(link: Link): boolean {
  return link.control.destinations.length === 0 && link.control.activities.length === 0;
}

const YIELDS: ReadonlySet<string> = new Set([
  'salt',
  'stereoisomer',
  'positional-isomer',
  'ester',
  'ether',
  'class',
]);

/**
 * Isomers, esters and members of a class are reached "unless listed in another schedule"; a salt named apart
 * (etorphine hydrochloride) likewise. Goods with their own entry are dealt with by it, not by the wider one.
 */
function listedElsewhere(one: Judged, own: Judged): Judged {
  const yields = !one.link.own && YIELDS.has(one.link.basis);
  if (!yields || !['applies', 'review', 'unknown'].includes(one.fate)) return one;
  const { list, entry, id } = own.link.control;
  const text = `The goods have their own entry in the same law (${list}, ${entry}).`;
  return { ...one, fate: 'excluded', reason: { code: 'listed-elsewhere', text, data: { own: id, list } } };
}

/** What depends on an untold destination, or on the goods being a preparation, decides only where nothing else does. */
function destinationSettled(one: Judged, certain: boolean): Judged {
  if (one.fate !== 'elsewhere') return one;
  return { ...one, fate: certain ? 'excluded' : 'review' };
}

/** Analogue statutes speak last: where another entry controls, or sends the goods to a person, they add nothing. */
function analogueSettled(one: Judged): Judged {
  return one.link.basis === 'analogue' && one.fate === 'review' ? { ...one, fate: 'none' } : one;
}

function notRead(link: Link, standing: Standing, question: LawQuestion): Reason {
  const { earliest, latest } = link.control.start;
  const data = { control: link.control.id, earliest, latest };
  const entry = `${link.control.list}, ${link.control.entry}`;
  if (standing === 'publication-not-read') {
    const text = `The day on which the entry (${entry}) was published has not been read; it is not known whether that was by ${question.known ?? question.on}.`;
    return { code: 'publication-day-not-read', text, data };
  }
  const since =
    latest === null ? 'it is not known whether it has started' : `it holds at latest since ${latest}`;
  const before = earliest === null ? '' : `, and not before ${earliest}`;
  const text = `The start day of the entry (${entry}) has not been read: ${since}${before}.`;
  return { code: 'start-not-known', text, data };
}
