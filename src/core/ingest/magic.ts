/** What the first bytes of a file say it is. */
import { sniffEncoding, textStream } from './text-decoding.ts';

export function isParquet(head: Uint8Array): boolean {
  return startsWith(head, 'PAR1');
}

export function isZip(head: Uint8Array): boolean {
  return startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06');
}

/** Text in any encoding, some control characters allowed for. */
export function isText(head: Uint8Array): boolean {
  if (sniffEncoding(head) !== 'utf-8') return true;
  let controls = 0;
  for (const byte of head) {
    if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) controls++;
  }
  return controls <= head.length * 0.1;
}

/** An object or a list of objects; "[Crime ID],[Month]" is a header of CSV. */
export function isJson(head: Uint8Array): boolean {
  const text = textStream(sniffEncoding(head)).push(head).replaceAll('\u001e', '');
  return /^\s*(?:\{\s*["}]|\[\s*[{\]])/.test(text);
}

/** "a PDF document" for formats that are known and cannot be read; null for the rest. */
export function otherFormat(head: Uint8Array): string | null {
  if (isZip(head)) return otherZip(head);
  for (const [magic, name] of MAGICS) if (startsWith(head, magic)) return name;
  if (startsWith(head, '\xd0\xcf\x11\xe0')) return 'an old Excel or Word document (.xls, .doc), or one with a password';
  // text formats, after a byte order mark and blanks
  const start = latin(head.subarray(0, 512))
    .replace(/^(?:\xef\xbb\xbf)?\s+/, '')
    .replace(/^\xef\xbb\xbf/, '');
  if (/^<\?xml|^<!doctype|^<html|^<kml|^<gpx|^<[a-z]+[\s>]/i.test(start)) return 'a web page or XML';
  if (start.startsWith('{\\rtf')) return 'a Word document';
  return null;
}

const MAGICS: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF document'],
  ['\x1f\x8b', 'a gzip archive'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['BZh', 'a bzip2 archive'],
  ['\xfd7zXZ', 'an xz archive'],
  ['(\xb5/\xfd', 'a Zstandard archive'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['SQLite format 3', 'an SQLite or GeoPackage database'],
  ['\x00\x00\x27\x0a', 'a shapefile'],
  ['ARROW1', 'an Arrow file'],
  ['ORC', 'an ORC file'],
  ['\x7fELF', 'a program'],
  ['MZ\x90', 'a program'],
];

/** The name of the first member tells an OpenDocument file from an archive of files. */
function otherZip(head: Uint8Array): string | null {
  const text = latin(head);
  const name = text.slice(30, 30 + (head[26] ?? 0) + 256 * (head[27] ?? 0));
  return name === 'mimetype' ? 'an OpenDocument file (.ods, .odt)' : null;
}

function startsWith(head: Uint8Array, magic: string): boolean {
  return head.length >= magic.length && latin(head.subarray(0, magic.length)) === magic;
}

/** One character per byte. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
