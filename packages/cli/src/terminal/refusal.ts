import { printable } from './width.ts';

/** The input or the options cannot be used: what, where and why in the message, and what to do. Exit code 2. */
export class Refusal extends Error {
  readonly todo: string;

  constructor(message: string, todo: string) {
    super(message);
    this.name = 'Refusal';
    this.todo = todo;
  }

  /** As a person reads it on standard error. */
  words(): string {
    return `custody: ${printable(this.message)}\n  To do: ${printable(this.todo)}\n`;
  }
}
