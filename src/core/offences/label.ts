import { kindById } from './catalogue.ts';
import type { OffenceName } from './table.ts';

/** What to call an offence on screen: the title as written, else the catalogue's for its code, else the code. */
export function offenceLabel(name: OffenceName | undefined): string {
  if (!name) return 'Not recorded';
  const title = name.title || (name.kind === null ? '' : (kindById(name.kind)?.title ?? ''));
  return title || name.code || 'Not recorded';
}
