/** A million seeded offences over two years in and around an area, as a table. */
import type { StudyArea } from '../src/core/geo/area.ts';
import { kinds } from '../src/core/offences/catalogue.ts';
import { Flag, MISSING, type OffenceTable, Precision, type TextColumn } from '../src/core/offences/table.ts';
import { weekdayOf } from '../src/core/offences/time.ts';
import { randomFrom } from '../src/core/stats/random.ts';

export const FIRST_DAY = 18_262;
const DAYS = 731;

/** Rows in no order of date, three in four of them around 400 centres. */
export function million({ bounds }: Pick<StudyArea, 'bounds'>, rows = 1_000_000): OffenceTable {
  const [west, south, east, north] = bounds;
  const random = randomFrom(7);
  const centres = Array.from({ length: 400 }, () => [
    west + random.uniform() * (east - west),
    south + random.uniform() * (north - south),
  ]);
  const lon = new Float64Array(rows);
  const lat = new Float64Array(rows);
  const from = new Int32Array(rows);
  const day = new Int32Array(rows);
  const hourOfWeek = new Uint8Array(rows);
  const offence = new Uint16Array(rows);
  for (let row = 0; row < rows; row++) {
    const [x = west, y = south] = centres[random.below(centres.length)] ?? [];
    const near = random.uniform() < 0.75;
    const spread = () => (random.uniform() + random.uniform() - 1) * 0.02;
    lon[row] = near ? x + spread() : west + random.uniform() * (east - west);
    lat[row] = near ? y + spread() : south + random.uniform() * (north - south);
    const at = FIRST_DAY + random.below(DAYS);
    const minute = random.below(1440);
    day[row] = at;
    from[row] = at * 1440 + minute;
    hourOfWeek[row] = weekdayOf(at) * 24 + Math.floor(minute / 60);
    offence[row] = random.below(40);
  }
  const flag = (): Uint8Array => new Uint8Array(rows).fill(Flag.unknown);
  const none: TextColumn = { codes: new Uint32Array(rows), values: [''] };
  const streets = Array.from({ length: 2000 }, (_, i) => `Street ${i}`);
  const location = {
    codes: Uint32Array.from({ length: rows }, () => 1 + random.below(2000)),
    values: ['', ...streets],
  };
  return {
    ...{ rows, lon, lat, from, to: new Int32Array(rows).fill(MISSING), day, hourOfWeek, offence, location },
    precision: new Uint8Array(rows).fill(Precision.minute),
    offences: kinds.slice(0, 40).map(({ title, id }) => ({ code: '', title, kind: id })),
    flags: { domestic: flag(), publicPlace: flag(), knife: flag(), weapon: flag(), alcohol: flag() },
    flagsGiven: [],
    victimAge: new Uint8Array(rows).fill(255),
    ...{ relationship: none, victimRef: none, suspectRef: none, status: none },
    id: { bytes: new Uint8Array(), offsets: new Uint32Array(rows + 1) },
    file: new Uint16Array(rows),
    snapped: false,
  };
}
