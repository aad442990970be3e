import type { Terminal } from '../terminal/terminal.ts';
import { printable, widthOf } from '../terminal/width.ts';

/** Redrawn at most five times a second: more is flicker. */
const REDRAW_MS = 200;
/** Before so much has been read, time left would be a guess. */
const FIRST_ESTIMATE_MS = 1_000;

/** How far a run is. */
export interface Progress {
  readonly rows: number;
  readonly bytes: number;
  /** Null where nobody knows the end. */
  readonly totalBytes: number | null;
}

/** One line on standard error that is drawn over itself, while a person watches. */
export class ProgressLine {
  readonly #terminal: Terminal;
  readonly #name: string;
  readonly #start: number;
  #drawn = Number.NEGATIVE_INFINITY;
  #isShown = false;

  constructor(name: string, terminal: Terminal) {
    this.#name = name;
    this.#terminal = terminal;
    this.#start = terminal.clock();
  }

  /** Draws the line anew, unless it has just been drawn. */
  show(progress: Progress): void {
    const now = this.#terminal.clock();
    if (now - this.#drawn < REDRAW_MS) return;
    this.#drawn = now;
    this.#isShown = true;
    const words = progressWords(this.#name, progress, now - this.#start, this.#terminal.columns - 1);
    this.#terminal.tell(`\r\u001b[K${words}`);
  }

  /** Takes the line away, so that other words can stand there. */
  clear(): void {
    if (this.#isShown) this.#terminal.tell('\r\u001b[K');
    this.#isShown = false;
  }
}

/** `catalogue.csv  12,400 rows  20,100/s  41 %  9 s left`, cut to `columns`, the name first. */
export function progressWords(name: string, progress: Progress, elapsedMs: number, columns: number): string {
  const { rows, bytes, totalBytes } = progress;
  const parts = [`${counted(rows)} rows`, `${counted(rate(rows, elapsedMs))}/s`];
  if (totalBytes !== null && totalBytes > 0) {
    const share = Math.min(1, bytes / totalBytes);
    parts.push(`${Math.floor(share * 100)} %`);
    if (elapsedMs >= FIRST_ESTIMATE_MS && share > 0) {
      parts.push(`${durationWords((elapsedMs / share) * (1 - share))} left`);
    }
  }
  const figures = parts.join('  ');
  const room = columns - widthOf(figures) - 2;
  const shown = shortenedTo(printable(name), room);
  return shortenedTo(shown === '' ? figures : `${shown}  ${figures}`, columns);
}

/** Rows a second, whole. */
export function rate(rows: number, elapsedMs: number): number {
  return elapsedMs <= 0 ? 0 : Math.round((rows / elapsedMs) * 1000);
}

/** `12,400` */
export function counted(count: number): string {
  return count.toLocaleString('en');
}

/** `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min` */
export function durationWords(ms: number): string {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `text` in at most so many columns, its end replaced by `…`; nothing where there is no room for two. */
function shortenedTo(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  if (columns < 2) return '';
  let kept = '';
  for (const character of text) {
    if (widthOf(kept + character) > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
