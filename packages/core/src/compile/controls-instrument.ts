import type { Control, Instrument, LocalCode, Scope, Start, Target, Threshold } from '../controls/index.ts';
import { isDay, type Day } from '../kernel/index.ts';
import { citationsOf } from './controls-citation.ts';
import type {
  EntryFile,
  Inherited,
  InstrumentFile,
  Read,
  ScopeEntry,
  Sources,
  StartEntry,
  ThresholdEntry,
} from './controls-schema.ts';

/** An instrument with its entries written out; `faults` are what the file's own names leave open. */
export interface ExpandedInstrument {
  readonly instrument: Instrument;
  /** With the position of the entry in the file, for problems found later. */
  readonly controls: readonly { readonly control: Control; readonly position: number }[];
  readonly faults: readonly Fault[];
}

/** Something in a file that does not fit together. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
  readonly todo: string;
}

type SharedField = keyof NonNullable<InstrumentFile['shared']>;

/**
 * Writes an instrument's entries out in full: what an entry does not say comes from its list, then from the file's
 * `defaults`, then from what holds when nobody says otherwise (in force, permanent).
 */
export function expandInstrument(file: InstrumentFile, sources: Sources): ExpandedInstrument {
  const faults: Fault[] = [];
  const head = file.instrument;
  const own = citationsOf(head.read, head.titleOriginal ?? head.title, sources, file.recorded);
  reportMissing(own.missing, ['instrument', 'read'], faults);
  const instrument: Instrument = {
    id: head.id,
    jurisdiction: head.jurisdiction,
    title: head.title,
    titleOriginal: head.titleOriginal ?? null,
    kind: head.kind,
    citation: own.citation,
    notes: head.notes ?? [],
  };
  reportStrayLists(file, faults);
  const controls = file.entries.map((entry, position) => ({
    control: expandEntry(file, entry, position, sources, faults),
    position,
  }));
  return { instrument, controls, faults };
}

function expandEntry(
  file: InstrumentFile,
  entry: EntryFile,
  position: number,
  sources: Sources,
  faults: Fault[],
): Control {
  const path = ['entries', position] as const;
  const list = entry.list ?? file.defaults?.list;
  const fault = (field: string, message: string, todo: string): void => {
    faults.push({ path: [...path, field], code: 'entry-incomplete', message, todo });
  };
  if (list === undefined) fault('list', 'The entry stands under no list.', 'name its list.');
  const layers: readonly (Inherited | undefined)[] = [entry, file.lists?.[list ?? ''], file.defaults];
  const value = <K extends keyof Inherited>(field: K): Inherited[K] =>
    layers.find((layer) => layer?.[field] !== undefined)?.[field];
  const shared = <T>(field: SharedField & keyof Inherited, given: T | string | undefined): T | undefined => {
    if (typeof given !== 'string') return given;
    const found = (file.shared?.[field] as Readonly<Record<string, T>> | undefined)?.[given];
    if (found === undefined) {
      fault(field, `There is no shared ${field} "${given}".`, 'correct the name, or write the value out.');
    }
    return found;
  };
  const read = shared<Read>('read', value('read')) ?? { ...file.instrument.read };
  const scope = shared<ScopeEntry>('scope', value('scope'));
  if (scope === undefined) fault('scope', 'The entry has no scope.', 'say what it reaches, or: unread.');
  const { titleOriginal, title, id, jurisdiction } = file.instrument;
  const cited = citationsOf(read, titleOriginal ?? title, sources, file.recorded);
  reportMissing(cited.missing, [...path, 'read'], faults);
  return {
    id: entry.id,
    instrument: id,
    jurisdiction,
    target: targetOf(entry),
    list: list ?? '',
    entry: entry.entry,
    nameInLaw: entry.nameInLaw ?? null,
    stage: value('stage') ?? 'in-force',
    permanence: value('permanence') ?? 'permanent',
    start: readStart(value('start'), shared, fault),
    end: entry.end ?? null,
    endConfidence: entry.endConfidence ?? 'verified',
    published: value('published') ?? null,
    recorded: entry.recorded ?? file.recorded,
    scope: readScope(scope),
    partGeneric: entry.partGeneric ?? [],
    destinations: value('destinations') ?? [],
    activities: value('activities') ?? [],
    exemptions: shared<readonly string[]>('exemptions', value('exemptions')) ?? [],
    ...(entry.preparationsOnly === undefined ? {} : { preparationsOnly: entry.preparationsOnly }),
    thresholds: (shared<readonly ThresholdEntry[]>('thresholds', value('thresholds')) ?? []).map(
      readThreshold,
    ),
    requirements: shared<readonly string[]>('requirements', value('requirements')) ?? [],
    codes: readCodes(entry.codes),
    citation: cited.citation,
    furtherCitations: cited.further,
    notes: shared<readonly string[]>('notes', value('notes')) ?? [],
  };
}

