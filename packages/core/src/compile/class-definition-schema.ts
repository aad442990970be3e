import { z } from 'zod';
import { BRIDGE_KINDS, GROUP_KINDS } from '../controls/index.ts';
import type { Allowance, ClassDefinition, ClassZone, RingShape, Shape } from '../controls/index.ts';
import { day, text } from './controls-schema.ts';

/**
 * The schema of `rule.definition` in a rule file: `ClassDefinition` as a chemist writes it. What says nothing may be
 * left out, a group without limits may be written as its bare word (`halo`), a frame as its bare SMILES. An unknown key
 * is a problem: a typing error must not lose a word of the law.
 */
const code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A code is of small letters and digits with single hyphens');
const words = z.strictObject({ en: text, zh: text, es: text });
const namedDoubt = z.strictObject({ code, words });
const group = z.enum(GROUP_KINDS);
const carbons = z.int().positive();
const element = z.string().regex(/^[A-Z][a-z]?$/, 'An element is its symbol');

/** Shapes nest (a ring bears substituents, which are shapes), so each schema names the other when it is asked. */
const shape: z.ZodType<Shape> = z.lazy(() =>
  z.union(
    [
      z.literal('nothing').transform((): Shape => ({ nothing: true })),
      z.literal('any').transform((): Shape => ({ any: true })),
      group.transform((kind): Shape => ({ group: kind })),
      z.strictObject({ nothing: z.literal(true) }),
      z
        .strictObject({ any: z.literal(true), except: z.array(shape).min(1).optional() })
        .transform((one): Shape => withoutUndefined(one)),
      z
        .strictObject({ bondedBy: z.array(element).min(1), except: z.array(shape).min(1).optional() })
        .transform((one): Shape => withoutUndefined(one)),
      z
        .strictObject({ group, carbonsMax: carbons.optional(), carbonsMin: carbons.optional() })
        .transform((one): Shape => withoutUndefined(one)),
      z.strictObject({ exactly: text }),
      z.strictObject({ ring }),
      z.strictObject({
        chain: z
          .strictObject({
            atomsMin: z.int().positive(),
            atomsMax: z.int().positive(),
            unsaturated: z.boolean().optional(),
            substituents,
            ring,
          })
          .transform((one): Extract<Shape, { chain: unknown }>['chain'] => withoutUndefined(one)),
      }),
      z.strictObject({ cycle: z.strictObject({ ring }) }),
      z.strictObject({ bridge: z.enum(BRIDGE_KINDS) }),
    ],
    {
      error:
        'This is no shape: a kind of group, nothing, any, bondedBy, exactly, ring, chain, cycle or bridge',
    },
  ),
);
const substituents = z.lazy(() => z.union([z.enum(['any', 'none']), z.array(shape)]));
const ring: z.ZodType<RingShape> = z.lazy(() =>
  z
    .strictObject({
      system: z.enum(['monocycle', 'any']),
      aromatic: z.boolean().optional(),
      hetero: z.boolean().optional(),
      is: z.array(text).min(1).optional(),
      isNot: z.array(text).min(1).optional(),
      substituents,
    })
    .transform((one): RingShape => withoutUndefined(one)),
);

const shapes = z.array(shape).min(1);
const allowance = z
  .strictObject({ clause: text, shapes, from: day.optional() })
  .transform((one): Allowance => ({ ...one, from: one.from ?? null }));
const zone = z
  .strictObject({
    zone: code,
    title: words,
    at: z.array(z.int().positive()).min(1),
    kind: z.enum(['slot', 'substituents']),
    required: z.literal(true).optional(),
    unchanged: z.array(shape).optional(),
    allow: z.array(allowance).optional(),
    doubts: z.array(z.strictObject({ code, words, shapes })).optional(),
    countMax: z.int().positive().optional(),
  })
  .transform(({ required, ...one }): ClassZone => ({
    ...one,
    ...(required === undefined ? {} : { required }),
    unchanged: one.unchanged ?? [],
    allow: one.allow ?? [],
    doubts: one.doubts ?? [],
    countMax: one.countMax ?? null,
  }));
const scaffold = z.union([
  text.transform((smiles) => ({ smiles, clause: null, what: null, doubt: null })),
  z
    .strictObject({
      smiles: text,
      clause: text.optional(),
      what: words.optional(),
      doubt: namedDoubt.optional(),
    })
    .transform(({ smiles, clause, what, doubt }) => ({
      smiles,
      clause: clause ?? null,
      what: what ?? null,
      doubt: doubt ?? null,
    })),
]);

/** A definition as it stands in YAML, with what was left out filled in. */
export const classDefinition: z.ZodType<ClassDefinition> = z
  .strictObject({
    reference: z.strictObject({ name: text, smiles: text }).optional(),
    changesMin: z.union([z.literal(0), z.literal(1)]),
    scaffolds: z.array(scaffold).min(1),
    near: z.array(text).optional(),
    zones: z.array(zone).min(1),
    massMax: z.strictObject({ dalton: z.number().positive(), clause: text }).optional(),
    doubts: z.array(namedDoubt).optional(),
  })
  .transform((one): ClassDefinition => ({
    ...one,
    reference: one.reference ?? null,
    near: one.near ?? [],
    massMax: one.massMax ?? null,
    doubts: one.doubts ?? [],
  }));

type Written<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Keys that were not written are absent, as the shapes of the law have it (`exactOptionalPropertyTypes`). */
function withoutUndefined<T extends object>(value: T): Written<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Written<T>;
}
