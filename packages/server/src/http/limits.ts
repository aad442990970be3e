/** Questions of one `POST /api/check`. */
export const MOST_QUESTIONS = 1_000;
/** Length of one question, UTF-16 units. */
export const LONGEST_QUESTION_LENGTH = 20_000;
export const LARGEST_BODY_BYTES = 4 * 1024 * 1024;
/** Working time of one request, after which it is given up. */
export const LONGEST_WORK_MS = 20_000;
/** Work in one piece before other requests are let in. */
export const TURN_MS = 25;
/** From the first byte of a request to its last. */
export const REQUEST_TIMEOUT_MS = 30_000;
export const HEADERS_TIMEOUT_MS = 10_000;
export const KEEP_ALIVE_MS = 5_000;
/** What is still being answered when the node stops has this long to finish. */
export const STOP_GRACE_MS = 10_000;

/** A file that `POST /api/screen` takes; larger catalogues are for the command line and the desk. */
export const LARGEST_FILE_BYTES = 32 * 1024 * 1024;
/** Rows of one `POST /api/screen`. */
export const MOST_ROWS = 250_000;
/** From the first row of one screening to its last, however slowly its answer is taken. */
export const LONGEST_SCREENING_MS = 120_000;
/** Screenings at a time; each holds a file in memory and takes its turns with all other requests. */
export const MOST_SCREENINGS = 2;
/** When whoever found no place may ask again. */
export const BUSY_RETRY_SECONDS = 10;
