/** Three patrol areas and a shift, small enough to be read. */
import type { PatrolCard } from '../../../src/core/patrol/cards.ts';
import { defaultPlanSettings } from '../../../src/core/patrol/plan.ts';
import type { CardsPage } from '../../../src/core/tables/patrol-html.ts';
import type { Shift } from '../../../src/core/tables/patrol-sheet.ts';

/** 2020-07-10, a Friday. */
const FRIDAY = 18_453;

export function card(rank: number, name: string): PatrolCard {
  const smoothed = Float64Array.from({ length: 168 }, (_, hour) =>
    hour === 4 * 24 + 22 ? 6 : hour % 24 === 23 ? 3 : 0,
  );
  return {
    rank,
    name,
    indices: [rank],
    cells: ['8a194ad14917fff'],
    areaM2: 53_210,
    count: 31,
    harm: 5_000,
    share: 0.05,
    lon: 0.7138,
    lat: 51.5372,
    gridRef: `TQ 8830 855${rank}`,
    gridRef10: `TQ 88305 8552${rank}`,
    gridErrorM: 5,
    edited: false,
    edits: [],
    x: 0,
    y: 0,
    walkM: 1_291,
    walkMin: 18,
    hours: { smoothed, likely: smoothed, timed: 31, peaks: [{ fromHour: 118, hours: 2, label: 'Fri 22:00–00:00' }] },
    offences: [{ title: 'Robbery of personal property', count: 3, countShare: 0.1, harmShare: 0.23 }],
    why: ['31 offences, 5.0 % of the harm of the whole area.'],
  };
}

export const cards = [card(1, 'High Street'), card(2, 'Pier <Hill> & Parade'), card(3, '')];

/** Pair 1 visits the second area and then the first past midnight, pair 2 the first; the third dropped off. */
export const shift: Shift = {
  plan: {
    stops: [
      { pair: 0, area: 1, visit: 1, fromMinute: 1230, toMinute: 1245, wayM: 0, wayMin: 0, busy: 1 },
      { pair: 0, area: 0, visit: 2, fromMinute: 1470, toMinute: 1485, wayM: 2100, wayMin: 8, busy: 0.9 },
      { pair: 1, area: 0, visit: 1, fromMinute: 1325, toMinute: 1340, wayM: 0, wayMin: 0, busy: 1 },
    ],
    dropped: [2],
    missed: [],
    pairs: [
      { visitingMin: 30, movingMin: 8, freeMin: 322 },
      { visitingMin: 15, movingMin: 0, freeMin: 345 },
    ],
    shiftMin: 360,
    said: ['Beyond the first 2 areas and not visited: 3.'],
  },
  settings: { ...defaultPlanSettings, day: FRIDAY, pairs: 2, mostAreas: 2 },
};

export const page: CardsPage = {
  cards,
  marking: 'SYNTHETIC',
  about: ['Southend-on-Sea', 'Operation Ark'],
  cautions: [],
  shift,
  pair: null,
};
