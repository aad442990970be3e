import type { Answer, InstrumentSummary, InstrumentView, TimelineRow } from '@custody/core';
import type { z } from '@hono/zod-openapi';
import { expectTypeOf, test } from 'vitest';
import type { answerSchema } from './answer-schema.ts';
import type { instrumentSummarySchema, instrumentViewSchema, timelineRowSchema } from './law-schema.ts';

/** A type without `readonly`, brands and the difference between absent and undefined. */
type Plain<T> = T extends string
  ? T extends { readonly __day: true }
    ? string
    : T
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? { -readonly [Key in keyof T]: Plain<Exclude<T[Key], undefined>> }
      : T;

// What these hold is held by the compiler (npm test runs it first): a field that core adds must be described here.
test('the described answer is the answer of core, field by field', () => {
  expectTypeOf<Plain<z.infer<typeof answerSchema>>>().toEqualTypeOf<Plain<Answer>>();
});

test('so are instruments and timelines', () => {
  expectTypeOf<Plain<z.infer<typeof instrumentSummarySchema>>>().toEqualTypeOf<Plain<InstrumentSummary>>();
  expectTypeOf<Plain<z.infer<typeof instrumentViewSchema>>>().toEqualTypeOf<Plain<InstrumentView>>();
  expectTypeOf<Plain<z.infer<typeof timelineRowSchema>>>().toEqualTypeOf<Plain<TimelineRow>>();
});
