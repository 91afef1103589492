/** The bytes of an archive's member, inflated piece by piece under the limits that keep a bomb from going off. */
import { Inflate } from 'fflate';
import { InputError } from '../errors.ts';
import { crc32 } from './crc32.ts';
import type { NextBytes } from './csv.ts';
import type { Load } from './load.ts';
import type { Source } from './source.ts';
import { type Member, memberStart } from './zip-directory.ts';

/** What is read at a time; between two a load can be cancelled. */
const PIECE = 1 << 18;
/** Deflate packs up to 1032 to 1: pieces this small can unpack to 32 MB at the most. */
const INFLATE_PIECE = 1 << 15;
const MAX_INFLATED = 4 * 2 ** 30;
/** Tables of offences pack 5 to 20 to 1. */
const MAX_RATIO = 200;
const RATIO_FROM = 64 * 2 ** 20;

/** Bytes unpacked so far from one file of the load, archives within it included. */
export interface Unpacked {
  inflated: number;
}

/** What is wrong with the archive itself and not with one member's columns. */
export class ZipFault extends InputError {}

/** The bytes of a member, inflated, a piece at a time. */
export function memberBytes(source: Source, member: Member, name: string, load: Load, total: Unpacked): NextBytes {
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
