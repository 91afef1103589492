/**
 * Which kind of the catalogue is meant by an offence code and title, as a file writes them.
 *
 * In words: the code decides, because titles are written in many ways; where several kinds share the code (s20 wounding
 * by severity, offences against police) the title picks among them. Without a known code the whole title must equal a
 * title or alias of the catalogue after folding case and punctuation. Parts of a title are never matched: "Assault police
 * dog" is not an assault on police, and a guess would move hundreds of days of harm. What matches nothing is null, which
 * a load reports.
 */
import { kinds, kindsWithCode } from './catalogue.ts';
import type { OffenceGroup, OffenceKind } from './kinds.ts';

/** Groups in which an attempt is another offence than the deed (attempted murder is a kind of its own). */
const noAttempts: ReadonlySet<OffenceGroup> = new Set<OffenceGroup>([
  'homicide',
  'conspiracy-to-murder',
  'cause-or-allow-death',
  'death-by-driving',
]);

/** Letters and digits in lower case with single spaces: "S.18 Wounding (Indictable)" → "s18 wounding". */
export function foldTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/\((indictable|outcomes only)\)/g, ' ')
    .replace(/['’]/g, '')
    .replace(/&/g, ' and ')
    .replace(/</g, ' under ')
    .replace(/≥|>=?/g, ' over ')
    .replace(/\b(s|ss|sec|sect|section)[. ]+(\d)/g, 's$2')
    .replace(/(\d),(\d{3})\b/g, '$1$2')
    .replace(/\bw\/ ?/g, 'with ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** "8/6", "008/06", "00806" and "39" as "008/06" and "039/00"; anything else as it came, trimmed. */
export function normaliseCode(code: string): string {
  const text = code.trim();
  const slashed =
    /^(\d{1,3})\s*[/.]\s*(\d{1,2})$/.exec(text) ?? /^(\d{3})(\d{2})$/.exec(text) ?? /^(\d{1,3})$/.exec(text);
  if (slashed === null) return text;
  return `${(slashed[1] ?? '').padStart(3, '0')}/${(slashed[2] ?? '').padStart(2, '0')}`;
}

const byTitle: ReadonlyMap<string, OffenceKind> = new Map(
  kinds.flatMap((kind) => [kind.title, ...kind.aliases].map((name) => [foldTitle(name), kind])),
);

function kindByTitle(title: string): OffenceKind | null {
  const folded = foldTitle(title);
  const exact = byTitle.get(folded);
  if (exact !== undefined) return exact;
  // An attempt counts as the full offence: "Attempted robbery", "Robbery (attempted)".
  const deed = folded
    .replace(/^(attempted|attempt at|attempt to commit|attempt|att) /, '')
    .replace(/ (attempted|attempt)$/, '');
  const kind = deed === folded ? undefined : byTitle.get(deed);
  return kind === undefined || noAttempts.has(kind.group) ? null : kind;
}

/**
 * The id of the catalogue kind, or null when nothing matches.
 * @param code Home Office code ("008/06", "8/6", "00806") or a recording class ("34B"); '' when the file gives none
 * @param title offence title or category as written; '' when the file gives none
 */
export function recogniseOffence(code: string, title: string): string | null {
  const byTitleKind = title === '' ? null : kindByTitle(title);
  const sharing = kindsWithCode(normaliseCode(code));
  if (sharing.length > 0) {
    // The code decides; the title only picks among the kinds that share it.
    const named = sharing.find((kind) => kind.id === byTitleKind?.id) ?? sharing[0];
    return named?.id ?? null;
  }
  const kind = byTitleKind ?? (code === '' ? null : kindByTitle(code));
  return kind?.id ?? null;
}
