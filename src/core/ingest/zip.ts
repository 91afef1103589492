/**
 * ZIP archives of CSV files, as data.police.uk's download is. The directory at the end of the archive tells the members;
 * each is inflated piece by piece straight into the CSV reader, so that no member is ever in memory as a whole.
 */
import { Inflate } from 'fflate';
import { InputError } from '../errors.ts';
import { crc32 } from './crc32.ts';
import { type NextBytes, readCsv } from './csv.ts';
import { type Load, NotOffences } from './load.ts';
import { isText, otherFormat } from './magic.ts';
import type { Source } from './source.ts';
import { type Member, memberStart, zipMembers } from './zip-directory.ts';

const PIECE = 1 << 20;
/** Deflate packs up to 1032 to 1: pieces this small can unpack to 32 MB at the most. */
const INFLATE_PIECE = 1 << 15;
const MAX_INFLATED = 4 * 2 ** 30;
/** Tables of offences pack 5 to 20 to 1. */
const MAX_RATIO = 200;
const RATIO_FROM = 64 * 2 ** 20;

export async function read(source: Source, load: Load): Promise<void> {
  const members = await zipMembers(source);
  const total = { inflated: 0 };
  for (const member of members) {
    if (member.name.endsWith('/')) continue;
    const name = `${source.name}/${member.name}`;
    const why = reasonToSkip(member);
    if (why !== null) {
      load.skip(name, why);
      continue;
    }
    await readMember(source, member, name, load, total);
  }
}

function reasonToSkip(member: Member): string | null {
  if (/(^|\/)(__MACOSX\/|\.)/.test(member.name)) return 'it is a hidden file';
  if (!/\.(csv|tsv|txt)$/i.test(member.name)) return 'it is not a .csv, .tsv or .txt file';
  if (member.encrypted) return 'it is protected by a password; unpack it first';
  if (member.method !== 0 && member.method !== 8) return `it is packed by method ${member.method}; unpack it first`;
  if (member.inflatedSize === 0) return 'it is empty';
  return null;
}

async function readMember(
  source: Source,
  member: Member,
  name: string,
  load: Load,
  total: { inflated: number },
): Promise<void> {
  const filesBefore = load.files.length;
  const rowsBefore = load.raw.rows;
  try {
    const next = memberBytes(source, member, name, load, total);
    const head = await next();
    const other = head === null ? null : (otherFormat(head) ?? (isText(head) ? null : 'no text'));
    if (other !== null) return load.skip(name, `it is ${other}`);
    let first: Uint8Array | null = head;
    await readCsv(
      name,
      async () => {
        const bytes = first ?? (await next());
        first = null;
        return bytes;
      },
      load,
    );
  } catch (error) {
    // a member without the columns of an offence is left out; one that began to be read must not vanish half way
    const opened = load.files.length > filesBefore || load.raw.rows > rowsBefore;
    if (!(error instanceof NotOffences) && (!(error instanceof InputError) || opened || error instanceof ZipFault)) {
      throw error;
    }
    load.skip(name, error.message);
  }
}

/** What is wrong with the archive itself and not with one member's columns. */
class ZipFault extends InputError {}

/** The bytes of a member, inflated, a piece at a time. */
function memberBytes(source: Source, member: Member, name: string, load: Load, total: { inflated: number }): NextBytes {
  const ready: Uint8Array[] = [];
  let at = -1;
  let left = member.packedSize;
  let inflated = 0;
  let crc = 0;
  const accept = (bytes: Uint8Array) => {
    if (bytes.length === 0) return;
    inflated += bytes.length;
    crc = crc32(crc, bytes);
    total.inflated += bytes.length;
    const packed = member.packedSize - left;
    if (total.inflated > MAX_INFLATED) {
      throw new ZipFault(`“${source.name}” unpacks to more than 4 GB – unpack it and load fewer files at once.`);
    }
    if (inflated > RATIO_FROM && inflated > MAX_RATIO * Math.max(packed, 1)) {
      throw new ZipFault(
        `“${name}” unpacks to more than ${MAX_RATIO} times its size, as no table of offences does – check where the archive comes from.`,
      );
    }
    ready.push(bytes);
  };
  const damaged = () => new ZipFault(`“${name}” is damaged inside the archive – download or pack it again.`);
  const inflate = new Inflate((bytes) => accept(bytes));
  let finished = false;

  const unpack = (packed: Uint8Array, final: boolean) => {
    if (member.method === 0) return accept(packed);
    try {
      for (let i = 0; i < packed.length || (final && i === 0); i += INFLATE_PIECE) {
        const end = Math.min(i + INFLATE_PIECE, packed.length);
        inflate.push(packed.subarray(i, end), final && end === packed.length);
      }
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw damaged();
    }
  };

  return async () => {
    if (at < 0) at = await memberStart(source, member);
    while (ready.length === 0 && !finished) {
      const size = Math.min(PIECE, left);
      const packed = new Uint8Array(await source.slice(at, at + size).arrayBuffer());
      load.advance(packed.length);
      if (packed.length < size) {
        throw new ZipFault(`“${source.name}” ends before “${member.name}” does – download it again.`);
      }
      at += size;
      left -= size;
      finished = left === 0;
      unpack(packed, finished);
      if (finished && crc !== member.crc) throw damaged();
    }
    return ready.shift() ?? null;
  };
}
