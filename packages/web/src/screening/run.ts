import type { ColumnRoles, Problem } from '@custody/core';
import { useSyncExternalStore } from 'react';
import { EngineRefusal } from '../engine/messages.ts';
import type { Comparison, OpenedFile, Progress, ScreeningQuestion } from './messages.ts';
import { askReading, dismiss, onProgress, warmScreening } from './workers.ts';

/** A run over a file, with what it was asked and how far it is. */
export interface Screened {
  /** Tells one run from another. */
  readonly id: number;
  readonly file: OpenedFile;
  readonly roles: ColumnRoles;
  readonly question: ScreeningQuestion;
  readonly progress: Progress;
  /** Time spent on it, pauses left out. */
  readonly workedMs: number;
}

/** Where the one file of the desk is: it goes on when the page is left. */
export type RunState =
  | { readonly stage: 'empty' }
  | { readonly stage: 'opening'; readonly name: string }
  | { readonly stage: 'opened'; readonly file: OpenedFile }
  | (Screened & { readonly stage: 'running'; readonly paused: boolean })
  | (Screened & {
      readonly stage: 'done';
      /** False: it was stopped before the end of the file. */
      readonly whole: boolean;
      readonly comparison: Comparison | null;
    })
  | {
      readonly stage: 'failed';
      readonly name: string;
      readonly problem: Problem;
      readonly screened: Screened | null;
    };

/** A run of which something can be shown. */
export type ShownRun = Extract<RunState, { readonly stage: 'running' | 'done' }>;

let state: RunState = { stage: 'empty' };
const listeners = new Set<() => void>();
let source: { readonly file: Blob; readonly name: string } | null = null;
/** Answers to an earlier file or run are set aside when they come. */
let turn = 0;
let clock = { since: 0, before: 0 };

function set(next: RunState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Read anew on each call: it changes while a call waits. */
function now(): RunState {
  return state;
}

export function useRun(): RunState {
  return useSyncExternalStore(subscribe, now);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

onProgress((progress) => {
  if (state.stage === 'running') set({ ...state, progress, workedMs: worked() });
});

function worked(): number {
  return clock.before + (clock.since === 0 ? 0 : performance.now() - clock.since);
}

/** Opens a file the person chose, dropped or pasted. */
export async function openFile(file: Blob, name: string): Promise<void> {
  const own = (turn += 1);
  source = { file, name };
  set({ stage: 'opening', name });
  await open(own, {});
}

async function open(own: number, roles: Partial<ColumnRoles>): Promise<void> {
  if (source === null) return;
  const { file, name } = source;
  try {
    const opened = await askReading('open', { file, name, roles });
    if (own === turn) set({ stage: 'opened', file: opened });
  } catch (error) {
    if (own === turn) set({ stage: 'failed', name, problem: problemOf(error), screened: null });
  }
}

/** Screens the opened file from its start, with these columns. */
export async function screen(roles: ColumnRoles, question: ScreeningQuestion): Promise<void> {
  const before = now();
  if (before.stage === 'empty' || before.stage === 'opening') return;
  const file = before.stage === 'failed' ? before.screened?.file : before.file;
  if (file === undefined) return;
  const own = (turn += 1);
  clock = { since: performance.now(), before: 0 };
  set({ stage: 'running', id: own, file, roles, question, progress: NOTHING, workedMs: 0, paused: false });
  try {
    const { whole } = await askReading('screen', { roles, question });
    const after = now();
    if (own !== turn || after.stage !== 'running') return;
    const { stage: _, paused: __, ...screened } = after;
    set({ ...screened, stage: 'done', whole, workedMs: worked(), comparison: null });
  } catch (error) {
    const after = now();
    if (own !== turn) return;
    const screened = after.stage === 'running' ? after : null;
    set({ stage: 'failed', name: file.name, problem: problemOf(error), screened });
  }
}

const NOTHING: Progress = {
  rows: 0,
  bytesRead: 0,
  verdicts: { controlled: 0, review: 0, unknown: 0, unreadable: 0, 'not-controlled': 0, outside: 0 },
  places: {},
  bases: {},
  withProblems: 0,
  problems: {},
};

export function pause(paused: boolean): void {
  if (state.stage !== 'running' || state.paused === paused) return;
  clock = paused ? { since: 0, before: worked() } : { since: performance.now(), before: clock.before };
  set({ ...state, paused });
  void askReading('pause', paused);
}

/** Ends the run where it is; what has been screened stays. */
export function stop(): void {
  if (state.stage === 'running') void askReading('stop', null);
}

/** Lets go of the file and of everything that was found in it. */
export function close(): void {
  turn += 1;
  source = null;
  dismiss();
  set({ stage: 'empty' });
  void warmScreening();
}

/** Compares the run with a result that was saved earlier. Rejects with an `EngineRefusal`. */
export async function compare(file: Blob, name: string): Promise<void> {
  const comparison = await askReading('compare', { file, name });
  if (state.stage === 'done') set({ ...state, comparison });
}

export function endComparison(): void {
  if (state.stage === 'done') set({ ...state, comparison: null });
}

function problemOf(error: unknown): Problem {
  if (error instanceof EngineRefusal) return error.problem;
  return { code: 'screening-fault', message: error instanceof Error ? error.message : String(error) };
}

/** How much of the file has been read and answered, 0 to 1. */
export function partRead({ file, progress }: Screened): number {
  return file.bytes === 0 ? 1 : Math.min(1, progress.bytesRead / file.bytes);
}
