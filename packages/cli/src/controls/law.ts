import {
  classTimeline,
  type InstrumentSummary,
  type Jurisdiction,
  type Law,
  lawList as listOf,
  lawShow as show,
  timeline,
} from '@custody/core';
import { loadLaw } from '@custody/core/node';
import { resolver } from '../goods/resolving.ts';
import { type Format, type FormatOptions, readFormat } from '../options/format.ts';
import { readJurisdictions } from '../options/place.ts';
import { readWords } from '../options/words.ts';
import { EXIT, type ExitCode } from '../terminal/exit-code.ts';
import { Refusal } from '../terminal/refusal.ts';
import type { Terminal } from '../terminal/terminal.ts';

type LawOptions = FormatOptions & { readonly in?: readonly string[] };

/** Ids offered when an id is not one of an instrument. */
const IDS_OFFERED = 8;

/** `custody law list`: the instruments, how much of each is compiled, and how completely. */
export async function lawList(options: LawOptions, terminal: Terminal): Promise<ExitCode> {
  const format = readFormat(options, terminal, ['table', 'json', 'csv']);
  const places = options.in === undefined ? null : readJurisdictions(options.in);
  const law = loadLaw();
  const instruments = listOf(law).filter(
    ({ instrument }) => places === null || places.includes(instrument.jurisdiction),
  );
  if (format === 'json') return writeJson({ law: law.digest, instruments }, terminal);
  const { listCsv, listTable } = await import('./law-sheet.ts');
  await terminal.write(format === 'csv' ? listCsv(instruments) : listTable(instruments, law, terminal));
  return EXIT.clear;
}

/** `custody law show`: one instrument with its entries. */
export async function lawShow(id: string, options: FormatOptions, terminal: Terminal): Promise<ExitCode> {
  const format = readFormat(options, terminal, ['table', 'json', 'csv']);
  const law = loadLaw();
  const view = show(law, id.trim());
  if (view === null) throw unknownInstrument(id, listOf(law));
  if (format === 'json') return writeJson({ law: law.digest, ...view }, terminal);
  const { showCsv, showTable } = await import('./law-sheet.ts');
  await terminal.write(format === 'csv' ? showCsv(view) : showTable(view, law, terminal));
  return EXIT.clear;
}

/** `custody law timeline`: every control there has been on the goods, or every act of a class, oldest first. */
export async function lawTimeline(what: string, options: LawOptions, terminal: Terminal): Promise<ExitCode> {
  const format = readFormat(options, terminal, ['table', 'json', 'csv']);
  const places = options.in === undefined ? null : readJurisdictions(options.in);
  const words = await readWords([what], terminal);
  const [text = ''] = words;
  if (words.length > 1) {
    throw new Refusal(
      `A timeline is drawn for one of the goods; ${words.length} were given.`,
      'ask for one.',
    );
  }
  const law = loadLaw();
  if (law.rules.some(({ id }) => id === text.trim())) {
    return timelineOfClass(law, text.trim(), places, format, terminal);
  }
  const resolution = await resolver(law)(text);
  const { goods } = resolution;
  const rows =
    goods === null
      ? []
      : timeline(law, goods).filter(({ jurisdiction }) => places === null || places.includes(jurisdiction));
  if (format === 'json') {
    const { input, by, exact, candidates, problems } = resolution;
    const shown =
      goods === null ? null : { id: goods.id, name: goods.named?.name.en ?? goods.smiles ?? goods.id };
    await writeJson(
      { law: law.digest, input, goods: shown, resolution: { by, exact, candidates }, rows, problems },
      terminal,
    );
  } else {
    const { timelineCsv, timelineTable } = await import('./law-sheet.ts');
    await terminal.write(
      format === 'csv' ? timelineCsv(rows) : timelineTable(resolution, rows, law, terminal),
    );
  }
  if (goods !== null) return EXIT.clear;
  return resolution.candidates.length > 0 ? EXIT.found : EXIT.open;
}

async function timelineOfClass(
  law: Law,
  ruleId: string,
  places: readonly Jurisdiction[] | null,
  format: Format,
  terminal: Terminal,
): Promise<ExitCode> {
  const whole = classTimeline(law, ruleId);
  if (whole === null) throw new Error(`the law has no rule ${ruleId}`);
  const { classCsv, classIn, classTable } = await import('./law-class.ts');
  const shown = classIn(whole, places);
  if (format === 'json') return writeJson({ law: law.digest, ...shown }, terminal);
  await terminal.write(format === 'csv' ? classCsv(shown) : classTable(shown, law, terminal));
  return EXIT.clear;
}

async function writeJson(value: object, terminal: Terminal): Promise<ExitCode> {
  await terminal.write(`${JSON.stringify(value, null, 2)}\n`);
  return EXIT.clear;
}

function unknownInstrument(id: string, instruments: readonly InstrumentSummary[]): Refusal {
  const ids = instruments.map(({ instrument }) => instrument.id);
  const wanted = id.trim().toLowerCase();
  const near = ids.filter((one) => one.toLowerCase().includes(wanted) || wanted.includes(one.toLowerCase()));
  const offered = near.length === 0 || wanted === '' ? [] : near.slice(0, IDS_OFFERED);
  return new Refusal(
    `No instrument with the id ${JSON.stringify(id)} is compiled.`,
    offered.length > 0 ? `perhaps ${offered.join(', ')}.` : 'see the ids with custody law list.',
  );
}
