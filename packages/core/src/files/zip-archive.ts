import { inflateFrom } from './zip-entry.ts';

/** A file in a zip archive, as its directory (or, where that is missing, its own header) describes it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its data begin in the archive. */
  readonly start: number;
  /** Its data run over the end of the archive. */
  readonly cut: boolean;
}

export interface ZipArchive {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** The directory at the end is missing: the entries were found one after the other, as far as the archive goes. */
  readonly cut: boolean;
}

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
/** The comment after the end of the directory. */
const COMMENT_MAX_BYTES = 0xffff;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const END64_SIGNATURE = 0x06064b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
const ZIP64_FIELD = 0x0001;
const UNKNOWN_32 = 0xffffffff;
const FLAG_ENCRYPTED = 0x1;
const FLAG_DESCRIPTOR = 0x8;

/**
 * The files in a zip archive (APPNOTE.TXT 6.3, with zip64). Our own reader, because an archive that is cut has lost
 * its directory, and the rows before the cut are wanted all the same. Null: no archive, or one that cannot be right.
 */
export function readZip(bytes: Uint8Array): ZipArchive | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = fromDirectory(bytes, view);
  if (entries !== null) return { entries, cut: false };
  const walked = fromHeaders(bytes, view);
  return walked.size === 0 ? null : { entries: walked, cut: true };
}

function fromDirectory(bytes: Uint8Array, view: DataView): Map<string, ZipEntry> | null {
  const end = findEnd(view);
  if (end === null) return null;
  const { count, offset } = directoryAt(view, end);
  const entries = new Map<string, ZipEntry>();
  let at = offset;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_BYTES > bytes.length || view.getUint32(at, true) !== CENTRAL_SIGNATURE) return null;
    const nameBytes = view.getUint16(at + 28, true);
    const extraBytes = view.getUint16(at + 30, true);
    const next = at + CENTRAL_BYTES + nameBytes + extraBytes + view.getUint16(at + 32, true);
    if (next > bytes.length) return null;
    const name = nameAt(bytes, at + CENTRAL_BYTES, nameBytes);
    const sizes = wideSizes(view, at, at + CENTRAL_BYTES + nameBytes, extraBytes);
    const start = dataStart(view, sizes.offset);
    if (start === null) return null;
    const flags = view.getUint16(at + 8, true);
    entries.set(name, {
      name,
      method: view.getUint16(at + 10, true),
      encrypted: (flags & FLAG_ENCRYPTED) !== 0,
      crc: view.getUint32(at + 16, true),
      packedBytes: sizes.packed,
      bytes: sizes.plain,
      start,
      cut: start + sizes.packed > bytes.length,
    });
    at = next;
  }
  return entries;
}

function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - END_BYTES - COMMENT_MAX_BYTES);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return null;
}

function directoryAt(view: DataView, end: number): { readonly count: number; readonly offset: number } {
  const plain = { count: view.getUint16(end + 10, true), offset: view.getUint32(end + 16, true) };
  if (plain.count !== 0xffff && plain.offset !== UNKNOWN_32) return plain;
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR_SIGNATURE) return plain;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END64_SIGNATURE) return plain;
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    offset: Number(view.getBigUint64(at + 48, true)),
  };
}

/** Sizes and place of an entry; those that do not fit into 32 bits stand in the zip64 extra field, in this order. */
function wideSizes(
  view: DataView,
  header: number,
  extra: number,
  extraBytes: number,
): { readonly packed: number; readonly plain: number; readonly offset: number } {
  let packed = view.getUint32(header + 20, true);
  let plain = view.getUint32(header + 24, true);
  let offset = view.getUint32(header + 42, true);
  for (let at = extra; at + 4 <= extra + extraBytes; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_FIELD) continue;
    const end = Math.min(at + 4 + view.getUint16(at + 2, true), extra + extraBytes);
    let field = at + 4;
    const next = (value: number): number => {
      if (value !== UNKNOWN_32 || field + 8 > end) return value;
      field += 8;
      return Number(view.getBigUint64(field - 8, true));
    };
    plain = next(plain);
    packed = next(packed);
    offset = next(offset);
  }
  return { packed, plain, offset };
}

function dataStart(view: DataView, header: number): number | null {
  if (header + LOCAL_BYTES > view.byteLength || view.getUint32(header, true) !== LOCAL_SIGNATURE) return null;
  const start = header + LOCAL_BYTES + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  return start <= view.byteLength ? start : null;
}

/** Goes from header to header; data whose size was not known when they were written are unpacked to find their end. */
function fromHeaders(bytes: Uint8Array, view: DataView): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (;;) {
    const start = dataStart(view, at);
    if (start === null) return entries;
    const name = nameAt(bytes, at + LOCAL_BYTES, view.getUint16(at + 26, true));
    const flags = view.getUint16(at + 6, true);
    const method = view.getUint16(at + 8, true);
    const streamed = (flags & FLAG_DESCRIPTOR) !== 0;
    const measured = streamed && method === 8 ? measure(bytes, start) : null;
    const packedBytes = measured?.packed ?? view.getUint32(at + 18, true);
    const cut = measured?.cut ?? start + packedBytes > bytes.length;
    entries.set(name, {
      name,
      method,
      encrypted: (flags & FLAG_ENCRYPTED) !== 0,
      crc: measured?.crc ?? view.getUint32(at + 14, true),
      packedBytes,
      bytes: measured?.plain ?? view.getUint32(at + 22, true),
      start,
      cut,
    });
    if (cut || (packedBytes === 0 && streamed && measured === null)) return entries;
    at = start + packedBytes;
    if (streamed) at = afterDescriptor(view, at);
  }
}

function measure(
  bytes: Uint8Array,
  start: number,
): { readonly packed: number; readonly plain: number; readonly crc: number; readonly cut: boolean } {
  const reading = inflateFrom(bytes, start, bytes.length);
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done === true) return { ...step.value, cut: step.value.state !== 'ended' };
  }
}

/** A data descriptor with or without its signature, with sizes of 4 bytes or 8: the next signature tells. */
function afterDescriptor(view: DataView, at: number): number {
  const from = at + 4 <= view.byteLength && view.getUint32(at, true) === DESCRIPTOR_SIGNATURE ? at + 4 : at;
  for (const bytes of [12, 20]) {
    const next = from + bytes;
    if (next + 4 > view.byteLength) continue;
    const signature = view.getUint32(next, true);
    if (signature === LOCAL_SIGNATURE || signature === CENTRAL_SIGNATURE) return next;
  }
  return view.byteLength;
}

function nameAt(bytes: Uint8Array, start: number, count: number): string {
  return new TextDecoder().decode(bytes.subarray(start, start + count)).replaceAll('\\', '/');
}
