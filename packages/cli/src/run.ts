import { CommanderError } from 'commander';
import { program } from './program.ts';
import { EXIT, type ExitCode } from './terminal/exit-code.ts';
import { Refusal } from './terminal/refusal.ts';
import type { Terminal } from './terminal/terminal.ts';
import { printable } from './terminal/width.ts';

/**
 * Runs one `custody` command and returns its exit code. Never throws: what cannot be used is told on standard error
 * with what to do (2), a fault of the program with its stack (70).
 */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.clear;
  const command = program(terminal, (result) => {
    code = result;
  });
  try {
    await command.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clear : EXIT.unusable;
    if (error instanceof Refusal) {
      terminal.tell(error.words());
      return EXIT.unusable;
    }
    if (error instanceof Error && error.name === 'LawFileError') {
      terminal.tell(`custody: ${printable(error.message)}\n`);
      return EXIT.fault;
    }
    terminal.tell(
      `custody: a fault of the program, not of your question.\n` +
        `  ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n` +
        `  To do: report it with the command you gave, at the address in the README.\n`,
    );
    return EXIT.fault;
  }
}
