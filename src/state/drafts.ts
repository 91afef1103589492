/**
 * What the browser remembers of the work at hand, so that a crash or a reload loses none of it: definitions, weights and
 * areas of the analyst's own, marking and mode. Never rows, and nothing of the files that offences come from.
 */
import type { StudyArea } from '../core/geo/area.ts';
import { DRAWN, isDrawn } from '../core/geo/drawn.ts';
import { at, listOf, oneOf, orNull, type Part, text } from '../core/project/check.ts';
import { ownKeyDatesJson, readOwnKeyDates } from '../core/project/key-dates.ts';
import { ownDefinitionJson, readOwnDefinition } from '../core/project/own-definitions.ts';
import { readArea } from '../core/project/read.ts';
import { type AppState, modes, type OwnSchedule } from './app-state.ts';

export interface Draft extends Pick<AppState, 'ownSchedule' | 'marking' | 'compareWith' | 'mode'> {
  readonly ownDefinitions: AppState['settings']['ownDefinitions'];
  readonly drawnAreas: readonly StudyArea[];
  readonly keyDates: AppState['settings']['keyDates'];
  /** Name of the file that the other areas came from. */
  readonly areaFile: string | null;
}

const KEY = 'harmscape-draft';
/** Of the form it is kept in; others are left alone. */
const VERSION = 1;
/** Characters; a browser keeps about five million for everything. */
const MOST_TEXT = 1_000_000;

type Keeping = Pick<Storage, 'getItem' | 'setItem'>;

/** What there is to keep of a state. */
export function draftOf(state: AppState): Draft {
  const { settings, ownSchedule, marking, compareWith, mode, areaSet, missingAreas } = state;
  const { ownDefinitions, drawnAreas, keyDates } = settings;
  const areaFile =
    areaSet.origin === 'file' && areaSet.areas.some((area) => !isDrawn(area)) ? areaSet.name : missingAreas;
  return { ownDefinitions, drawnAreas, keyDates, ownSchedule, areaFile, marking, compareWith, mode };
}

export function sameDraft(a: Draft, b: Draft): boolean {
  return (Object.keys(a) as (keyof Draft)[]).every((key) => a[key] === b[key]);
}

/** Keeps the draft in place of the one before; what cannot be kept leaves none, rather than one that is out of date. */
export function keepDraft(draft: Draft, storage: Keeping): AppState['draft'] {
  const content = JSON.stringify({
    v: VERSION,
    ...draft,
    ownDefinitions: draft.ownDefinitions.map(ownDefinitionJson),
    drawnAreas: draft.drawnAreas.map(({ id, name, polygons }) => ({ id, name, polygons })),
    keyDates: draft.keyDates && ownKeyDatesJson(draft.keyDates),
  });
  const small = content.length <= MOST_TEXT;
  storage.setItem(KEY, small ? content : '');
  if (!small) return 'too-large';
  // a full or switched-off storage says nothing when it keeps nothing
  if (storage.getItem(KEY) === content) return 'kept';
  storage.setItem(KEY, '');
  return 'refused';
}

/** The draft kept last; null without one, and for one that is damaged or of another version. */
export function readDraft(storage: Keeping): Draft | null {
  try {
    const content = storage.getItem(KEY);
    if (!content) return null;
    const root: Part = { value: JSON.parse(content), where: '' };
    if (at(root, 'v').value !== VERSION) return null;
    const drawnAreas = listOf(at(root, 'drawnAreas'), (part) => ({ ...readArea(part), kind: DRAWN }));
    const ids = new Set(drawnAreas.map(({ id }) => id));
    return {
      ownDefinitions: listOf(at(root, 'ownDefinitions'), readOwnDefinition),
      drawnAreas: ids.size === drawnAreas.length ? drawnAreas : [],
      keyDates: readOwnKeyDates(at(root, 'keyDates')),
      ownSchedule: orNull(at(root, 'ownSchedule'), readSchedule),
      areaFile: orNull(at(root, 'areaFile'), text),
      marking: text(at(root, 'marking')),
      compareWith: orNull(at(root, 'compareWith'), text),
      mode: oneOf(at(root, 'mode'), modes),
    };
  } catch {
    return null;
  }
}

function readSchedule(part: Part): OwnSchedule {
  return {
    name: text(at(part, 'name')),
    text: text(at(part, 'text')),
    notes: listOf(at(part, 'notes'), text),
  };
}
