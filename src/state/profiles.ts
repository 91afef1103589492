/** The mapping profiles that this browser remembers: headers and mappings, never rows. */
import { type Profile, profileJson, readProfile } from '../core/ingest/mapping-profile.ts';
import type { Remembering } from './quiet-storage.ts';

const KEY = 'harmscape-profiles';
/** The oldest go first. */
const MOST = 50;

/** Those that cannot be read are left out. */
export function readProfiles(storage: Remembering): readonly Profile[] {
  const text = storage.getItem(KEY);
  if (text === null) return [];
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.flatMap(profileIn) : [];
  } catch {
    return [];
  }
}

function profileIn(text: unknown): readonly Profile[] {
  try {
    return typeof text === 'string' ? [readProfile(text, 'profile')] : [];
  } catch {
    return [];
  }
}

/** Replaces the one of the same name. */
export function withProfile(profiles: readonly Profile[], profile: Profile): readonly Profile[] {
  return [...profiles.filter(({ name }) => name !== profile.name), profile].slice(-MOST);
}

export function keepProfiles(profiles: readonly Profile[], storage: Remembering): void {
  storage.setItem(KEY, JSON.stringify(profiles.map(profileJson)));
}
