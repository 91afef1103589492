/** What is kept of a log while it is read: positions or visits, and how many rows were left out for which reason. */
import { InputError } from '../errors.ts';
import type { LogTime } from './visit-times.ts';
import type { Position } from './visits.ts';

export interface LoggedVisit {
  readonly place: string;
  readonly unit: string;
  /** UTC seconds. */
  readonly from: number;
  readonly to: number;
}

export interface VisitLog {
  /** One of the two is empty. */
  readonly positions: readonly Position[];
  readonly visits: readonly LoggedVisit[];
  /** How the file says who was there: by a column, by the names of its tracks, or not at all. */
  readonly units: 'named' | 'tracks' | 'none';
  /** Sentences on rows left out or doubted, counted by reason. */
  readonly notes: readonly string[];
}

type Reason = 'place' | 'time' | 'length' | 'repeated';

/** A log of two million positions is a day of a whole force, or months of those who patrol. */
const MOST_POSITIONS = 2_000_000;
const DAY_SECONDS = 86_400;

const reasons: Readonly<Record<Reason, string>> = {
  place: 'without a place',
  time: 'without a readable time of day',
  length: 'with an end before the start or more than a day after it',
  repeated: 'repeated',
};

export interface LogRows {
  leave(reason: Reason): void;
  position(where: Omit<Position, 'second'>, at: LogTime): void;
  visit(where: Pick<LoggedVisit, 'place' | 'unit'>, from: LogTime, to: LogTime): void;
  /** @throws InputError when nothing was kept */
  end(units: VisitLog['units']): VisitLog;
}

/** `what` a row is called in notes, in the singular. @throws InputError from `position` for more of them than can be held */
export function logRows(fileName: string, what: string): LogRows {
  const positions: Position[] = [];
  const visits: LoggedVisit[] = [];
  const seen = new Set<string>();
  const left: Record<Reason, number> = { place: 0, time: 0, length: 0, repeated: 0 };
  const proofs = { 'day-first': 0, 'month-first': 0 };
  // rows whose dates can be read in either order, to be turned round if the file proves the month to stand first
  const turned: { readonly index: number; readonly from: number; readonly to: number }[] = [];
  const heed = (time: LogTime): void => {
    if (time.order !== null) proofs[time.order] += 1;
  };

  return {
    leave(reason) {
      left[reason] += 1;
    },
    position(where, at) {
      if (positions.length === MOST_POSITIONS) {
        throw new InputError(
          `${fileName} holds more than ${MOST_POSITIONS / 1e6} million positions – cut it to fewer days, or to the units that patrol.`,
        );
      }
      heed(at);
      if (at.swapped !== null) turned.push({ index: positions.length, from: at.swapped, to: at.swapped });
      positions.push({ unit: where.unit, second: at.second, lon: where.lon, lat: where.lat });
    },
    visit(where, from, to) {
      heed(from);
      if (!(to.second >= from.second && to.second - from.second <= DAY_SECONDS)) {
        left.length += 1;
        return;
      }
      const key = JSON.stringify([where.place.toLowerCase(), where.unit, from.second, to.second]);
      if (seen.has(key)) {
        left.repeated += 1;
        return;
      }
      seen.add(key);
      if (from.swapped !== null) {
        turned.push({ index: visits.length, from: from.swapped, to: from.swapped + to.second - from.second });
      }
      visits.push({ place: where.place, unit: where.unit, from: from.second, to: to.second });
    },
    end(units) {
      const notes = (Object.keys(left) as Reason[]).flatMap((reason) => sentence(left[reason], what, reason));
      const monthFirst = proofs['month-first'] > 0;
      if (monthFirst && proofs['day-first'] === 0) {
        for (const { index, from, to } of turned) {
          const [position, visit] = [positions[index], visits[index]];
          if (position) positions[index] = { ...position, second: from };
          if (visit) visits[index] = { ...visit, from, to };
        }
        notes.push('Dates are read with the month first, as some of them can only be read so.');
      } else if (monthFirst) {
        const number = proofs['month-first'];
        notes.push(
          `${number} ${what}${number === 1 ? ' has' : 's have'} the month before the day, others the day before the month: days up to the 12th may be wrong.`,
        );
      }
      if (positions.length + visits.length === 0) {
        throw new InputError(
          `${fileName} holds no visit that can be read${notes.length > 0 ? ` (${notes[0]})` : ''} – give GPX tracks with times, or CSV with time and place.`,
        );
      }
      return { positions, visits, units, notes };
    },
  };
}

function sentence(n: number, what: string, reason: Reason): string[] {
  return n === 0 ? [] : [`${n} ${what}${n === 1 ? '' : 's'} ${reasons[reason]}, left out.`];
}

/** A number without exponent or unit; NaN for anything else. */
export function plainNumber(text: string | null): number {
  return text !== null && /^\s*[-+]?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
}

export function onEarth(lon: number, lat: number): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && !(lon === 0 && lat === 0);
}
