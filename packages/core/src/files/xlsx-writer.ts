import { columnLetters } from './sheet-rows.ts';
import type { ByteSink, TableWriter } from './write-table.ts';
import { ZipWriter } from './zip-writer.ts';

/** Rows of a sheet of Excel; what is more goes to further sheets. */
const SHEET_MAX_ROWS_COUNT = 1_048_576;
/** Text of a sheet before a further one is begun, so that its sizes fit into the 32 bits of a zip archive. */
const SHEET_MAX_CHARS = 1_000_000_000;
/** Excel refuses a workbook with a longer cell. */
const CELL_MAX_CHARS = 32_767;
/** Names of sheets. */
const SHEET_NAME_MAX_CHARS = 31;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Writes a workbook of one table (XLSX, ECMA-376) as its rows come. Every cell is text: no formula runs, no leading zero
 * is lost, and a cell needs no apostrophe. The heading stays in sight. A cell that is longer than Excel opens is cut,
 * and says so.
 */
export function createSheetWriter(
  columns: readonly string[],
  sink: ByteSink,
  name: string,
  sheetRows: number = SHEET_MAX_ROWS_COUNT,
): TableWriter {
  const encoder = new TextEncoder();
  const zip = new ZipWriter((bytes) => sink.write(bytes));
  let sheets = 0;
  let row = 0;
  let chars = 0;
  const openSheet = async (): Promise<void> => {
    sheets += 1;
    row = 1;
    chars = 0;
    await zip.open(`xl/worksheets/sheet${sheets}.xml`);
    await zip.write(encoder.encode(sheetStart() + rowXml(columns, row, 1)));
  };
  const closeSheet = async (): Promise<void> => {
    await zip.write(encoder.encode('</sheetData></worksheet>'));
    await zip.close();
  };
  return {
    async write(rows) {
      if (sheets === 0) await openSheet();
      let xml = '';
      for (const cells of rows) {
        if (row === sheetRows || chars > SHEET_MAX_CHARS) {
          await zip.write(encoder.encode(xml));
          xml = '';
          await closeSheet();
          await openSheet();
        }
        row += 1;
        const written = rowXml(cells, row, 0);
        xml += written;
        chars += written.length;
      }
      if (xml !== '') await zip.write(encoder.encode(xml));
    },
    async end() {
      if (sheets === 0) await openSheet();
      await closeSheet();
      for (const [path, xml] of frame(sheets, name)) {
        await zip.open(path);
        await zip.write(encoder.encode(xml));
        await zip.close();
      }
      await zip.end();
    },
  };
}

function sheetStart(): string {
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `${XML}<worksheet xmlns="${MAIN}">${view}<sheetFormatPr defaultRowHeight="15"/><sheetData>`;
}

function rowXml(cells: readonly string[], row: number, style: 0 | 1): string {
  let xml = `<row r="${row}">`;
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column]!;
    // An empty cell need not be written; but a row of nothing else must hold one to be a row.
    if (cell === '' && (column > 0 || cells.some((each) => each !== ''))) continue;
    const styled = style === 0 ? '' : ` s="${style}"`;
    xml += `<c r="${columnLetters(column)}${row}"${styled} t="inlineStr"><is><t xml:space="preserve">${cellXml(cell)}</t></is></c>`;
  }
  return `${xml}</row>`;
}

function cellXml(cell: string): string {
  if (cell.length <= CELL_MAX_CHARS) return xmlText(cell);
  const mark = ` … [cut: ${cell.length} characters]`;
  return xmlText(cell.slice(0, CELL_MAX_CHARS - mark.length) + mark);
}

/** What XML cannot hold, or changes when it reads it, and what would read as the way of writing such (22.9.2.19). */
const UNWRITABLE =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** Text as XML of a workbook. */
export function xmlText(text: string): string {
  return text
    .replace(UNWRITABLE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/gu, (sign) =>
      sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : '&quot;',
    );
}

/** The parts around the sheets. */
function frame(sheets: number, name: string): readonly (readonly [string, string])[] {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const each = (xml: (number: number) => string): string => numbers.map(xml).join('');
  const styleId = sheets + 1;
  return [
    [
      'xl/styles.xml',
      `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each((number) => `<sheet name="${xmlText(sheetName(name, number))}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each((number) => `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${styleId}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPES}.worksheet+xml"/>`)}</Types>`,
    ],
  ];
}

/** Excel allows 31 characters and not these; the second sheet of a table gets a number. */
function sheetName(name: string, number: number): string {
  const clean =
    name
      .replace(/[\\/?*[\]:]/gu, ' ')
      .replace(/^'+|'+$/gu, '')
      .trim() || 'Sheet';
  const mark = number === 1 ? '' : ` (${number})`;
  return clean.slice(0, SHEET_NAME_MAX_CHARS - mark.length) + mark;
}
