import { createScreener, type ScreenedRow, type ScreeningOptions } from '@custody/core';
import { columnsOf, type OpenedTable, openTable, type TableColumns } from '@custody/core/files';
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { refusals } from '../api/description.ts';
import type { Metrics } from '../health/metrics.ts';
import {
  BUSY_RETRY_SECONDS,
  LARGEST_FILE_BYTES,
  LONGEST_SCREENING_MS,
  MOST_ROWS,
  MOST_SCREENINGS,
} from '../http/limits.ts';
import { silent } from '../http/log.ts';
import { Places } from '../http/places.ts';
import { HttpProblem } from '../http/problem.ts';
import { unusable } from '../http/unusable.ts';
import { type NodeParts, today } from '../node-parts.ts';
import { answerStream } from './answer-stream.ts';
import { type ScreenQuestion, screenQuestionSchema } from './screen-question.ts';
import { screenedLines } from './screened-lines.ts';
import { screenedRowSchema } from './screened-row-schema.ts';
import { MEDIA_TYPES, type UploadedFile, uploadedFile } from './uploaded-file.ts';

export const SCREEN_PATH = '/api/screen';

/** As OpenAPI describes the bytes of a file. */
const FILE = { type: 'string', format: 'binary' } as const;

const route = createRoute({
  method: 'post',
  path: SCREEN_PATH,
  summary: 'Screen a file: what each row is, and whether it is controlled',
  description: [
    'Takes a table as the body, with its media type, or as the field "file" of a form; gzip is found by itself.',
    'Answers with a line a row (NDJSON), in the order of the file, as the rows are screened; no row is left out.',
    `At most ${LARGEST_FILE_BYTES} bytes, ${MOST_ROWS} rows and ${LONGEST_SCREENING_MS / 1000} seconds: where a limit ends it,`,
    'the last line is an unreadable row whose problem is "screening-stopped".',
    'Neither stores nor logs what was asked, nor what came of it.',
  ].join(' '),
  request: {
    query: screenQuestionSchema,
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            required: ['file'],
            properties: { file: FILE },
            additionalProperties: { type: 'string', description: 'What the address may carry as well' },
          },
        },
        ...Object.fromEntries(Object.keys(MEDIA_TYPES).map((type) => [type, { schema: FILE }])),
        'application/octet-stream': { schema: FILE },
      },
    },
  },
  responses: {
    200: {
      description: 'One line a row, each a ScreenedRow',
      content: { 'application/x-ndjson': { schema: screenedRowSchema } },
    },
    ...refusals,
  },
});

/** `places`: for tests that take them all. */
export function screenRoutes(
  app: OpenAPIHono,
  parts: NodeParts,
  metrics: Metrics,
  places = new Places(MOST_SCREENINGS),
): void {
  app.openapi(route, async (c) => {
    const leave = takePlace(places, c);
    try {
      return (await screened(c, c.req.valid('query'), parts, metrics, leave)) as never;
    } catch (error) {
      leave();
      throw error;
    }
  });
}

function takePlace(places: Places, c: Context): () => void {
  try {
    return places.take();
  } catch (error) {
    c.header('retry-after', String(BUSY_RETRY_SECONDS));
    throw error;
  }
}

async function screened(
  c: Context,
  inAddress: ScreenQuestion,
  parts: NodeParts,
  metrics: Metrics,
  leave: () => void,
): Promise<Response> {
  const file = await uploadedFile(c);
  const question = withFields(inAddress, file.fields);
  const table = await opened(file, question);
  const columns = await usableColumns(table, question, parts);
  const options = screeningOptions(question, columns, parts);
  const chemist = parts.chemist === null ? null : await parts.chemist();
  const asOf: ScreenedRow['asOf'] = { on: options.on, known: options.known, law: parts.law.digest };
  const log = parts.log ?? silent;
  const gone = new AbortController();
  const lines = screenedLines({
    rows: columns.rows,
    screener: createScreener(parts.law, options, chemist),
    asOf,
    signal: AbortSignal.any([c.req.raw.signal, gone.signal]),
    onRows: (count) => {
      metrics.questions(count);
    },
    onFault: ({ stack }) => {
      log({ event: 'fault', kind: 'row', route: SCREEN_PATH, at: stack.replace(/\s+/g, ' ') });
    },
  });
  return c.body(answerStream(lines, gone, leave), 200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'cache-control': 'no-store',
  });
}

/** The question of the address together with that of the form. Refuses what is asked twice. */
function withFields(inAddress: ScreenQuestion, fields: UploadedFile['fields']): ScreenQuestion {
  const read = screenQuestionSchema.safeParse(fields);
  if (!read.success) throw unusable(read.error, 'form');
  const twice = Object.keys(fields).find((field) => field in inAddress);
  if (twice === undefined) return { ...inAddress, ...read.data };
  throw new HttpProblem(
    'unusable-question',
    `"${twice}" stands in the address and in the form.`,
    'send it once.',
    [{ at: twice, detail: 'is sent twice' }],
  );
}

async function opened(file: UploadedFile, question: ScreenQuestion): Promise<OpenedTable> {
  const format = question.format ?? file.format;
  const encoding = question.encoding ?? file.encoding;
  const table = await openTable({
    name: file.name,
    bytes: onePiece(file.bytes),
    ...(format === null ? {} : { format }),
    ...(encoding === null ? {} : { encoding }),
    ...(question.sheet === undefined ? {} : { sheet: question.sheet }),
  });
  if (table.ok) return table.value;
  throw new HttpProblem('unusable-file', table.problem.message, table.problem.todo ?? null);
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield await Promise.resolve(bytes);
}

/** The columns of the table. Refuses named ones that it does not have, and a table nothing can be asked of. */
async function usableColumns(
  table: OpenedTable,
  question: ScreenQuestion,
  parts: NodeParts,
): Promise<TableColumns> {
  const { structure, name, cas, hs, quantity, concentration, description } = question;
  const given = Object.fromEntries(
    Object.entries({ structure, name, cas, hs, quantity, concentration, description }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  const columns = await columnsOf(table, given, parts.law);
  const missing = columns.problems.filter(({ code }) => code === 'column-missing');
  const [first] = missing;
  if (first !== undefined) {
    throw new HttpProblem(
      'unusable-question',
      first.message,
      'name columns as the first row of the file does.',
      missing.map(({ data, message }) => ({ at: String(data?.['role'] ?? ''), detail: message })),
    );
  }
  if (columns.isEmpty)
    throw new HttpProblem('unusable-file', 'The file has no row.', 'check how it was made.');
  const unclear = columns.problems.find(({ code }) => code === 'columns-unclear');
  if (unclear === undefined) return columns;
  throw new HttpProblem(
    'unusable-file',
    unclear.message,
    'name one in "structure", "name", "cas", "hs" or "description".',
  );
}

function screeningOptions(
  question: ScreenQuestion,
  { roles, isShort }: TableColumns,
  parts: NodeParts,
): ScreeningOptions {
  return {
    on: (question.on as ScreeningOptions['on'] | undefined) ?? today(parts),
    known: (question.known as ScreeningOptions['on'] | undefined) ?? null,
    in: question.in ?? null,
    activity: question.activity ?? null,
    from: question.from ?? null,
    to: question.to ?? null,
    roles,
    keys: question.keys ?? (isShort ? 'all' : 'found'),
  };
}
