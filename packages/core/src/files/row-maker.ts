import type { Problem } from '../kernel/index.ts';
import type { TableRow } from '../screening/index.ts';
import { LOST_CHARACTER } from './decode-text.ts';
import { fileProblem, type FileProblemCode, type PlaceData } from './file-problem.ts';
import { columnName } from './heading.ts';

const NONE: readonly Problem[] = Object.freeze([]);

/** A text reader of rows looks for odd characters only once there was one in the text. */
const ODD = [LOST_CHARACTER, '\0'] as const;

/** Whether a piece of text holds a character that was lost, or NUL: see `RowMaker.odd`. */
export function hasOdd(text: string): boolean {
  return text.includes(ODD[0]) || text.includes(ODD[1]);
}

/** Numbers the rows of a table and lays their cells under its columns. */
export class RowMaker {
  readonly columns: readonly string[];
  /** Set once the text held an odd character: rows are looked through from then on. */
  odd = false;
  private count = 0;

  constructor(columns: readonly string[]) {
    this.columns = columns;
  }

  /**
   * A row of cells in the order of the columns. Cells that are missing are empty; cells beyond the columns are kept
   * under names of their own; both are said.
   *
   * @param line where it begins in the file, from 1
   */
  fromCells(given: readonly string[], line: number, found: readonly Problem[] = NONE): TableRow {
    const { columns } = this;
    const cells: Record<string, string> = {};
    for (let at = 0; at < columns.length; at += 1) cells[columns[at]!] = given[at] ?? '';
    this.count += 1;
    let problems = found;
    if (given.length !== columns.length && found.length === 0) problems = this.ragged(given, cells, line);
    return this.finish(cells, line, problems);
  }

  /** A row of cells by position, of which any may be missing without a word, as in a sheet. */
  fromSparse(given: readonly string[], line: number, found: readonly Problem[]): TableRow {
    const { columns } = this;
    const cells: Record<string, string> = {};
    for (let at = 0; at < columns.length; at += 1) cells[columns[at]!] = given[at] ?? '';
    this.count += 1;
    const beyond = given.length > columns.length ? this.ragged(given, cells, line) : NONE;
    return this.finish(cells, line, beyond.length === 0 ? found : [...found, ...beyond]);
  }

  /** A row whose cells come by name; names that are no columns of the table are kept, and said. */
  fromNamed(named: ReadonlyMap<string, string>, line: number, found: readonly Problem[] = NONE): TableRow {
    const cells: Record<string, string> = {};
    for (const column of this.columns) cells[column] = named.get(column) ?? '';
    this.count += 1;
    let problems = found;
    for (const [name, text] of named) {
      if (Object.hasOwn(cells, name)) continue;
      cells[name] = text;
      problems = [...problems, this.late(name, line)];
    }
    return this.finish(cells, line, problems);
  }

  /** A row without cells: what stood here could not be read. */
  broken(problem: Problem): TableRow {
    this.count += 1;
    return {
      row: this.count,
      cells: {},
      problems: [{ ...problem, data: { row: this.count, ...problem.data } }],
    };
  }

  /** A problem of the row that is made next. */
  problem(code: FileProblemCode, message: string, todo: string, data: PlaceData): Problem {
    return fileProblem(code, message, todo, { row: this.count + 1, ...data });
  }

  private finish(cells: Record<string, string>, line: number, problems: readonly Problem[]): TableRow {
    const row = this.count;
    return { row, cells, problems: this.odd ? withOddCharacters(cells, row, line, problems) : problems };
  }

  private ragged(given: readonly string[], cells: Record<string, string>, line: number): readonly Problem[] {
    const { columns } = this;
    const row = this.count;
    if (given.length < columns.length) {
      return [
        fileProblem(
          'cells-missing',
          `The row in line ${line} has ${given.length} of ${columns.length} cells; the missing ones are taken as empty.`,
          'Compare the row with the heading: a delimiter may be missing.',
          { row, line, cells: given.length, columns: columns.length },
        ),
      ];
    }
    const extra = given.slice(columns.length);
    if (extra.every((cell) => cell.trim() === '')) return NONE;
    extra.forEach((cell, index) => {
      let name = columnName(columns.length + index);
      while (Object.hasOwn(cells, name)) name = `${name} (2)`;
      cells[name] = cell;
    });
    return [
      fileProblem(
        'cells-extra',
        `The row in line ${line} has ${given.length} cells for ${columns.length} columns; the others are kept as "${columnName(columns.length)}" and so on.`,
        'Compare the row with the heading: a cell with the delimiter in it must be quoted.',
        { row, line, cells: given.length, columns: columns.length },
      ),
    ];
  }

  private late(name: string, line: number): Problem {
    return fileProblem(
      'column-late',
      `"${name}" in line ${line} is no column of the rows at the beginning of the file; the cell is kept with this row.`,
      'Give the first row of the file all columns, if it is to be screened by this one.',
      { row: this.count, line, column: name },
    );
  }
}

function withOddCharacters(
  cells: Readonly<Record<string, string>>,
  row: number,
  line: number,
  problems: readonly Problem[],
): readonly Problem[] {
  const found: Problem[] = [];
  for (const [column, text] of Object.entries(cells)) {
    if (text.includes(ODD[0])) found.push(lost(row, line, column));
    if (text.includes(ODD[1])) found.push(nul(row, line, column));
  }
  return found.length === 0 ? problems : [...problems, ...found];
}

function lost(row: number, line: number, column: string): Problem {
  return fileProblem(
    'characters-undecodable',
    `A character in line ${line}, column "${column}", is not of the encoding of the file, or was lost before; it stands as U+FFFD.`,
    'Name the encoding of the file, or correct the cell.',
    { row, line, column },
  );
}

function nul(row: number, line: number, column: string): Problem {
  return fileProblem(
    'nul-character',
    `There is a NUL character in line ${line}, column "${column}".`,
    'Correct the cell: what follows the character may not belong to it.',
    { row, line, column },
  );
}
