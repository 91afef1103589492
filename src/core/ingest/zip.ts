/**
 * ZIP archives, as data.police.uk's download is, and what comes as one: Excel workbooks. The directory at the end of the
 * archive tells the members; those of CSV are inflated piece by piece straight into the reader, so that none is ever in
 * memory as a whole. Members of other formats, archives among them one level deep, are unpacked into memory.
 */
import { InputError } from '../errors.ts';
import { type NextBytes, readCsv } from './csv.ts';
import { type Load, NotOffences } from './load.ts';
import { isText, isZip, otherFormat } from './magic.ts';
import { readerFor } from './registry.ts';
import type { Source } from './source.ts';
import { type Member, zipMembers } from './zip-directory.ts';
import { memberBytes, type Unpacked, ZipFault } from './zip-member.ts';

/** Archives within archives that are opened. */
const MAX_DEPTH = 1;
const MAX_IN_MEMORY = 512 * 2 ** 20;

export async function read(source: Source, load: Load): Promise<void> {
  await readArchive(source, load, { inflated: 0 }, 0);
}

async function readArchive(source: Source, load: Load, total: Unpacked, depth: number): Promise<void> {
  const members = await zipMembers(source);
  const names = new Set(members.map((member) => member.name));
  if (names.has('xl/workbook.xml')) {
    const { readWorkbook } = await import('./xlsx.ts');
    return readWorkbook({ source, members, load, total });
  }
  if (names.has('[Content_Types].xml')) {
    throw new InputError(
      `“${source.name}” is an Office document but no Excel workbook of the kind .xlsx – save the offences as .xlsx or CSV.`,
    );
  }
  if (depth > MAX_DEPTH) throw new InputError('it is an archive within an archive within an archive; unpack it first');
  for (const member of members) {
    if (member.name.endsWith('/')) continue;
    const name = `${source.name}/${member.name}`;
    const why = reasonToSkip(member);
    if (why !== null) {
      load.skip(name, why);
      continue;
    }
    await readMember(source, member, name, load, total, depth);
  }
}

const STREAMED = /\.(csv|tsv|txt)$/i;
const WHOLE = /\.(zip|xlsx|xlsm|parquet|geoparquet|geojson|geojsonl|ndjson|jsonl|json)$/i;

function reasonToSkip(member: Member): string | null {
  if (/(^|\/)(__MACOSX\/|\.)/.test(member.name)) return 'it is a hidden file';
  if (!STREAMED.test(member.name) && !WHOLE.test(member.name))
    return 'its name is not that of a format that can be loaded';
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
  total: Unpacked,
  depth: number,
): Promise<void> {
  const filesBefore = load.files.length;
  const rowsBefore = load.raw.rows;
  try {
    const next = memberBytes(source, member, name, load, total);
    if (STREAMED.test(member.name)) return await readText(next, name, load);
    const whole = await inMemory(next, name);
    const head = new Uint8Array(await whole.slice(0, 4096).arrayBuffer());
    // whatever its name: an archive must not get round the limits of depth and size
    if (!isZip(head)) return await (await readerFor(whole))(whole, load);
    if (otherFormat(head) !== null) return load.skip(name, `it is ${otherFormat(head)}`);
    await readArchive(whole, load, total, depth + 1);
  } catch (error) {
    // a member without the columns of an offence is left out; one that began to be read must not vanish half way
    const opened = load.files.length > filesBefore || load.raw.rows > rowsBefore;
    if (!(error instanceof NotOffences) && (!(error instanceof InputError) || opened || error instanceof ZipFault)) {
      throw error;
    }
    load.skip(name, error.message);
  }
}

async function readText(next: NextBytes, name: string, load: Load): Promise<void> {
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
}

async function inMemory(next: NextBytes, name: string): Promise<Source> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let bytes = await next(); bytes !== null; bytes = await next()) {
    size += bytes.length;
    if (size > MAX_IN_MEMORY) {
      throw new InputError(`“${name}” unpacks to more than 512 MB – unpack the archive and load the file itself.`);
    }
    pieces.push(bytes);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return {
    name,
    size,
    stream: () => streamOf(all),
    slice: (start, end) => ({ arrayBuffer: async () => all.slice(start, end).buffer }),
  };
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + STREAM_PIECE));
      at += STREAM_PIECE;
    },
  });
}

const STREAM_PIECE = 1 << 16;
