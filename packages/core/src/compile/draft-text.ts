import { Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import {
  checkDefinition,
  type ClassDefinition,
  type RingShape,
  type Shape,
  type Substituents,
} from '../controls/index.ts';
import { classDefinition } from './class-definition-schema.ts';

/**
 * The text of drafts has a door of its own, `@custody/core/draft`: it needs the schema of the data and no file, so that a
 * browser can use it. A draft of a class rule: words beside the definition that encodes them.
 */
export interface DraftRule {
  readonly title: string;
  /** Id of the rule in force it was made from and is compared with; null for a rule made from nothing. */
  readonly from: string | null;
  readonly words: string;
  readonly definition: ClassDefinition;
}

/** Something in the text of a draft that keeps it from being run. */
export interface DraftProblem {
  readonly code: string;
  /** Line of the text, the first being 1; null where the whole is meant. */
  readonly line: number | null;
  /** Place in the rule: `definition.zones[2].at`. */
  readonly path: string;
  readonly message: string;
  readonly todo: string | null;
}

/** A draft as read; null with the problems that stand in its way. */
export interface DraftRead {
  readonly draft: DraftRule | null;
  readonly problems: readonly DraftProblem[];
}

/** Longer than any rule; a text of that size is a mistake, and is not parsed. UTF-16 units. */
export const DRAFT_LENGTH_MAX = 200_000;

const schema = z.strictObject({
  title: z.string().trim().min(1, 'A draft has a title'),
  from: z.string().trim().min(1).optional(),
  words: z.string().trim().min(1, 'A draft has the words it encodes').optional(),
  definition: classDefinition,
});

/**
 * Reads a draft from its YAML: the form a rule of `data/controls/rules` has, without sources. Everything that is wrong
 * is said with its line: what is no YAML, what is no definition (`schema`, `unknown-key`), and what is a definition
 * that cannot be laid on a structure (the codes of `checkDefinition`).
 */
export function readDraft(text: string): DraftRead {
  if (text.length > DRAFT_LENGTH_MAX) {
    const message = `The draft has ${String(text.length)} characters; at most ${String(DRAFT_LENGTH_MAX)} are read.`;
    return refusing([
      { code: 'draft-too-long', line: null, path: '', message, todo: 'Make two rules of it.' },
    ]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    return refusing(
      document.errors.map((error) => ({
        code: 'yaml',
        line: error.linePos?.[0].line ?? null,
        path: '',
        message: `This is not YAML: ${(error.message.split('\n')[0] ?? '').replace(/:$/, '')}`,
        todo: 'Correct the line; text with a colon, a hash or brackets stands in quotation marks.',
      })),
    );
  }
  const lineOf = (path: readonly (string | number)[]): number | null => {
    for (let steps = path.length; steps > 0; steps -= 1) {
      const node = document.getIn(path.slice(0, steps), true);
      if (isNode(node) && node.range != null) return lines.linePos(node.range[0]).line;
    }
    return null;
  };
  if (hasAlias(document)) {
    const message = 'The draft uses an alias (*name); a rule says what it says in full.';
    return refusing([{ code: 'yaml-alias', line: null, path: '', message, todo: 'Write it out.' }]);
  }
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    return refusing(
      parsed.error.issues.map((issue) => {
        const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
        return {
          code: issue.code === 'unrecognized_keys' ? 'unknown-key' : 'schema',
          line: lineOf(path),
          path: written(path),
          message: `${issue.message}.`.replace(/\.\.$/, '.'),
          todo: null,
        };
      }),
    );
  }
  const { title, from, words, definition } = parsed.data;
  const problems = checkDefinition(definition).map(({ code, message, todo, data }) => {
    const zone = definition.zones.findIndex((one) => one.zone === data?.['zone']);
    const path = zone < 0 ? ['definition'] : ['definition', 'zones', zone];
    return { code, line: lineOf(path), path: written(path), message, todo: todo ?? null };
  });
  if (problems.length > 0) return refusing(problems);
  return { draft: { title, from: from ?? null, words: words ?? '', definition }, problems: [] };
}

/** Aliases can make a short text a very long one; rules have no need of them. */
function hasAlias(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

function refusing(problems: readonly DraftProblem[]): DraftRead {
  return { draft: null, problems };
}

function written(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${String(step)}]` : text === '' ? step : `${text}.${step}`,
    '',
  );
}

const LINE_WIDTH_CHARS = 100;
/** Strings longer than this stand as folded text. */
const WORDS_LENGTH = 120;

/** The YAML of a draft, in the short form people write: what says nothing is left out. `readDraft` reads it back. */
export function writeDraft({ title, from, words, definition }: DraftRule): string {
  const document = new Document({
    title,
    ...(from === null ? {} : { from }),
    ...(words === '' ? {} : { words }),
    definition: shortDefinition(definition),
  });
  visit(document, {
    // Numbers and kinds of a list stand in one line, as in the rules of the data folder.
    Scalar: (_, node) => {
      // Words of a law are read line by line, not in quotation marks.
      if (typeof node.value === 'string' && node.value.length > WORDS_LENGTH) node.type = 'BLOCK_FOLDED';
    },
    Seq: (_, node) => {
      node.flow = node.items.every((item) => !('items' in (item as object)));
    },
  });
  return document.toString({ lineWidth: LINE_WIDTH_CHARS });
}

function shortDefinition(definition: ClassDefinition): object {
  const { reference, changesMin, scaffolds, near, zones, massMax, doubts } = definition;
  return {
    ...(reference === null ? {} : { reference }),
    changesMin,
    scaffolds: scaffolds.map(({ smiles, clause, what, doubt }) =>
      clause === null && what === null && doubt === null
        ? smiles
        : { smiles, ...present({ clause, what, doubt }) },
    ),
    ...(near.length === 0 ? {} : { near }),
    zones: zones.map(({ zone, title, at, kind, required, unchanged, allow, doubts: doubtful, countMax }) => ({
      ...{ zone, title, at, kind },
      ...(required === undefined ? {} : { required }),
      ...(unchanged.length === 0 ? {} : { unchanged: unchanged.map(shortShape) }),
      ...(allow.length === 0
        ? {}
        : {
            allow: allow.map(({ clause, shapes, from }) => ({
              clause,
              shapes: shapes.map(shortShape),
              ...present({ from }),
            })),
          }),
      ...(doubtful.length === 0
        ? {}
        : { doubts: doubtful.map((doubt) => ({ ...doubt, shapes: doubt.shapes.map(shortShape) })) }),
      ...present({ countMax }),
    })),
    ...present({ massMax }),
    ...(doubts.length === 0 ? {} : { doubts }),
  };
}

/** A kind without limits is its bare word; shapes within shapes likewise. */
function shortShape(shape: Shape): unknown {
  if ('nothing' in shape) return 'nothing';
  if ('any' in shape || 'bondedBy' in shape) {
    if (shape.except === undefined) return 'any' in shape ? 'any' : shape;
    return { ...shape, except: shape.except.map(shortShape) };
  }
  if ('group' in shape) return Object.keys(shape).length === 1 ? shape.group : shape;
  if ('ring' in shape) return { ring: shortRing(shape.ring) };
  if ('cycle' in shape) return { cycle: { ring: shortRing(shape.cycle.ring) } };
  if ('chain' in shape) {
    const { chain } = shape;
    return { chain: { ...chain, substituents: shortList(chain.substituents), ring: shortRing(chain.ring) } };
  }
  return shape;
}

function shortRing(ring: RingShape): object {
  return { ...ring, substituents: shortList(ring.substituents) };
}

function shortList(substituents: Substituents): unknown {
  return typeof substituents === 'string' ? substituents : substituents.map(shortShape);
}

/** The keys that hold something. */
function present(all: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}
