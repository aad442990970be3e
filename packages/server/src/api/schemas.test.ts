import type {
  Answer,
  BriefGoodsAnswer,
  Coverage,
  InstrumentSummary,
  InstrumentView,
  ScreenedRow,
  TimelineRow,
} from '@custody/core';
import type { z } from '@hono/zod-openapi';
import { expectTypeOf, test } from 'vitest';
import type { answerSchema, briefGoodsAnswerSchema } from './answer-schema.ts';
import type {
  coverageSchema,
  instrumentSummarySchema,
  instrumentViewSchema,
  timelineRowSchema,
} from './law-schema.ts';
import type { screenedRowSchema } from '../screening/screened-row-schema.ts';

/** A type without `readonly`, brands and optionality, so that a field is compared wherever it is declared. */
type Plain<T> = T extends string
  ? T extends { readonly __day: true }
    ? string
    : T
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? { -readonly [Key in keyof T]-?: Plain<Exclude<T[Key], undefined>> }
      : T;

type Described<Schema extends z.ZodType, Type> = [Plain<z.infer<Schema>>] extends [Plain<Type>]
  ? [Plain<Type>] extends [Plain<z.infer<Schema>>]
    ? 'as declared'
    : 'declared otherwise'
  : 'described otherwise';

// What these hold is held by the compiler (npm test runs it first): a field that core adds must be described here.
test('the described answers are the answers of core, field by field', () => {
  expectTypeOf<Described<typeof answerSchema, Answer>>().toEqualTypeOf<'as declared'>();
  expectTypeOf<Described<typeof briefGoodsAnswerSchema, BriefGoodsAnswer>>().toEqualTypeOf<'as declared'>();
});

test('so are instruments, coverage and timelines', () => {
  expectTypeOf<Described<typeof coverageSchema, Coverage>>().toEqualTypeOf<'as declared'>();
  expectTypeOf<Described<typeof instrumentSummarySchema, InstrumentSummary>>().toEqualTypeOf<'as declared'>();
  expectTypeOf<Described<typeof instrumentViewSchema, InstrumentView>>().toEqualTypeOf<'as declared'>();
  expectTypeOf<Described<typeof timelineRowSchema, TimelineRow>>().toEqualTypeOf<'as declared'>();
});

test('so is a line of a screening', () => {
  expectTypeOf<Described<typeof screenedRowSchema, ScreenedRow>>().toEqualTypeOf<'as declared'>();
});
