import { Command, Option } from 'commander';
import type { ChangesOptions } from './controls/law-changes.ts';
import type { GapsOptions } from './controls/law-gaps.ts';
import { inOption } from './options/in-option.ts';
import { ACTIVITIES, type QuestionOptions } from './options/question.ts';
import type { FormatOptions } from './options/format.ts';
import { addScreen } from './screening/command.ts';
import type { ExitCode } from './terminal/exit-code.ts';
import { EXIT_CODES } from './terminal/exit-code-words.ts';
import type { Terminal } from './terminal/terminal.ts';
import { printable } from './terminal/width.ts';
import { version } from './version.ts';

const WHAT =
  'a name in any language, CAS number, structure (SMILES, InChI, InChIKey), goods code, HS code or equipment term; - reads one a line from standard input';

/**
 * The commands and their options. Each loads the part of the program that answers it only when it is asked.
 * `ended` receives the exit code.
 */
export function program(terminal: Terminal, ended: (code: ExitCode) => void): Command {
  const top = new Command('custody')
    .description('What is it, is it controlled, where, since when, and why.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.write(text),
      writeErr: (text) => {
        terminal.tell(text);
      },
      outputError: (text, write) => {
        const words = text
          .trim()
          .replace(/^error: /, '')
          .replace(/\s*\n\s*/g, ' ');
        write(`custody: ${printable(words)}\n  To do: see custody --help.\n`);
      },
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
      getOutHasColors: () => terminal.colour,
      getErrHasColors: () => terminal.colour,
    })
    .version(version(), '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      `
Examples:
  custody check NPP
  custody check 1-boc-4-AP --on 2020-05-15 --in US
  custody check 'CCC(=O)N(c1ccccc1)C1CCNCC1' --json
  custody screen catalogue.csv --output result.xlsx
  custody code 4-AP
  custody law timeline fentanyl
${EXIT_CODES}

A name is an answer only where it is exact; near misses are shown for a person to choose. "Not controlled" is said
only within what has been compiled completely, and the scope is named; everything else is unknown.`,
    );
  addCheck(top, terminal, ended);
  addScreen(top, terminal, ended);
  addCode(top, terminal, ended);
  addLaw(top, terminal, ended);
  return top;
}

function addCheck(top: Command, terminal: Terminal, ended: (code: ExitCode) => void): void {
  top
    .command('check')
    .summary('is it controlled: where, since when, and why')
    .description(
      'Says of each of the goods whether a jurisdiction controls them on a day, since when, and why.',
    )
    .argument('<what...>', WHAT)
    .option('--on <day>', 'the day that is asked about, such as 2022-09-01 (default: today)')
    .option('--known <day>', 'count only what had been published by this day (default: no limit)')
    .addOption(inOption('jurisdictions, such as UN,US,CN (default: all; those compiled in full decide)'))
    .addOption(new Option('--activity <activity>', `what is done with the goods: ${ACTIVITIES.join(', ')}`))
    .option('--from <country>', 'country of departure, such as CN')
    .option('--to <country>', 'country of destination, such as MX')
    .option('--quantity <quantity>', 'how much, such as "25 kg"')
    .option('--explain', 'add sources, duties with their proof, penalties and the whole reasoning')
    .option('--format <format>', 'table or json (default: table for a person, json when piped)')
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      `
Examples:
  custody check NPP
  custody check 4-AP --on 2022-09-01 --in UN,US,CN,EU
  custody check norfentanyl --on 2024-09-01 --known 2024-08-01
  custody check 40064-34-4 --from CN --to MX --activity export --quantity "25 kg"
  custody check - --json < names.txt
${EXIT_CODES}`,
    )
    .action(
      async (what: string[], options: QuestionOptions & FormatOptions & { readonly explain?: boolean }) => {
        const { check } = await import('./controls/check.ts');
        ended(await check(what, options, terminal));
      },
    );
}

function addCode(top: Command, terminal: Terminal, ended: (code: ExitCode) => void): void {
  top
    .command('code')
    .summary('the goods code and all other codes; verifies a code')
    .description(
      'Shows every code of the goods: goods code, CAS, InChIKey, HS, national lines, UN. A goods code, CAS number or other code with a check character is verified.',
    )
    .argument('<what...>', WHAT)
    .option('--format <format>', 'table, json or csv (default: table for a person, json when piped)')
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      `
Examples:
  custody code 4-AP
  custody code C-F9Y0-WPF2-0CJ-2
  custody code 'O=C1CCN(CCc2ccccc2)CC1' --json
${EXIT_CODES}`,
    )
    .action(async (what: string[], options: FormatOptions) => {
      const { code } = await import('./goods/code.ts');
      ended(await code(what, options, terminal));
    });
}

function addLaw(top: Command, terminal: Terminal, ended: (code: ExitCode) => void): void {
  const law = top
    .command('law')
    .summary('the compiled law: instruments, entries, timelines')
    .description(
      'Shows what has been compiled: the instruments, their entries, and the history of any goods.',
    );
  law
    .command('list')
    .description('Lists the instruments, how many controls each holds, and how completely each was compiled.')
    .addOption(inOption('jurisdictions, such as UN,US,CN (default: all)'))
    .option('--format <format>', 'table, json or csv (default: table for a person, json when piped)')
    .option('--json', 'the same as --format json')
    .action(async (options: FormatOptions & { readonly in?: readonly string[] }) => {
      const { lawList } = await import('./controls/law.ts');
      ended(await lawList(options, terminal));
    });
  law
    .command('show')
    .description('Shows one instrument with its entries and their days.')
    .argument('<id>', 'the id of an instrument, as law list shows it')
    .option('--format <format>', 'table, json or csv (default: table for a person, json when piped)')
    .option('--json', 'the same as --format json')
    .action(async (id: string, options: FormatOptions) => {
      const { lawShow } = await import('./controls/law.ts');
      ended(await lawShow(id, options, terminal));
    });
  law
    .command('timeline')
    .description(
      'Shows every control there has been on the goods, or every act of a class, in the order of their days.',
    )
    .argument('<what>', `${WHAT}; or the id of a class, such as us-fentanyl-related-substances`)
    .addOption(inOption('jurisdictions, such as UN,US,CN (default: all)'))
    .option('--format <format>', 'table, json or csv (default: table for a person, json when piped)')
    .option('--json', 'the same as --format json')
    .action(async (what: string, options: FormatOptions & { readonly in?: readonly string[] }) => {
      const { lawTimeline } = await import('./controls/law.ts');
      ended(await lawTimeline(what, options, terminal));
    });
  addGaps(law, terminal, ended);
  addChanges(law, terminal, ended);
}

function addGaps(law: Command, terminal: Terminal, ended: (code: ExitCode) => void): void {
  law
    .command('gaps')
    .description('Shows which jurisdictions control the goods on a day and which do not, and for how long.')
    .argument('[what...]', 'the goods (default: fentanyls, nitazenes and precursors of fentanyls)')
    .option('--on <day>', 'the day that is asked about, such as 2022-09-01 (default: today)')
    .option('--known <day>', 'count only what had been published by this day (default: no limit)')
    .addOption(inOption('jurisdictions, such as UN,US,CN (default: those compiled in full)'))
    .option('--group <group>', 'fentanyl-precursor, fentanyl or nitazene')
    .option('--ahead <jurisdiction>', 'only gaps behind this jurisdiction, such as US')
    .option('--differ', 'only goods that one jurisdiction controls and another does not')
    .option('--format <format>', 'table, json or csv (default: table for a person, json when piped)')
    .option('--json', 'the same as --format json')
    .action(async (what: string[], options: GapsOptions) => {
      const { lawGaps } = await import('./controls/law-gaps.ts');
      ended(await lawGaps(what, options, terminal));
    });
}

function addChanges(law: Command, terminal: Terminal, ended: (code: ExitCode) => void): void {
  law
    .command('changes')
    .description('Shows what became controlled, ended, changed its list or was announced between two days.')
    .option('--from <day>', 'the day after which changes count, such as 2024-01-01')
    .option('--to <day>', 'the last day that counts (default: today)')
    .addOption(inOption('jurisdictions, such as UN,US,CN (default: all)'))
    .option('--family <family>', 'fentanyl, nitazene, precursor, class, equipment ...')
    .option('--uncertain', 'also entries whose start is known only as a latest day')
    .option('--format <format>', 'table, json or csv (default: table for a person, json when piped)')
    .option('--json', 'the same as --format json')
    .action(async (options: ChangesOptions) => {
      const { lawChanges } = await import('./controls/law-changes.ts');
      ended(await lawChanges(options, terminal));
    });
}
