/** Trials and tests of displacement in a project file; each absent when nothing of it was changed. */
import {
  type DrawnTrial,
  defaultTrialView,
  defaultWddView,
  type EvaluatePart,
  evaluateParts,
  MOST_TRIAL_AREAS,
  MOST_TRIAL_DAYS,
  MOST_WDD_ROWS,
  type TrialView,
  trialSources,
  type WddEntry,
  type WddRow,
  type WddView,
  wddZones,
} from '../evaluation/trial-view.ts';
import { at, flag, listOf, oneOf, orNull, type Part, text, whole, within, wrong } from './check.ts';

const MOST_DAYS = 1_000_000;
const MOST_SEED = 0xffffffff;
const H3_ID = /^8[0-9a-f]{14}$/;

export function readEvaluatePart(part: Part): EvaluatePart {
  return part.value === undefined ? 'methods' : oneOf(part, evaluateParts);
}

export function readTrial(part: Part): TrialView {
  if (part.value === undefined) return defaultTrialView;
  const areas = whole(at(part, 'areas'), 2, MOST_TRIAL_AREAS);
  return {
    show: oneOf(at(part, 'show'), ['result', 'design'] as const),
    source: orNull(at(part, 'source'), (source) => oneOf(source, trialSources)),
    areas,
    perDay: whole(at(part, 'perDay'), 1, areas - 1),
    fromDay: orNull(at(part, 'fromDay'), (day) => whole(day, -MOST_DAYS, MOST_DAYS)),
    days: whole(at(part, 'days'), 1, MOST_TRIAL_DAYS),
    seed: whole(at(part, 'seed'), 0, MOST_SEED),
    drawn: readDrawnTrial(at(part, 'drawn')),
    leastMin: whole(at(part, 'leastMin'), 1, 1440),
    drawnWithin: oneOf(at(part, 'drawnWithin'), ['day', 'place'] as const),
  };
}

/** Null without one, or where nothing is said of it. */
export function readDrawnTrial(part: Part): DrawnTrial | null {
  return part.value === undefined ? null : orNull(part, readDrawn);
}

function readDrawn(part: Part): DrawnTrial {
  const places = listOf(at(part, 'places'), (place) => ({
    name: text(at(place, 'name')),
    cells: listOf(at(place, 'cells'), (cell) => {
      if (!H3_ID.test(text(cell))) throw wrong(cell, 'the id of an H3 cell');
      return text(cell);
    }),
  }));
  if (places.length < 2) throw wrong(at(part, 'places'), 'a list of at least two places');
  const fromDay = whole(at(part, 'fromDay'), -MOST_DAYS, MOST_DAYS);
  return {
    places,
    resolution: whole(at(part, 'resolution'), 7, 11),
    fromDay,
    toDay: whole(at(part, 'toDay'), fromDay, fromDay + MOST_TRIAL_DAYS - 1),
    perDay: whole(at(part, 'perDay'), 1, places.length - 1),
    seed: whole(at(part, 'seed'), 0, MOST_SEED),
  };
}

/** Null when all is as it starts. */
export function trialJson(view: TrialView) {
  const { show, source, areas, perDay, fromDay, days, seed, drawn, leastMin, drawnWithin } = view;
  const json = {
    ...{ show, source, areas, perDay, fromDay, days, seed },
    drawn: drawn && drawnJson(drawn),
    ...{ leastMin, drawnWithin },
  };
  return same(json, defaultTrialView) ? null : json;
}

function drawnJson({ places, resolution, fromDay, toDay, perDay, seed }: DrawnTrial) {
  return {
    places: places.map(({ name, cells }) => ({ name, cells })),
    ...{ resolution, fromDay, toDay, perDay, seed },
  };
}

export function readWdd(part: Part): WddView {
  if (part.value === undefined) return defaultWddView;
  const rows = listOf(at(part, 'rows'), readRow);
  if (rows.length > MOST_WDD_ROWS) throw wrong(at(part, 'rows'), `at most ${MOST_WDD_ROWS} rows`);
  return {
    rows,
    displacement: flag(at(part, 'displacement')),
    sizes: flag(at(part, 'sizes')),
    harm: flag(at(part, 'harm')),
    periods: orNull(at(part, 'periods'), (periods) => {
      const [before, after] = listOf(periods, (length) => within(length, 1e-6, 1e6));
      if (before === undefined || after === undefined) throw wrong(periods, 'two lengths');
      return [before, after] as const;
    }),
  };
}

function readRow(part: Part): WddRow {
  const entryOf = (zone: Part): WddEntry => ({
    before: orNull(at(zone, 'before'), (n) => within(n, 0, 1e9)),
    after: orNull(at(zone, 'after'), (n) => within(n, 0, 1e9)),
    size: orNull(at(zone, 'size'), (n) => within(n, 0, 1e12)),
  });
  const zones = at(part, 'zones');
  return {
    name: text(at(part, 'name')),
    zones: {
      treatment: entryOf(at(zones, 'treatment')),
      control: entryOf(at(zones, 'control')),
      treatmentDisplacement: entryOf(at(zones, 'treatmentDisplacement')),
      controlDisplacement: entryOf(at(zones, 'controlDisplacement')),
    },
    harmDays: orNull(at(part, 'harmDays'), (n) => within(n, 0, 1e6)),
  };
}

/** Null when all is as it starts. */
export function wddJson({ rows, displacement, sizes, harm, periods }: WddView) {
  const json = { rows: rows.map(rowJson), displacement, sizes, harm, periods };
  return same(json, { ...defaultWddView, rows: defaultWddView.rows.map(rowJson) }) ? null : json;
}

function rowJson({ name, zones, harmDays }: WddRow) {
  const entries = wddZones.map((zone) => {
    const { before, after, size } = zones[zone];
    return [zone, { before, after, size }] as const;
  });
  return { name, zones: Object.fromEntries(entries), harmDays };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
