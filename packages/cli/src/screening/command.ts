import { type Command, Option } from 'commander';
import { inOption } from '../options/in-option.ts';
import { ACTIVITIES } from '../options/question.ts';
import type { ExitCode } from '../terminal/exit-code.ts';
import { EXIT_CODES } from '../terminal/exit-code-words.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { ScreenOptions } from './screen-options.ts';

const SCREEN_EXIT_CODES = `${EXIT_CODES}
  130 stopped by Ctrl-C, 143 stopped by the system, before the end

A file that ends too early, changes while it is read, or has a row nobody could read never ends with 0.`;

/** `custody screen` and its options. */
export function addScreen(top: Command, terminal: Terminal, ended: (code: ExitCode) => void): void {
  top
    .command('screen')
    .summary('screen a file: what each row is, and whether it is controlled')
    .description(
      'Answers every row of a file in its order: CSV, TSV, XLSX, SDF, SMI, JSON or NDJSON, gzipped or not. Columns are found by their content. Nothing leaves the machine.',
    )
    .argument(
      '[file]',
      'the file; - reads standard input; none with --against: the rows of that result again',
    )
    .option('--on <day>', 'the day that is asked about, such as 2022-09-01 (default: today)')
    .option('--known <day>', 'count only what had been published by this day (default: no limit)')
    .addOption(inOption('jurisdictions, such as UN,US,CN (default: all; those compiled in full decide)'))
    .addOption(new Option('--activity <activity>', `what is done with the goods: ${ACTIVITIES.join(', ')}`))
    .option('--from <country>', 'country of departure, such as CN')
    .option('--to <country>', 'country of destination, such as MX')
    .option('--structure <column>', 'the column of structures (SMILES, InChI, InChIKey)')
    .option('--name <column>', 'the column of names')
    .option('--cas <column>', 'the column of CAS numbers')
    .option('--hs <column>', 'the column of HS codes')
    .option('--quantity <column>', 'the column of quantities, held against thresholds')
    .option('--concentration <column>', 'the column of the share of the goods in what is shipped')
    .option('--description <column>', 'the column of free text that may name several goods')
    .option(
      '--format <format>',
      'table, csv, xlsx, ndjson or json (default: table for a person, ndjson when piped)',
    )
    .option('--json', 'the same as --format json')
    .option('--output <file>', 'write the result there, all of it or nothing; its ending may give the format')
    .option(
      '--only <verdicts>',
      'write these rows alone, such as controlled,review; the exit code is that of all',
    )
    .option('--against <result>', 'write only what differs from this earlier result (ndjson or json)')
    .option(
      '--input-format <format>',
      'csv, tsv, xlsx, sdf, smi, json or ndjson (default: found by the content)',
    )
    .option(
      '--heading <how>',
      'first-row or none: whether the first row names the columns (default: found out)',
    )
    .option('--encoding <label>', 'encoding of the text, such as gb18030 (default: found by the content)')
    .option('--sheet <sheet>', 'sheet of a workbook, by name or number (default: the first with rows)')
    .option('--threads <count>', 'threads that screen; 1: in process (default: one a processor, at most 8)')
    .option(
      '--keys <which>',
      'InChIKeys of goods the law has to do with (found), or of all: far slower (default: all in a table of fewer than 500 rows, else found)',
    )
    .addHelpText(
      'after',
      `
Examples:
  custody screen catalogue.csv
  custody screen catalogue.sdf.gz --in US,CN --on 2022-09-01 --output result.xlsx
  custody screen orders.xlsx --sheet Orders --name Product --quantity Amount --from CN --to MX --activity export
  gunzip -c offers.csv.gz | custody screen - --only controlled,review
  custody screen catalogue.csv --output before.ndjson
  custody screen catalogue.csv --against before.ndjson
  custody screen --against before.ndjson
  custody screen consignment.csv && ship
${SCREEN_EXIT_CODES}`,
    )
    .action(async (file: string | undefined, options: ScreenOptions) => {
      const { screen } = await import('./screen.ts');
      ended(await screen(file, options, terminal));
    });
}
