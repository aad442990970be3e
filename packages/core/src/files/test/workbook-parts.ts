import { ZipWriter } from '../zip-writer.ts';
import { joined } from './reading.ts';

/** Parts of a workbook by path, packed. */
export async function packed(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new ZipWriter((bytes) => void pieces.push(bytes.slice()));
  for (const [path, content] of Object.entries(parts)) {
    await zip.open(path);
    await zip.write(typeof content === 'string' ? new TextEncoder().encode(content) : content);
    await zip.close();
  }
  await zip.end();
  return joined(pieces);
}

export interface SheetParts {
  /** Rows and cells as XML, inside `sheetData`. */
  readonly rows: string;
  /** What stands after `sheetData`. */
  readonly after?: string;
  readonly name?: string;
  readonly state?: 'hidden' | 'visible';
}

/** The parts of a workbook in the order and with the names that Excel gives them. */
export function workbookParts(
  sheets: readonly SheetParts[],
  around: {
    readonly sharedStrings?: string;
    readonly formats?: string;
    readonly styles?: string;
    readonly date1904?: boolean;
  } = {},
): Record<string, string> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${around.date1904 === true ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        (sheet, at) =>
          `<sheet name="${sheet.name ?? `Sheet${at + 1}`}" sheetId="${at + 7}" state="${sheet.state ?? 'visible'}" r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rIdS" Type="${relations}/styles" Target="/xl/styles.xml"/><Relationship Id="rIdT" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  };
  sheets.forEach((sheet, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${sheet.rows}</sheetData>${sheet.after ?? ''}</worksheet>`;
  });
  parts['xl/styles.xml'] =
    `<styleSheet xmlns="${main}"><numFmts>${around.formats ?? ''}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${around.styles ?? ''}</cellXfs></styleSheet>`;
  if (around.sharedStrings !== undefined)
    parts['xl/sharedStrings.xml'] = `<sst xmlns="${main}">${around.sharedStrings}</sst>`;
  return parts;
}

/** A row of cells that hold their own text. */
export function textRow(number: number, cells: readonly string[]): string {
  const xml = cells.map((cell, at) =>
    cell === ''
      ? ''
      : `<c r="${String.fromCharCode(65 + at)}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`,
  );
  return `<row r="${number}">${xml.join('')}</row>`;
}
