import type { CounterIon, GoodsForm } from '../goods/index.ts';
import type { Reason } from './answer.ts';
import type { Basis } from './bases.ts';
import type { Scope } from './control.ts';

/** What an instrument's clause makes of goods that are a form of what its entry names. */
export interface FormReach {
  /** `named` for the thing itself; else the farthest form: isotopologue, then stereoisomer, then salt. */
  readonly basis: Basis;
  readonly outcome: 'applies' | 'doubt' | 'excluded';
  /** Why not, or why not surely; the exclusions first. */
  readonly reasons: readonly Reason[];
}

/** What was taken off by role, so that a hydrate is not mistaken for a salt. */
export type CounterIonRoles = ReadonlyMap<string, CounterIon['role']>;

/**
 * Whether the goods are a salt. Water and solvents are no counter-ions; what the list does not know counts as one,
 * since a clause on salts must then be asked.
 */
export function isSalt(form: GoodsForm, roles: CounterIonRoles): boolean {
  if (form.salt !== null) return true;
  return form.removed.some((name) => {
    const role = roles.get(name);
    return role !== 'water' && role !== 'solvent';
  });
}

/**
 * Holds a form of a substance against the clause of one entry. Every difference is asked, and all that is found is
 * reported: a salt of an isotopologue needs both clauses.
 */
export function formReach(
  scope: Scope,
  form: GoodsForm,
  openStereo: boolean,
  roles: CounterIonRoles,
): FormReach {
  const asked: { readonly basis: Basis; readonly reason: Reason | null; readonly excluded: boolean }[] = [];
  if (form.isotopes) asked.push({ basis: 'isotopologue', ...isotopes(scope) });
  if (form.stereo !== 'named' && !openStereo) {
    asked.push({ basis: 'stereoisomer', ...stereo(scope, form.stereo) });
  }
  if (isSalt(form, roles)) asked.push({ basis: 'salt', ...salts(scope, form) });
  const excluded = asked.filter((one) => one.excluded);
  const doubts = asked.filter((one) => !one.excluded && one.reason !== null);
  return {
    basis: asked[0]?.basis ?? 'named',
    outcome: excluded.length > 0 ? 'excluded' : doubts.length > 0 ? 'doubt' : 'applies',
    reasons: [...excluded, ...doubts].flatMap((one) => (one.reason === null ? [] : [one.reason])),
  };
}

interface Asked {
  readonly reason: Reason | null;
  readonly excluded: boolean;
}

const REACHED: Asked = { reason: null, excluded: false };

function salts(scope: Scope, form: GoodsForm): Asked {
  const salt = form.salt ?? form.removed.join(', ');
  const data = { salt };
  if (scope.salts === 'no') {
    return excluded(
      'salts-not-covered',
      `The goods are a salt (${salt}); the entry does not reach salts.`,
      data,
    );
  }
  if (scope.salts === 'unread') {
    return doubtful(
      'salts-unread',
      `The goods are a salt (${salt}); whether the entry reaches salts has not been read.`,
      data,
    );
  }
  if ([salt, ...form.removed].some((name) => scope.saltsExcept.includes(name))) {
    // "The salts of hydrochloric acid and sulphuric acid are excepted": of those acids as goods, or of any base
    // on the list with them? Both readings are possible, so a person decides.
    return doubtful(
      'salt-excepted',
      `The entry reaches salts but excepts those of ${scope.saltsExcept.join(' and ')}; whether that takes out the ${salt} of another substance can be read two ways.`,
      data,
    );
  }
  return REACHED;
}

function stereo(scope: Scope, how: 'open' | 'other'): Asked {
  const what =
    how === 'open'
      ? 'The stereochemistry of the goods is not stated where the entry defines it'
      : 'The goods are another stereoisomer than the one named';
  switch (scope.isomers) {
    case 'optical':
    case 'stereo':
    case 'positional':
      return REACHED;
    case 'unread':
      return doubtful('isomers-unread', `${what}; whether the entry reaches isomers has not been read.`);
    case 'none':
      // Goods described without stereochemistry may be, or contain, the very isomer the entry names.
      return how === 'open'
        ? doubtful('stereo-not-stated', `${what}; they may be the isomer that is named.`)
        : excluded('isomers-not-covered', `${what}; the entry does not reach isomers.`);
  }
}

function isotopes(scope: Scope): Asked {
  const what = 'The goods are an isotopologue of the substance named';
  if (scope.isotopologues === 'yes') return REACHED;
  return scope.isotopologues === 'no'
    ? excluded('isotopologues-not-covered', `${what}; the entry does not reach isotopologues.`)
    : doubtful(
        'isotopologues-unread',
        `${what}; the instrument is not known to say whether it reaches them.`,
      );
}

function excluded(code: string, text: string, data?: Reason['data']): Asked {
  return { reason: { code, text, ...(data === undefined ? {} : { data }) }, excluded: true };
}

function doubtful(code: string, text: string, data?: Reason['data']): Asked {
  return { reason: { code, text, ...(data === undefined ? {} : { data }) }, excluded: false };
}
