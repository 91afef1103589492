/** Parts of unknown JSON, each checked and named when it is not what it should be. */
import { InputError } from '../errors.ts';

/** A value of the file and where it stands, as in "settings.ring". */
export interface Part {
  readonly value: unknown;
  readonly where: string;
}

export function wrong({ where, value }: Part, should: string): InputError {
  const found = value === undefined ? 'is missing' : `is ${shown(value)}`;
  return new InputError(`The project file is damaged: “${where}” ${found} and should be ${should} – save it again.`);
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'string' ? `“${value.slice(0, 40)}”` : String(value);
}

/** A field of an object; undefined when it has none of its own by that name. */
export function at(part: Part, name: string): Part {
  const { value, where } = part;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(part, 'an object');
  const own = Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
  return { value: own, where: where === '' ? name : `${where}.${name}` };
}

export function listOf<T>(part: Part, read: (item: Part) => T): T[] {
  if (!Array.isArray(part.value)) throw wrong(part, 'a list');
  return part.value.map((value: unknown, i) => read({ value, where: `${part.where}[${i}]` }));
}

/** Every field of an object through `read`. */
export function recordOf<T>(part: Part, read: (item: Part) => T): Record<string, T> {
  const { value } = part;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(part, 'an object');
  return Object.fromEntries(Object.keys(value).map((name) => [name, read(at(part, name))]));
}

export function orNull<T>(part: Part, read: (part: Part) => T): T | null {
  return part.value === null ? null : read(part);
}

export function text(part: Part): string {
  if (typeof part.value !== 'string') throw wrong(part, 'text');
  return part.value;
}

export function flag(part: Part): boolean {
  if (typeof part.value !== 'boolean') throw wrong(part, 'true or false');
  return part.value;
}

export function whole(part: Part, least: number, most: number): number {
  const { value } = part;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw wrong(part, `a whole number from ${least} to ${most}`);
  }
  return value;
}

export function within(part: Part, least: number, most: number): number {
  const { value } = part;
  if (typeof value !== 'number' || !(value >= least && value <= most)) {
    throw wrong(part, `a number from ${least} to ${most}`);
  }
  return value;
}

export function oneOf<T extends string | number>(part: Part, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === part.value);
  if (found === undefined) throw wrong(part, `one of ${allowed.join(', ')}`);
  return found;
}