function targetOf(entry: EntryFile): Target {
  if (entry.goods !== undefined) return { goods: entry.goods };
  if (entry.rule !== undefined) return { rule: entry.rule };
  return { open: entry.open ?? '' };
}

function readStart(
  given: Day | string | StartEntry | undefined,
  shared: <T>(field: 'start', given: T | string | undefined) => T | undefined,
  fault: (field: string, message: string, todo: string) => void,
): Start {
  if (typeof given === 'string' && isDay(given)) {
    return { earliest: given, latest: given, confidence: 'verified', note: null };
  }
  const found = shared<StartEntry>('start', given);
  if (found === undefined) {
    fault(
      'start',
      'The entry has no start.',
      'give its day, or a window: earliest and latest, each may be null.',
    );
    return { earliest: null, latest: null, confidence: 'unverified', note: null };
  }
  const { confidence = 'verified', note = null } = found;
  return 'day' in found
    ? { earliest: found.day, latest: found.day, confidence, note }
    : { earliest: found.earliest, latest: found.latest, confidence, note };
}

function readScope(scope: ScopeEntry | undefined): Scope {
  return {
    salts: scope?.salts ?? 'unread',
    saltsExcept: scope?.saltsExcept ?? [],
    isomers: scope?.isomers ?? 'unread',
    ...(scope?.isomersExcept === undefined ? {} : { isomersExcept: scope.isomersExcept }),
    esters: scope?.esters ?? 'unread',
    ethers: scope?.ethers ?? 'unread',
    isotopologues: scope?.isotopologues ?? 'unread',
    words: scope?.words ?? null,
    confidence: scope?.confidence ?? 'verified',
  };
}

function readThreshold({ words, cite, confidence, kilograms, applies }: ThresholdEntry): Threshold {
  return {
    words,
    cite: cite ?? null,
    confidence: confidence ?? 'verified',
    ...(kilograms === undefined ? {} : { kilograms }),
    ...(applies === undefined ? {} : { applies }),
  };
}

function readCodes(codes: EntryFile['codes']): readonly LocalCode[] {
  const given: readonly [string, string | readonly string[] | undefined][] = Object.entries({ ...codes });
  return given.flatMap(([system, code]) =>
    (typeof code === 'string' ? [code] : (code ?? [])).map((one) => ({ system, code: one })),
  );
}

function reportMissing(missing: readonly string[], path: Fault['path'], faults: Fault[]): void {
  for (const key of missing) {
    faults.push({
      path,
      code: 'unknown-source',
      message: `There is no source "${key}".`,
      todo: 'correct the key, or add the source to controls/sources.yaml.',
    });
  }
}

/** Defaults for a list under which no entry stands, and shared values nobody uses, are left-overs. */
function reportStrayLists(file: InstrumentFile, faults: Fault[]): void {
  const used = new Set(file.entries.map((entry) => entry.list ?? file.defaults?.list));
  for (const list of Object.keys(file.lists ?? {})) {
    if (!used.has(list)) {
      faults.push({
        path: ['lists', list],
        code: 'list-unused',
        message: `No entry stands under the list "${list}".`,
        todo: 'correct the name of the list, or remove it.',
      });
    }
  }
  const layers = [file.defaults, ...Object.values(file.lists ?? {}), ...file.entries];
  for (const [field, values] of Object.entries(file.shared ?? {})) {
    const names = new Set(layers.map((layer) => layer?.[field as keyof Inherited]));
    for (const name of Object.keys(values ?? {})) {
      if (!names.has(name)) {
        faults.push({
          path: ['shared', field, name],
          code: 'shared-unused',
          message: `Nothing uses the shared ${field} "${name}".`,
          todo: 'remove it, or correct the name where it was meant.',
        });
      }
    }
  }
}
