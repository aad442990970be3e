import type { ControlStatus } from '@custody/core';
import pc from 'picocolors';

type Paint = (text: string) => string;

export interface Palette {
  readonly strong: Paint;
  readonly dim: Paint;
  readonly warn: Paint;
  readonly status: Readonly<Record<ControlStatus | 'unreadable', Paint>>;
}

/** The colours of the desk, as near as a terminal has them: state is always word, mark and colour together. */
export function palette(colour: boolean): Palette {
  const { bold, dim, red, yellow, cyan, gray } = pc.createColors(colour);
  return {
    strong: bold,
    dim,
    warn: yellow,
    status: {
      controlled: red,
      review: yellow,
      'not-controlled': cyan,
      unknown: gray,
      outside: gray,
      unreadable: yellow,
    },
  };
}

/** The same five states everywhere, each with its mark. */
export const STATUS_WORDS: Readonly<Record<ControlStatus | 'unreadable', string>> = {
  controlled: '● Controlled',
  review: '◐ Review',
  'not-controlled': '○ Not controlled in this scope',
  unknown: '◌ Unknown',
  outside: '▬ Outside',
  unreadable: '✕ Unreadable',
};
