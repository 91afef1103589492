/**
 * Bytes to text, chunk by chunk. UTF-8 until the first byte that cannot be UTF-8; from that byte on Windows-1252, in
 * which forces' older systems export. UTF-16 is taken when a byte order mark or the pattern of NULs shows it. The text
 * does not depend on where the chunks are cut.
 */

type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

export interface TextStream {
  /** Text of the next bytes, as far as it is certain; without NULs and without a byte order mark. */
  push(bytes: Uint8Array): string;
  /** Text of the bytes held back. */
  end(): string;
  encoding(): Encoding;
}

/** `head` is the start of the file, a few hundred bytes or the whole of it. */
export function sniffEncoding(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  // Latin text in UTF-16 without a mark has a NUL in every other byte
  const nuls: [number, number] = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) nuls[i % 2 === 0 ? 0 : 1]++;
  });
  const pairs = head.length / 2;
  if (pairs >= 2 && nuls[1] > 0.8 * pairs && nuls[0] < 0.05 * pairs) return 'utf-16le';
  if (pairs >= 2 && nuls[0] > 0.8 * pairs && nuls[1] < 0.05 * pairs) return 'utf-16be';
  return 'utf-8';
}

export function textStream(encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): TextStream {
  const stream = encoding === 'utf-8' ? utf8Stream() : wideStream(encoding);
  let started = false;
  const clean = (raw: string) => {
    let text = raw;
    if (!started && text !== '') {
      started = true;
      if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
    }
    return text.includes('\0') ? text.replaceAll('\0', '') : text;
  };
  return { push: (bytes) => clean(stream.push(bytes)), end: () => clean(stream.end()), encoding: stream.encoding };
}

function wideStream(encoding: 'utf-16le' | 'utf-16be'): TextStream {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return {
    push: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
    encoding: () => encoding,
  };
}

function utf8Stream(): TextStream {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let encoding: Encoding = 'utf-8';
  let held: Uint8Array = new Uint8Array(0);

  const decode = (bytes: Uint8Array, last: boolean) => {
    if (encoding === 'windows-1252') return westernText(bytes);
    const whole = last ? bytes.length : bytes.length - openTail(bytes);
    const ready = bytes.subarray(0, whole);
    held = bytes.slice(whole);
    try {
      return utf8.decode(ready);
    } catch {
      // everything before the first impossible byte stands, the rest of the file is read as Windows-1252
      const valid = validUtf8Length(bytes);
      encoding = 'windows-1252';
      held = new Uint8Array(0);
      return utf8.decode(bytes.subarray(0, valid)) + westernText(bytes.subarray(valid));
    }
  };
  return {
    push: (bytes) => decode(held.length === 0 ? bytes : joined(held, bytes), false),
    end: () => decode(held, true),
    encoding: () => encoding,
  };
}

const WESTERN = new TextDecoder('windows-1252');

/** The characters of the bytes 0x80…0x9F, a blank where there is none. */
const WESTERN_HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Some platforms take Windows-1252 for Latin-1 and leave the bytes 0x80…0x9F as control characters. */
function westernText(bytes: Uint8Array): string {
  return WESTERN.decode(bytes).replace(/[\u0080-\u009f]/g, (control) => {
    const character = WESTERN_HIGH.charAt(control.charCodeAt(0) - 0x80);
    return character === ' ' ? control : character;
  });
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

/** Bytes at the end that may be the start of a character that the next chunk completes, 0…3. */
function openTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/** Length of the longest prefix of whole, valid UTF-8 characters. */
function validUtf8Length(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0;
    const length = sequenceLength(lead);
    if (length === 0) return i;
    for (let k = 1; k < length; k++) {
      const byte = bytes[i + k] ?? 0;
      // the second byte rules out overlong forms, surrogates and what lies beyond U+10FFFF
      const low = k === 1 && lead === 0xe0 ? 0xa0 : k === 1 && lead === 0xf0 ? 0x90 : 0x80;
      const high = k === 1 && lead === 0xed ? 0x9f : k === 1 && lead === 0xf4 ? 0x8f : 0xbf;
      if (byte < low || byte > high) return i;
    }
    i += length;
  }
  return i;
}
