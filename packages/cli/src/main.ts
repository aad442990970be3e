import { day } from '@custody/core';
import pc from 'picocolors';
import { run } from './run.ts';
import { EXIT } from './terminal/exit-code.ts';
import { Stopped, type Terminal } from './terminal/terminal.ts';

const PLAIN_COLUMNS = 100;

// Undefined, against its type, where standard output is a pipe or a file.
const isPerson = (process.stdout.isTTY as boolean | undefined) === true;
const isWatched = (process.stderr.isTTY as boolean | undefined) === true;

/** Standard input was opened, and would keep the process alive for as long as whoever writes it does. */
const reading = { input: false };

function written(data: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(data)) resolve();
    else process.stdout.once('drain', resolve);
  });
}

/** Aborted by the first signal that asks the process to end; the second ends it. */
function stopping(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stop.abort(new Stopped(signal));
    });
  }
  return stop.signal;
}

/** The real world: standard streams, the machine's local day. */
const terminal: Terminal = {
  write: written,
  writeBytes: written,
  tell: (text) => {
    process.stderr.write(text);
  },
  input: () => process.stdin.setEncoding('utf8') as AsyncIterable<string>,
  inputBytes: () => {
    reading.input = true;
    return process.stdin;
  },
  isPerson,
  isWatched,
  colour: isPerson && pc.isColorSupported,
  columns: isPerson ? process.stdout.columns : isWatched ? process.stderr.columns : PLAIN_COLUMNS,
  today: () => {
    const now = new Date();
    const [year, month, date] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    return day(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
  },
  clock: () => performance.now(),
  stopping,
};

// `custody ... | head` closes the pipe early: no fault, but not all was said, so never "clear".
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.open : EXIT.fault);
});

process.exitCode = await run(process.argv.slice(2), terminal);
if (reading.input) process.stdin.destroy();
