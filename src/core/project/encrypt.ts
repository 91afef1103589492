/**
 * A project under a passphrase: AES-256-GCM (NIST SP 800-38D) with a key from PBKDF2-HMAC-SHA-256 (RFC 8018) at the
 * 600,000 iterations that OWASP's Password Storage Cheat Sheet asks for (2023). Salt and iv are drawn anew for every file. The cryptography is
 * the platform's own and passed in. The trap: a passphrase that is lost is lost, and a short one can be tried out.
 */
import { InputError } from '../errors.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { at, oneOf, type Part, text, whole, wrong } from './check.ts';

const KDF = 'PBKDF2-SHA-256';
const ITERATIONS = 600_000;
/** A file that asks for more would only keep the reader busy. */
const MOST_ITERATIONS = 10_000_000;
const SALT_BYTES = 16;
/** The length that GCM is specified for. */
const IV_BYTES = 12;
const SHORTEST_PASSPHRASE = 8;

type Bytes = Uint8Array<ArrayBuffer>;

/** The part of Web Crypto that is used; browsers have it on https and on this machine only. */
export interface CryptoLike {
  getRandomValues(into: Bytes): Bytes;
  readonly subtle: SubtleLike;
}

interface SubtleLike {
  importKey(format: 'raw', key: Bytes, algorithm: 'PBKDF2', extractable: false, uses: 'deriveKey'[]): Promise<object>;
  deriveKey(
    algorithm: { name: 'PBKDF2'; hash: 'SHA-256'; salt: Bytes; iterations: number },
    base: object,
    derived: { name: 'AES-GCM'; length: 256 },
    extractable: false,
    uses: ('encrypt' | 'decrypt')[],
  ): Promise<object>;
  encrypt(algorithm: { name: 'AES-GCM'; iv: Bytes }, key: object, data: Bytes): Promise<ArrayBuffer>;
  decrypt(algorithm: { name: 'AES-GCM'; iv: Bytes }, key: object, data: Bytes): Promise<ArrayBuffer>;
}

/** @throws InputError when the passphrase is too short or the platform does not encrypt here */
export async function encryptProject(content: string, passphrase: string, crypto: CryptoLike): Promise<string> {
  if (passphrase.length < SHORTEST_PASSPHRASE) {
    throw new InputError(
      `The passphrase has ${passphrase.length} characters – take at least ${SHORTEST_PASSPHRASE}, better four words.`,
    );
  }
  const subtle = subtleOf(crypto);
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await keyOf(subtle, passphrase, salt, ITERATIONS, 'encrypt');
  const data = new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(content)));
  const file = {
    harmscape: 'encrypted',
    v: 1,
    kdf: KDF,
    iterations: ITERATIONS,
    salt: toBase64(salt),
    iv: toBase64(iv),
    data: toBase64(data),
  };
  return `${JSON.stringify(file)}\n`;
}

/** Whether this is a project under a passphrase. */
export function isEncrypted(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'harmscape' in json && json.harmscape === 'encrypted';
}

/**
 * The text that was encrypted.
 * @throws InputError for a wrong passphrase and a changed file alike: neither can be told from the other
 */
export async function decryptProject(json: unknown, passphrase: string, crypto: CryptoLike): Promise<string> {
  const root: Part = { value: json, where: '' };
  whole(at(root, 'v'), 1, 1);
  oneOf(at(root, 'kdf'), [KDF]);
  const iterations = whole(at(root, 'iterations'), ITERATIONS, MOST_ITERATIONS);
  const [salt, iv, data] = [bytesOf(at(root, 'salt')), bytesOf(at(root, 'iv')), bytesOf(at(root, 'data'))];
  if (iv.length !== IV_BYTES) throw wrong(at(root, 'iv'), `${IV_BYTES} bytes as base64`);
  const subtle = subtleOf(crypto);
  const key = await keyOf(subtle, passphrase, salt, iterations, 'decrypt');
  try {
    return new TextDecoder().decode(await subtle.decrypt({ name: 'AES-GCM', iv }, key, data));
  } catch {
    throw new InputError('The passphrase does not open this project, or the file was changed – try again.');
  }
}

async function keyOf(
  subtle: SubtleLike,
  passphrase: string,
  salt: Bytes,
  iterations: number,
  use: 'encrypt' | 'decrypt',
): Promise<object> {
  // the same letters typed on another system may be composed differently
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations } as const;
  return subtle.deriveKey(algorithm, base, { name: 'AES-GCM', length: 256 }, false, [use]);
}

function subtleOf(crypto: CryptoLike): SubtleLike {
  // absent, against its type, where the page is neither https nor from this machine
  const subtle: SubtleLike | undefined = crypto.subtle;
  if (!subtle) {
    throw new InputError('This browser encrypts only on https or on this machine (127.0.0.1) – open Harmscape there.');
  }
  return subtle;
}

function bytesOf(part: Part): Bytes {
  const bytes = fromBase64(text(part));
  if (!bytes) throw wrong({ where: part.where, value: 'something else' }, 'base64');
  return bytes;
}
