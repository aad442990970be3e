const SHOWN_DIGITS = 16;

/** `sha256:` and the digits by which the file of the law is named. */
export function shortDigest(digest: string): string {
  return digest.slice(0, 'sha256:'.length + SHOWN_DIGITS);
}
