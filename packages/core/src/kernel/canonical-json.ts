/**
 * The one JSON text of a value, by the JSON Canonicalization Scheme (RFC 8785): no white space, members in the order
 * of the UTF-16 code units of their names, numbers as ECMAScript writes them. Digests and signatures are made over it.
 *
 * Takes what JSON can hold: null, booleans, finite numbers, strings, arrays, plain objects. Anything else would be
 * lost or changed without a word, so it is a TypeError that names the place: undefined, NaN, infinities, bigint,
 * functions, symbols, lone surrogates, holes in arrays, instances of classes (Date, Map), nesting beyond
 * `LONGEST_NESTING_LEVELS` (a cycle, as a rule).
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

/** Deeper than any document of ours, and far from the end of the call stack. */
export const LONGEST_NESTING_LEVELS = 1000;

type Path = (string | number)[];

function write(value: unknown, path: Path): string {
  if (path.length > LONGEST_NESTING_LEVELS) {
    throw refusal(path, `nested deeper than ${LONGEST_NESTING_LEVELS} levels, or a cycle`);
  }
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      return writeNumber(value, path);
    case 'string':
      return writeString(value, path);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? writeArray(value, path) : writeObject(value, path);
    default:
      throw refusal(path, typeof value);
  }
}

/** RFC 8785, 3.2.2.3: the serialization of ECMAScript, in which -0 is written 0. */
function writeNumber(value: number, path: Path): string {
  if (!Number.isFinite(value)) throw refusal(path, String(value));
  return String(value);
}

/** RFC 8785, 3.2.2.2: escapes as JSON.stringify makes them; a lone surrogate is an error. */
function writeString(value: string, path: Path): string {
  if (!value.isWellFormed()) throw refusal(path, 'a lone surrogate in a string');
  return JSON.stringify(value);
}

function writeArray(value: readonly unknown[], path: Path): string {
  const parts: string[] = [];
  for (let i = 0; i < value.length; i++) {
    path.push(i);
    parts.push(write(value[i], path));
    path.pop();
  }
  return `[${parts.join(',')}]`;
}

function writeObject(value: object, path: Path): string {
  // A plain object's prototype is null or the end of the chain; this also holds for objects of another realm.
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw refusal(path, `an instance of ${value.constructor.name || 'a class'}`);
  }
  const members: string[] = [];
  // The default order of sort is that of UTF-16 code units, which is what RFC 8785, 3.2.3 asks.
  for (const name of Object.keys(value).sort()) {
    path.push(name);
    members.push(`${writeString(name, path)}:${write((value as Record<string, unknown>)[name], path)}`);
    path.pop();
  }
  return `{${members.join(',')}}`;
}

function refusal(path: Path, what: string): TypeError {
  const steps = path.slice(0, 20).map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
  const place = `$${steps.join('')}${path.length > 20 ? '...' : ''}`;
  return new TypeError(`canonical JSON cannot hold ${what} (at ${place})`);
}
