/** Four tables of 256: of a byte, and of a byte that one, two or three others follow. */
const TABLE = tables();

function tables(): Uint32Array {
  const table = new Uint32Array(1_024);
  for (let byte = 0; byte < 256; byte += 1) {
    let rest = byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    table[byte] = rest;
  }
  for (let at = 256; at < 1_024; at += 1) {
    const before = table[at - 256]!;
    table[at] = table[before & 0xff]! ^ (before >>> 8);
  }
  return table;
}

/**
 * CRC-32 as zip and gzip have it (RFC 1952, 8).
 *
 * @param before the checksum of the bytes before these, 0 at the beginning
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  let at = 0;
  // Four bytes a step: the checksum is a tenth of the time it takes to read a sheet otherwise.
  for (const end = bytes.length - 3; at < end; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc =
      TABLE[768 + (crc & 0xff)]! ^
      TABLE[512 + ((crc >>> 8) & 0xff)]! ^
      TABLE[256 + ((crc >>> 16) & 0xff)]! ^
      TABLE[crc >>> 24]!;
  }
  for (; at < bytes.length; at += 1) crc = TABLE[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
