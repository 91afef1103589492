import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfText, monthStart } from '../../src/views/format.ts';
import { playedFrom, playedOn, reached, type Span, type Strip } from '../../src/views/timeline/moves.ts';

const day = (iso: string) => dayOfText(iso) ?? Number.NaN;
const days: Strip = { fromDay: day('2021-01-04'), toDay: day('2021-03-31'), months: false };
const months: Strip = { fromDay: day('2018-05-01'), toDay: day('2018-08-31'), months: true };
const span = (from: string, to: string): Span => ({ fromDay: day(from), toDay: day(to) });
const press = (key: string, chosen: Span | null, strip = days, held: 'shift' | 'ctrl' | null = null) =>
  reached(
    { key, shiftKey: held === 'shift', ctrlKey: held === 'ctrl' },
    chosen ?? { fromDay: null, toDay: null },
    strip,
  );
const week = span('2021-02-01', '2021-02-07');

describe('arrow keys on the timeline', () => {
  it('move the period by a day, with Ctrl or a Page key by its own length', () => {
    expect(press('ArrowRight', week)).toEqual(span('2021-02-02', '2021-02-08'));
    expect(press('ArrowLeft', week)).toEqual(span('2021-01-31', '2021-02-06'));
    expect(press('ArrowRight', week, days, 'ctrl')).toEqual(span('2021-02-08', '2021-02-14'));
    expect(press('PageDown', week)).toEqual(span('2021-01-25', '2021-01-31'));
  });

  it('with Shift move its end, which never passes its first day', () => {
    expect(press('ArrowRight', week, days, 'shift')).toEqual(span('2021-02-01', '2021-02-08'));
    const one = span('2021-02-01', '2021-02-01');
    expect(press('ArrowLeft', one, days, 'shift')).toEqual(one);
  });

  it('lead to the ends of the strip and stop there, the length kept', () => {
    expect(press('Home', week)).toEqual(span('2021-01-04', '2021-01-10'));
    expect(press('End', week)).toEqual(span('2021-03-25', '2021-03-31'));
    expect(press('PageUp', span('2021-03-24', '2021-03-30'))).toEqual(span('2021-03-25', '2021-03-31'));
  });

  it('choose the first or the last week when all dates are chosen', () => {
    expect(press('ArrowRight', null)).toEqual(span('2021-01-04', '2021-01-10'));
    expect(press('ArrowLeft', null)).toEqual(span('2021-03-25', '2021-03-31'));
  });

  it('move whole calendar months where dates are months', () => {
    const may = span('2018-05-01', '2018-05-31');
    expect(press('ArrowRight', may, months)).toEqual(span('2018-06-01', '2018-06-30'));
    expect(press('ArrowRight', may, months, 'shift')).toEqual(span('2018-05-01', '2018-06-30'));
    expect(press('End', may, months)).toEqual(span('2018-08-01', '2018-08-31'));
    expect(press('PageUp', span('2018-05-01', '2018-06-30'), months)).toEqual(span('2018-07-01', '2018-08-31'));
    expect(press('ArrowLeft', null, months)).toEqual(span('2018-08-01', '2018-08-31'));
  });

  it('leave other keys alone', () => {
    expect(press('a', week)).toBeNull();
    expect(press('Tab', week)).toBeNull();
  });

  it('never leave the strip and never cut a month', () => {
    const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End');
    const strokes = fc.array(fc.record({ key, shiftKey: fc.boolean(), ctrlKey: fc.boolean() }), { maxLength: 30 });
    fc.assert(
      fc.property(strokes, fc.constantFrom(days, months), (keys, strip) => {
        let chosen: { fromDay: number | null; toDay: number | null } = { fromDay: null, toDay: null };
        for (const stroke of keys) {
          const next = reached(stroke, chosen, strip);
          if (next === null) continue;
          expect(next.fromDay).toBeGreaterThanOrEqual(strip.fromDay);
          expect(next.toDay).toBeLessThanOrEqual(strip.toDay);
          expect(next.toDay).toBeGreaterThanOrEqual(next.fromDay);
          if (strip.months) {
            expect(monthStart(next.fromDay)).toBe(next.fromDay);
            expect(monthStart(next.toDay, 1) - 1).toBe(next.toDay);
          }
          chosen = next;
        }
      }),
    );
  });
});

describe('playing the timeline', () => {
  it('starts with the first seven days, or the first month, when all dates are chosen', () => {
    const all = { fromDay: null, toDay: null };
    expect(playedFrom(all, days)).toEqual(span('2021-01-04', '2021-01-10'));
    expect(playedFrom(all, months)).toEqual(span('2018-05-01', '2018-05-31'));
  });

  it('starts with the period chosen, and from the start again when that is at the end', () => {
    expect(playedFrom(week, days)).toEqual(week);
    expect(playedFrom(span('2021-03-25', '2021-03-31'), days)).toEqual(span('2021-01-04', '2021-01-10'));
  });

  it('goes on by a day or a month and ends with the strip', () => {
    expect(playedOn(week, days)).toEqual(span('2021-02-02', '2021-02-08'));
    expect(playedOn(span('2021-03-25', '2021-03-31'), days)).toBeNull();
    expect(playedOn(span('2018-07-01', '2018-08-31'), months)).toBeNull();
    expect(playedOn({ fromDay: days.fromDay - 5, toDay: days.toDay + 5 }, days)).toBeNull();
  });
});
