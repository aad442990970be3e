import { type Activity, parseQuantity, type Question } from '@custody/core';
import { Refusal } from '../terminal/refusal.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { readDay } from './day.ts';
import { readCountry, readJurisdictions } from './place.ts';

/** The options of a question as commander hands them over. */
export interface QuestionOptions {
  readonly on?: string;
  readonly known?: string;
  readonly in?: readonly string[];
  readonly activity?: string;
  readonly from?: string;
  readonly to?: string;
  readonly quantity?: string;
}

export const ACTIVITIES: readonly Activity[] = ['produce', 'sell', 'possess', 'import', 'export', 'transit'];

/** The question in its full form, without the words. Refuses what cannot be used. */
export function readQuestion(options: QuestionOptions, terminal: Terminal): Omit<Question, 'what'> {
  return {
    on: options.on === undefined ? terminal.today() : readDay(options.on, '--on'),
    known: options.known === undefined ? null : readDay(options.known, '--known'),
    in: options.in === undefined ? null : readJurisdictions(options.in),
    activity: options.activity === undefined ? null : readActivity(options.activity),
    from: options.from === undefined ? null : readCountry(options.from, '--from'),
    to: options.to === undefined ? null : readCountry(options.to, '--to'),
    quantity: options.quantity === undefined ? null : readQuantity(options.quantity),
  };
}

function readActivity(text: string): Activity {
  const found = ACTIVITIES.find((activity) => activity === text.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new Refusal(`--activity ${text}: there is no such activity.`, `use one of ${ACTIVITIES.join(', ')}.`);
}

function readQuantity(text: string): string {
  const read = parseQuantity(text);
  if (read.ok) return text.trim();
  throw new Refusal(
    `--quantity: ${read.problem.message}`,
    read.problem.todo ?? 'write a number and a unit: --quantity "25 kg".',
  );
}
