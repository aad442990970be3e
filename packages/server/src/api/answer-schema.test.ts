import type { Answer } from '@custody/core';
import type { z } from '@hono/zod-openapi';
import { expectTypeOf, test } from 'vitest';
import type { answerSchema } from './answer-schema.ts';

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

test('the described answer is the answer of core, field by field', () => {
  expectTypeOf<Plain<z.infer<typeof answerSchema>>>().toEqualTypeOf<Plain<Answer>>();
});
