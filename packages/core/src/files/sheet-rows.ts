import type { FileProblemCode } from './file-problem.ts';
import { COLUMNS_MAX_COUNT, SHEET_CELL_MAX_CHARS } from './limits.ts';
import { textCollector } from './string-table.ts';
import { readCell, type SheetContext } from './sheet-cell.ts';
import { XmlPart } from './xml-part.ts';
import { attribute } from './xml-reader.ts';

/** A row of a sheet that has at least one value. */
export interface SheetRow {
  /** Its number in the sheet, from 1. */
  readonly number: number;
  /** Cells by column, from A; a hole where there is none: a sheet may have a cell in its last column only. */
  readonly cells: string[];
  readonly flaws: readonly CellFlaw[];
}

export interface CellFlaw {
  readonly code: FileProblemCode;
  /** Column from 0. */
  readonly column: number;
}

/** Reads the rows of a worksheet as its XML comes. */
export class SheetRows {
  private readonly xml: XmlPart;
  private readonly context: SheetContext;
  private readonly collect = textCollector();
  private rows: SheetRow[] = [];
  private number = 0;
  private cells: string[] = [];
  private flaws: CellFlaw[] = [];
  private hasValue = false;
  private column = -1;
  private type = '';
  private style = 0;
  private formula = false;
  private value: string | null = null;
  private own: string | null = null;
  private inValue = false;
  private inRow = false;

  constructor(context: SheetContext) {
    this.context = context;
    this.xml = new XmlPart({
      open: (name, attributes) => this.open(name, attributes),
      text: (text) => this.text(text),
      close: (name) => this.close(name),
    });
  }

  /** Null, or why the rest of the sheet cannot be read. */
  get error(): string | null {
    return this.xml.error;
  }

  push(bytes: Uint8Array): readonly SheetRow[] {
    this.xml.push(bytes);
    return this.take();
  }

  /** The row that the sheet breaks off in comes too, as far as it goes. */
  end(): readonly SheetRow[] {
    this.xml.end();
    if (this.inRow) this.closeRow();
    return this.take();
  }

  private take(): readonly SheetRow[] {
    const taken = this.rows;
    this.rows = [];
    return taken;
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.collect.open(name);
    if (name === 'row') this.openRow(attribute(attributes, 'r'));
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'v') {
      this.value = '';
      this.inValue = true;
    } else if (name === 'f') this.formula = true;
    else if (name === 'is') this.collect.begin();
  }

  private text(text: string): void {
    if (!this.inValue) this.collect.text(text);
    else if (this.value!.length <= SHEET_CELL_MAX_CHARS) this.value += text;
  }

  private close(name: string): void {
    this.collect.close(name);
    if (name === 'v') this.inValue = false;
    else if (name === 'is') this.own = this.collect.take();
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  private openRow(written: string | undefined): void {
    const number = Number(written);
    this.number = Number.isSafeInteger(number) && number > 0 ? number : this.number + 1;
    this.cells = [];
    this.flaws = [];
    this.hasValue = false;
    this.column = -1;
    this.inRow = true;
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const place = columnOf(attribute(attributes, 'r') ?? '');
    this.column = place ?? this.column + 1;
    this.type = attribute(attributes, 't') ?? '';
    this.style = Number(attribute(attributes, 's') ?? '0');
    this.formula = false;
    this.value = null;
    this.own = null;
    this.inValue = false;
  }

  private closeCell(): void {
    const { type, style, formula, value, own, column } = this;
    const cell = readCell({ type, style, formula, value, own }, this.context);
    if (cell === null) return;
    this.hasValue = true;
    if (column >= COLUMNS_MAX_COUNT) {
      this.flaws.push({ code: 'columns-too-many', column });
      return;
    }
    this.cells[column] = cell.text;
    for (const code of cell.flaws) this.flaws.push({ code, column });
  }

  private closeRow(): void {
    this.inRow = false;
    if (this.hasValue) this.rows.push({ number: this.number, cells: this.cells, flaws: this.flaws });
  }
}

/** Column of a reference like `AB12`, from 0; null where there is none in it. */
export function columnOf(reference: string): number | null {
  let column = 0;
  let letters = 0;
  for (; letters < reference.length; letters += 1) {
    const code = reference.charCodeAt(letters);
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
  }
  return letters === 0 || letters > 7 ? null : column - 1;
}

/** `A` for 0, `AB` for 27. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
