import { Refusal } from '../terminal/refusal.ts';
import type { Terminal } from '../terminal/terminal.ts';

export type Format = 'table' | 'json' | 'csv';

export interface FormatOptions {
  readonly json?: boolean;
  readonly format?: string;
}

/** The form of the output: as asked; otherwise a table for a person, JSON when piped. */
export function readFormat(
  options: FormatOptions,
  terminal: Terminal,
  offered: readonly Format[] = ['table', 'json'],
): Format {
  if (options.format !== undefined) {
    const format = offered.find((name) => name === options.format);
    if (format === undefined) {
      throw new Refusal(
        `--format ${options.format} is not offered here.`,
        `use one of ${offered.join(', ')}.`,
      );
    }
    if (options.json === true && format !== 'json') {
      throw new Refusal(`--json and --format ${format} ask for two forms.`, 'give one of them.');
    }
    return format;
  }
  return options.json === true || !terminal.isPerson ? 'json' : 'table';
}
