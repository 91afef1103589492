import { beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { decryptProject, encryptProject, isEncrypted } from '../../../src/core/project/encrypt.ts';

const PASSPHRASE = 'four plain small words';
const SECRET = '{"harmscape": "project", "title": "Ärger"}';

let file: Record<string, unknown>;
let again: Record<string, unknown>;
beforeAll(async () => {
  file = JSON.parse(await encryptProject(SECRET, PASSPHRASE, crypto)) as Record<string, unknown>;
  again = JSON.parse(await encryptProject(SECRET, PASSPHRASE, crypto)) as Record<string, unknown>;
});

const open = (json: unknown, passphrase = PASSPHRASE): Promise<string> => decryptProject(json, passphrase, crypto);
/** Base64 with one bit of its byte `index` turned. */
const turned = (base64: unknown, index: number): string => {
  const bytes = Buffer.from(String(base64), 'base64');
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  return bytes.toString('base64');
};

describe('a project under a passphrase', () => {
  it('opens with it, and says how it is locked', async () => {
    expect(await open(file)).toBe(SECRET);
    expect(isEncrypted(file)).toBe(true);
    expect(file).toMatchObject({ v: 1, kdf: 'PBKDF2-SHA-256', iterations: 600_000 });
  });

  it('shows nothing of what it holds, and no two are alike', () => {
    expect(JSON.stringify(file)).not.toContain('title');
    expect(file.salt).not.toBe(again.salt);
    expect(file.iv).not.toBe(again.iv);
    expect(file.data).not.toBe(again.data);
  });

  it('is what another implementation makes of the same standards', async () => {
    const { createDecipheriv, pbkdf2Sync } = await import('node:crypto');
    const bytes = (name: string): Buffer => Buffer.from(String(file[name]), 'base64');
    const key = pbkdf2Sync(PASSPHRASE, bytes('salt'), 600_000, 32, 'sha256');
    const data = bytes('data');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes('iv'));
    decipher.setAuthTag(data.subarray(-16));
    expect(Buffer.concat([decipher.update(data.subarray(0, -16)), decipher.final()]).toString()).toBe(SECRET);
  });

  it('stays shut for another passphrase, a changed byte, salt or iv, with the same sentence', async () => {
    const refused = 'The passphrase does not open this project, or the file was changed';
    await expect(open(file, 'four plain small word')).rejects.toThrow(refused);
    await expect(open({ ...file, data: turned(file.data, 5) })).rejects.toThrow(refused);
    await expect(open({ ...file, salt: turned(file.salt, 0) })).rejects.toThrow(refused);
    await expect(open({ ...file, iv: turned(file.iv, 0) })).rejects.toThrow(refused);
  });

  it.each([
    ['kdf', 'MD5'],
    ['iterations', 1000],
    ['iterations', 1e12],
    ['iv', 'Zg=='],
    ['data', '?'],
    ['v', 2],
  ])('with %s %s is damaged', async (name, value) => {
    await expect(open({ ...file, [name]: value })).rejects.toThrow(`“${name}”`);
  });

  it('wants a passphrase worth the name, and a place that encrypts', async () => {
    await expect(encryptProject(SECRET, 'short', crypto)).rejects.toThrow(InputError);
    const insecure = { getRandomValues: crypto.getRandomValues, subtle: undefined } as unknown as Crypto;
    await expect(encryptProject(SECRET, PASSPHRASE, insecure)).rejects.toThrow('https');
  });
});
