/** Characters that take two columns: Han, kana, Hangul, and their full-width punctuation. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Characters that take none: combining marks and format characters. */
const NONE = /[\p{M}\p{Cf}]/u;
// Colours are put on by picocolors and take no room.
const COLOUR = /\u001b\[[0-9;]*m/g;
/** Control characters would move the cursor or colour the terminal of whoever reads an answer. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Columns that `text` takes on a terminal, colours not counted. */
export function widthOf(text: string): number {
  let columns = 0;
  for (const character of text.replace(COLOUR, '')) {
    columns += NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** `text` as it may be shown: control and direction-changing characters are written out as `\u{1b}`. */
export function printable(text: string): string {
  return text.replace(CONTROL, (found) => `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`);
}

/**
 * `text` in lines of at most `columns`, broken at spaces, between Han characters, and inside a word (after a hyphen
 * where it has one) only where the word alone is longer than a line. Takes plain text, without colours.
 */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (widthOf(line + piece.trimEnd()) <= columns) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
    for (const character of piece) {
      if (widthOf(line + character) > columns && line !== '') {
        const cut = afterHyphen(line);
        lines.push(line.slice(0, cut));
        line = line.slice(cut);
      }
      line += character;
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Where a word that is longer than a line is broken: after a hyphen or stroke if one is not far back, else at its end. */
function afterHyphen(line: string): number {
  const cut = Math.max(line.lastIndexOf('-'), line.lastIndexOf('/'), line.lastIndexOf(',')) + 1;
  return cut > line.length / 2 ? cut : line.length;
}

function pieces(text: string): readonly string[] {
  return text.match(/\p{Script=Han}[、。，；：）》」]?\s*|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];
}
