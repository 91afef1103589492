/** The members of a ZIP archive, from its central directory (PKWARE APPNOTE 4.3.12–4.3.16). */
import { InputError } from '../errors.ts';
import type { Source } from './source.ts';

export interface Member {
  /** Path inside the archive. */
  readonly name: string;
  /** 0 = stored, 8 = deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  readonly inflatedSize: number;
  readonly crc: number;
  /** Of the local header. */
  readonly offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const MAX_COMMENT = 65_535;
const MAX_DIRECTORY = 64 * 2 ** 20;
const MAX_MEMBERS = 10_000;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/** Throws `InputError` for an archive without a readable directory, as a broken-off download is. */
export async function zipMembers(source: Source): Promise<readonly Member[]> {
  const tailStart = Math.max(0, source.size - END_SIZE - MAX_COMMENT - 20);
  const tail = await view(source, tailStart, source.size);
  let end = tail.byteLength - END_SIZE;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) throw broken(source);
  let count = tail.getUint16(end + 10, true);
  let size = tail.getUint32(end + 12, true);
  let start = tail.getUint32(end + 16, true);
  if (count === FULL_16 || size === FULL_32 || start === FULL_32) {
    const large = await directory64(source, tail, end);
    if (large) ({ count, size, start } = large);
  }
  if (count > MAX_MEMBERS) {
    throw new InputError(`“${source.name}” holds more than 10,000 files – unpack it and load fewer at once.`);
  }
  if (size > MAX_DIRECTORY || start + size > source.size) throw broken(source);
  const entries = await view(source, start, start + size);
  const members: Member[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > entries.byteLength || entries.getUint32(at, true) !== ENTRY) throw broken(source);
    const nameLength = entries.getUint16(at + 28, true);
    const extraLength = entries.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + entries.getUint16(at + 32, true);
    if (next > entries.byteLength) throw broken(source);
    members.push(memberAt(entries, at, nameLength, extraLength));
    at = next;
  }
  return members;
}

/** Position of a member's first packed byte. */
export async function memberStart(source: Source, member: Member): Promise<number> {
  const header = await view(source, member.offset, member.offset + 30);
  if (header.byteLength < 30 || header.getUint32(0, true) !== LOCAL) throw broken(source);
  return member.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
}

function memberAt(entries: DataView, at: number, nameLength: number, extraLength: number): Member {
  const bytes = new Uint8Array(entries.buffer, entries.byteOffset + at + 46, nameLength);
  const sizes = {
    inflatedSize: entries.getUint32(at + 24, true),
    packedSize: entries.getUint32(at + 20, true),
    offset: entries.getUint32(at + 42, true),
  };
  if (Object.values(sizes).includes(FULL_32)) readSizes64(entries, at + 46 + nameLength, extraLength, sizes);
  return {
    // control characters have no business in a name that is shown
    name: new TextDecoder().decode(bytes).replace(/\p{Cc}/gu, ''),
    method: entries.getUint16(at + 10, true),
    crc: entries.getUint32(at + 16, true),
    encrypted: (entries.getUint16(at + 8, true) & 1) !== 0,
    ...sizes,
  };
}

/** Replaces the sizes that did not fit 32 bits by those of the extra field 1, which come in this order. */
function readSizes64(
  entries: DataView,
  start: number,
  length: number,
  sizes: { inflatedSize: number; packedSize: number; offset: number },
): void {
  for (let at = start; at + 4 <= start + length; ) {
    const id = entries.getUint16(at, true);
    const stop = Math.min(at + 4 + entries.getUint16(at + 2, true), start + length);
    at += 4;
    if (id === 1) {
      for (const key of ['inflatedSize', 'packedSize', 'offset'] as const) {
        if (sizes[key] !== FULL_32 || at + 8 > stop) continue;
        sizes[key] = Number(entries.getBigUint64(at, true));
        at += 8;
      }
    }
    at = stop;
  }
}

async function directory64(source: Source, tail: DataView, end: number) {
  const locator = end - 20;
  if (locator < 0 || tail.getUint32(locator, true) !== LOCATOR_64) return null;
  const at = Number(tail.getBigUint64(locator + 8, true));
  if (at + 56 > source.size) throw broken(source);
  const record = await view(source, at, at + 56);
  if (record.getUint32(0, true) !== END_64) throw broken(source);
  return {
    count: Number(record.getBigUint64(32, true)),
    size: Number(record.getBigUint64(40, true)),
    start: Number(record.getBigUint64(48, true)),
  };
}

async function view(source: Source, start: number, end: number): Promise<DataView> {
  return new DataView(await source.slice(start, Math.min(end, source.size)).arrayBuffer());
}

function broken(source: Source): InputError {
  return new InputError(`“${source.name}” is a ZIP archive that is broken or incomplete – download or pack it again.`);
}
