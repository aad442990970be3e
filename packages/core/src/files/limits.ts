/** Rows that are handed on together. */
export const BATCH_ROWS_COUNT = 500;

/** Bytes of text by which format, encoding and heading are found out. */
export const LOOK_BYTES = 256 * 1024;

/** All bytes are cut anew into blocks of this size, so that what is read cannot depend on how they arrived. */
export const BLOCK_BYTES = 64 * 1024;

/** A line of a text file; longer ones are named and left unread. A structure of 1,000 atoms has some 3,000 characters. */
export const LINE_MAX_CHARS = 1_048_576;

/** Of a line that is too long, this much is kept so that a person can find it. */
export const LONG_LINE_KEPT_CHARS = 200;

/** A quoted cell of a CSV file may run over lines; one that is not closed within this is a broken quote. */
export const QUOTED_CELL_MAX_CHARS = 1_048_576;

/** After so many broken quotes a quoted cell must end on its line: the search for its end would cost too much. */
export const BROKEN_QUOTES_MAX_COUNT = 200;

/** As many columns as a sheet of Excel has. */
export const COLUMNS_MAX_COUNT = 16_384;

/** Rows in which the heading of a table is looked for. */
export const HEADING_LOOK_ROWS_COUNT = 50;

/** One record of an SDF, or one element of a JSON array. */
export const RECORD_MAX_CHARS = 4_194_304;

/**
 * What deflate can give at most is 1,032 bytes for one; catalogues give 3 to 40. A stream that gives more than this for
 * each byte, over more than `INFLATED_FREE_BYTES`, is a bomb.
 */
export const INFLATE_MAX_RATIO = 1_000;
export const INFLATED_FREE_BYTES = 64 * 1024 * 1024;

/** A workbook is kept packed in memory while it is read. Excel writes a full sheet of ten columns into some 60 MB. */
export const WORKBOOK_MAX_BYTES = 512 * 1024 * 1024;

/** Texts that the cells of a workbook share are kept in memory. */
export const SHARED_STRINGS_MAX_CHARS = 256 * 1024 * 1024;

/** Parts of a workbook that are read whole: its list of sheets, its styles. */
export const WORKBOOK_PART_MAX_CHARS = 32 * 1024 * 1024;

/** A cell of a sheet holds at most this many in Excel; of what is longer only the beginning is kept. */
export const SHEET_CELL_MAX_CHARS = 1_048_576;

/** Merged cells that are looked at. */
export const MERGED_MAX_COUNT = 10_000;
