/** One line of the log. Never holds what was asked: no query, no body, no address inside a path. */
export interface LogEntry {
  readonly event: string;
  readonly [field: string]: string | number | boolean | null;
}

export type Log = (entry: LogEntry) => void;

/** A log of JSON lines; `write` takes one line with its line end, `now` gives the instant. */
export function jsonLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
  return (entry) => {
    write(`${JSON.stringify({ time: now().toISOString(), ...entry })}\n`);
  };
}

export const silent: Log = () => undefined;
