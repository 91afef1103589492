/**
 * What the browser remembers of the work at hand, so that a crash or a reload loses none of it: definitions, weights and
 * areas of the analyst's own, marking and mode. Never rows, and nothing of the files that offences come from.
 */
import type { StudyArea } from '../core/geo/area.ts';
import { DRAWN, isDrawn } from '../core/geo/drawn.ts';
import { at, flag, listOf, oneOf, orNull, type Part, text, within } from '../core/project/check.ts';
import { ownKeyDatesJson, readOwnKeyDates } from '../core/project/key-dates.ts';
import { ownDefinitionJson, readOwnDefinition } from '../core/project/own-definitions.ts';
import { patrolEditJson, readPatrolEdits } from '../core/project/patrol.ts';
import { readArea } from '../core/project/read.ts';
import { readDrawnTrial, readWdd, wddJson } from '../core/project/trial.ts';
import { type AppState, modes, type OwnSchedule } from './app-state.ts';
import { type Drawing, drawTools } from './drawing.ts';

export interface Draft extends Pick<AppState, 'ownSchedule' | 'marking' | 'compareWith' | 'mode' | 'drawing'> {
  readonly ownDefinitions: AppState['settings']['ownDefinitions'];
  readonly drawnAreas: readonly StudyArea[];
  readonly keyDates: AppState['settings']['keyDates'];
  /** What was done to patrol areas by hand. */
  readonly patrolEdits: AppState['settings']['patrol']['edits'];
  readonly drawnTrial: AppState['settings']['trial']['drawn'];
  readonly wdd: AppState['settings']['wdd'];
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
  const { settings, ownSchedule, marking, compareWith, mode, areaSet, missingAreas, drawing } = state;
  const { ownDefinitions, drawnAreas, keyDates, patrol, trial, wdd } = settings;
  const areaFile =
    areaSet.origin === 'file' && areaSet.areas.some((area) => !isDrawn(area)) ? areaSet.name : missingAreas;
  const drawnTrial = trial.drawn;
  const made = { ownDefinitions, drawnAreas, keyDates, patrolEdits: patrol.edits, drawnTrial, wdd };
  return { ...made, ownSchedule, areaFile, marking, compareWith, mode, drawing };
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
    // the steps that led there are many times as much
    drawing: draft.drawing && { ...draft.drawing, past: [] },
    keyDates: draft.keyDates && ownKeyDatesJson(draft.keyDates),
    patrolEdits: draft.patrolEdits.map(patrolEditJson),
    wdd: wddJson(draft.wdd) ?? undefined,
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
      patrolEdits: readPatrolEdits(at(root, 'patrolEdits')),
      drawnTrial: readDrawnTrial(at(root, 'drawnTrial')),
      wdd: readWdd(at(root, 'wdd')),
      ownSchedule: orNull(at(root, 'ownSchedule'), readSchedule),
      areaFile: orNull(at(root, 'areaFile'), text),
      marking: text(at(root, 'marking')),
      compareWith: orNull(at(root, 'compareWith'), text),
      mode: oneOf(at(root, 'mode'), modes),
      drawing: orNull(at(root, 'drawing'), readDrawing),
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

function readDrawing(part: Part): Drawing {
  return {
    changes: orNull(at(part, 'changes'), text),
    name: text(at(part, 'name')),
    pieces: listOf(at(part, 'pieces'), (piece) => ({
      ring: listOf(at(piece, 'ring'), (place) => {
        const [lon, lat] = listOf(place, (degrees) => within(degrees, -180, 180));
        return [lon ?? 0, lat ?? 0] as const;
      }),
      cut: flag(at(piece, 'cut')),
    })),
    past: [],
    tool: oneOf(at(part, 'tool'), drawTools),
    cut: flag(at(part, 'cut')),
    note: text(at(part, 'note')),
  };
}
