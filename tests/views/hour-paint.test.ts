import { describe, expect, it } from 'vitest';
import {
  hourPresets,
  hoursBetween,
  hoursName,
  isPainted,
  painted,
  placeReached,
} from '../../src/views/settings/hour-paint.ts';

const monday9 = { day: 0, hour: 9 };

describe('painting the week', () => {
  it('paints the rectangle between two places, whichever way it is dragged', () => {
    const from = { day: 1, hour: 22 };
    const to = { day: 0, hour: 20 };
    expect(hoursBetween(from, to)).toEqual([20, 21, 22, 44, 45, 46]);
    expect(painted(null, from, to)).toEqual(painted(null, to, from));
  });

  it('paints whole days and whole hours from the heads', () => {
    expect(hoursBetween({ day: 2, hour: -1 }, { day: 2, hour: -1 })).toEqual(
      Array.from({ length: 24 }, (_, h) => 48 + h),
    );
    expect(hoursBetween({ day: -1, hour: 5 }, { day: -1, hour: 5 })).toEqual([5, 29, 53, 77, 101, 125, 149]);
  });

  it('wipes when it begins on what is painted, and the last one wiped lets every hour count again', () => {
    const two = painted(null, monday9, { day: 0, hour: 10 });
    expect(two).toEqual([9, 10]);
    expect(painted(two, monday9, monday9)).toEqual([10]);
    expect(painted([9], monday9, monday9)).toBeNull();
  });

  it('of the whole week is no filter', () => {
    expect(painted([9], { day: -1, hour: -1 }, { day: -1, hour: -1 })).toBeNull();
    expect(isPainted(null, monday9)).toBe(false);
  });

  it('has presets of Friday and Saturday night, office hours and every night', () => {
    expect(hourPresets.map(({ hours }) => hours?.length)).toEqual([20, 40, 56]);
    expect(hourPresets[0]?.hours?.slice(0, 6)).toEqual([115, 116, 117, 118, 119, 120]);
  });

  it('is named by how many hours count', () => {
    expect(hoursName(null)).toBe('All');
    expect(hoursName([3, 4])).toBe('2 of 168');
  });

  it('moves by arrow keys to the heads and no further', () => {
    expect(placeReached('ArrowUp', { day: -1, hour: 3 })).toEqual({ day: -1, hour: 3 });
    expect(placeReached('ArrowLeft', { day: 2, hour: 0 })).toEqual({ day: 2, hour: -1 });
    expect(placeReached('ArrowRight', { day: 2, hour: 23 })).toEqual({ day: 2, hour: 23 });
    expect(placeReached('a', monday9)).toBeNull();
  });
});
