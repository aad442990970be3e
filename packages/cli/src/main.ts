import { day } from '@custody/core';
import pc from 'picocolors';
import { run } from './run.ts';
import { EXIT } from './terminal/exit-code.ts';
import type { Terminal } from './terminal/terminal.ts';

const PLAIN_COLUMNS = 100;

// Undefined, against its type, where standard output is a pipe or a file.
const isPerson = (process.stdout.isTTY as boolean | undefined) === true;

/** The real world: standard streams, the machine's local day. */
const terminal: Terminal = {
  write: (text) =>
    new Promise((resolve) => {
      if (process.stdout.write(text)) resolve();
      else process.stdout.once('drain', resolve);
    }),
  tell: (text) => {
    process.stderr.write(text);
  },
  input: () => process.stdin.setEncoding('utf8') as AsyncIterable<string>,
  isPerson,
  colour: isPerson && pc.isColorSupported,
  columns: isPerson ? process.stdout.columns : PLAIN_COLUMNS,
  today: () => {
    const now = new Date();
    const [year, month, date] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    return day(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
  },
};

// `custody ... | head` closes the pipe early: no fault, but not all was said, so never "clear".
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.open : EXIT.fault);
});

process.exitCode = await run(process.argv.slice(2), terminal);
