/** What the exit codes mean, for help; `EXIT` has their numbers. */
export const EXIT_CODES = `
Exit codes:
  0   everything asked was answered, and nothing is controlled or to review
  1   something is controlled, to review, or failed verification
  2   the input or the options cannot be used
  3   nothing found, but something could not be answered
  70  a fault of the program`;
