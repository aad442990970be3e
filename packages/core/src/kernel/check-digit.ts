import type { Problem } from './outcome.ts';

/**
 * The GS1 check digit of the digits before it: weights 3 and 1 in turn from the right, modulo ten (GS1 General
 * Specifications, 7.9.1). One wrong digit is always noticed, two neighbours in the wrong order mostly.
 */
export function gs1CheckDigit(body: string): string {
  let sum = 0;
  const digits = Array.from(body, Number);
  digits.reverse().forEach((digit, place) => (sum += digit * (place % 2 === 0 ? 3 : 1)));
  return String((10 - (sum % 10)) % 10);
}

/** What is wrong with a number, seen from its check characters. */
export interface Mismatch {
  /** `cas`, `gtin`: the problem's code is `<scheme>-check-digit`. */
  readonly scheme: string;
  /** `CAS number` */
  readonly name: string;
  readonly given: string;
  readonly found: string;
  readonly expected: string;
  /** The number with the check characters that fit what stands before them. */
  readonly wouldFit: string;
}

/**
 * A check digit that does not fit. Says which would, and that another digit may be the wrong one: the scheme cannot
 * tell, so nothing is corrected.
 */
export function checkDigitProblem({ scheme, name, given, found, expected, wouldFit }: Mismatch): Problem {
  const plural = expected.length > 1;
  return {
    code: `${scheme}-check-digit`,
    message:
      `${name} ${given} fails its check: it ends in ${found}, and after what stands before, ` +
      `check digit${plural ? 's' : ''} ${expected} would fit (${wouldFit}). Another character may be the wrong one.`,
    todo: 'Compare the number with its source, character by character.',
    data: { given, found, expected, wouldFit },
  };
}
