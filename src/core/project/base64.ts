/** Bytes ⇄ base64 (RFC 4648, padded): the core has neither a browser's btoa nor Node's Buffer. */

// biome-ignore-all lint/style/noNonNullAssertion: kernel loops over indices that are in range by construction

const ALPHABET = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const PAD = 61;
const INVALID = 255;
const digitOf = new Uint8Array(256).fill(INVALID);
ALPHABET.forEach((code, value) => {
  digitOf[code] = value;
});

export function toBase64(bytes: Uint8Array): string {
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PAD);
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    out[at] = ALPHABET[group >> 18]!;
    out[at + 1] = ALPHABET[(group >> 12) & 63]!;
    if (left > 1) out[at + 2] = ALPHABET[(group >> 6) & 63]!;
    if (left > 2) out[at + 3] = ALPHABET[group & 63]!;
    at += 4;
  }
  return new TextDecoder().decode(out);
}

/** Null for text that is no padded base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const codes = new TextEncoder().encode(text);
  // a letter outside ASCII takes more bytes than one
  if (codes.length !== text.length) return null;
  const digits = codes.length - padding;
  const out = new Uint8Array((codes.length / 4) * 3 - padding);
  let at = 0;
  for (let i = 0; i < digits; i += 4) {
    let group = 0;
    for (let k = 0; k < 4; k++) {
      const value = i + k < digits ? digitOf[codes[i + k]!]! : 0;
      if (value === INVALID) return null;
      group = (group << 6) | value;
    }
    out[at] = group >> 16;
    if (at + 1 < out.length) out[at + 1] = (group >> 8) & 255;
    if (at + 2 < out.length) out[at + 2] = group & 255;
    at += 3;
  }
  return out;
}
