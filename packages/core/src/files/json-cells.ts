import { columnName } from './heading.ts';

/** A value of JSON as the cells of a row by name: an object's members, a list's elements, or one cell. */
export function jsonCells(text: string): ReadonlyMap<string, string> | null {
  const parsed = parse(text);
  if (parsed === undefined) return null;
  const { value } = parsed;
  const cells = new Map<string, string>();
  if (Array.isArray(value)) {
    value.forEach((each, index) => cells.set(columnName(index), cellText(each)));
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) cells.set(columnFor(name, cells), cellText(each));
  } else {
    cells.set(columnName(0), cellText(value));
  }
  return cells;
}

/** A number as the file writes it; everything else as JSON has it. */
class WrittenNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Numbers that JavaScript would write in another way: `2933.390`, `1e3`, more than 15 digits. */
const OTHERWISE_WRITTEN = /\.\d*0(?![\d.])|\d[eE]|\d{16}|-0(?![.\d])/u;

/**
 * Parses JSON so that numbers keep their text: a heading of the tariff `2933.390` must not become `2933.39`. The second
 * pass, which asks for the text of each number, is taken only where a number may be written in another way.
 */
function parse(text: string): { readonly value: unknown } | undefined {
  try {
    if (!OTHERWISE_WRITTEN.test(text)) return { value: JSON.parse(text) };
    const exact = (_key: string, value: unknown, context?: { readonly source?: string }): unknown =>
      typeof value === 'number' && context?.source !== undefined ? new WrittenNumber(context.source) : value;
    return { value: JSON.parse(text, exact) };
  } catch {
    return undefined;
  }
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (value instanceof WrittenNumber) return value.text;
  if (typeof value === 'number') return plainNumber(value);
  if (typeof value === 'boolean') return String(value);
  return JSON.stringify(value, (_key, each: unknown) =>
    each instanceof WrittenNumber ? Number(each.text) : each,
  );
}

/** `0.0000001` and not `1e-7`; what is written with an exponent keeps it by the other way. */
function plainNumber(value: number): string {
  const text = String(value);
  if (!text.includes('e-')) return text;
  return value.toFixed(20).replace(/0+$/u, '');
}

function columnFor(name: string, taken: ReadonlyMap<string, string>): string {
  const base = name === '' ? '(no name)' : name === '__proto__' ? '__proto__ (2)' : name;
  let free = base;
  for (let copy = 2; taken.has(free); copy += 1) free = `${base} (${copy})`;
  return free;
}
