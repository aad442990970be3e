import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { LawProblem } from './law-problem.ts';

/** A data file that was read and fits its schema. */
export interface DataFile<T> {
  /** Relative to the data folder. */
  readonly file: string;
  readonly value: T;
  /** The line of a place in the file, for problems found later. */
  readonly lineOf: (path: readonly (string | number)[]) => number | null;
}

/**
 * Reads one YAML file of the data folder and holds it against its schema. Everything that is wrong is added to
 * `problems`, with its line; null is returned when the file cannot be used at all.
 */
export function readYaml<T>(
  dataDir: string,
  file: string,
  schema: z.ZodType<T>,
  problems: LawProblem[],
): DataFile<T> | null {
  const path = join(dataDir, file);
  if (!existsSync(path)) {
    problems.push({
      file,
      line: null,
      path: '',
      code: 'file-missing',
      message: 'The file is not there.',
      todo: 'restore it from the history of the repository.',
    });
    return null;
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      problems.push({
        file,
        line: error.linePos?.[0].line ?? null,
        path: '',
        code: 'yaml',
        message: `This is not YAML: ${firstLine(error.message)}`,
        todo: 'correct the line; text with a colon, a hash or brackets stands in quotation marks.',
      });
    }
    return null;
  }
  const lineOf = (place: readonly (string | number)[]): number | null => {
    for (let steps = place.length; steps >= 0; steps--) {
      const node = steps === 0 ? document.contents : document.getIn(place.slice(0, steps), true);
      if (isNode(node) && node.range !== undefined && node.range !== null)
        return lines.linePos(node.range[0]).line;
    }
    return null;
  };
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const place = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
      problems.push({
        file,
        line: lineOf(place),
        path: written(place),
        code: issue.code === 'unrecognized_keys' ? 'unknown-key' : 'schema',
        message: `${issue.message}.`.replace(/\.\.$/, '.'),
        todo: 'correct the value; a file beside it shows the form.',
      });
    }
    return null;
  }
  return { file, value: parsed.data, lineOf };
}

/** The YAML files of a folder of the data folder, in order of their names, as paths relative to the data folder. */
export function yamlFiles(dataDir: string, folder: string): readonly string[] {
  const path = join(dataDir, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => `${folder}/${entry.name}`)
    .sort();
}

/** `names[3].confidence` */
export function written(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}
