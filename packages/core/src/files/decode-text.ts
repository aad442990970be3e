/** What a byte that cannot be decoded becomes; a text that holds it already lost the character before us. */
export const LOST_CHARACTER = '\uFFFD';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Text from bytes, piece by piece. A byte that is none of the encoding becomes U+FFFD, so that its row can be named and
 * the rest is read. A byte order mark is not part of the text.
 */
export async function* decodeText(
  blocks: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let first = true;
  for await (const block of blocks) {
    const text = decoder.decode(block, { stream: true });
    if (text === '') continue;
    yield first && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
    first = false;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The text of the first bytes, without a character that is cut at their end. */
export function decodeLook(look: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(look, { stream: true });
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}
