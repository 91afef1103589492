import { describe, expect, it } from 'vitest';
import type { StudyArea } from '../../src/core/geo/area.ts';
import { demoSettings, initialState } from '../../src/state/defaults.ts';
import { asHours, packHours, unpackHours } from '../../src/state/hours.ts';
import {
  bankHolidays,
  districtOf,
  keyDateAdded,
  keyDateChanged,
  keyDateRemoved,
  keyDatesHere,
  keyDatesName,
  keyDatesOf,
  keyDatesReset,
  shippedKeyDates,
} from '../../src/state/key-dates.ts';

const shipped = { keyDates: null };
const ids = (patch: object): readonly string[] => keyDatesOf({ ...shipped, ...patch }).map(({ id }) => id);

describe('key dates in the app', () => {
  it('are those that ship until the analyst changes them', () => {
    expect(keyDatesOf(shipped)).toBe(shippedKeyDates);
    expect(shippedKeyDates.length).toBeGreaterThan(30);
    expect(bankHolidays.length).toBeGreaterThan(16);
    expect(keyDatesOf({ ...shipped, ...keyDatesReset })).toBe(shippedKeyDates);
  });

  it('are not shown for areas elsewhere, unless the list is one’s own', () => {
    const at = (west: number, south: number, keyDates = settings.keyDates) => {
      const area = { id: 'a', name: 'A', kind: 'district', polygons: [], bounds: [west, south, west + 1, south + 1] };
      const areaSet = { name: '', origin: 'file', areas: [area as unknown as StudyArea] } as const;
      return keyDatesHere({ settings: { ...settings, keyDates }, areaSet }).length;
    };
    const { settings } = initialState(demoSettings);
    expect(at(0.2, 51.5)).toBe(shippedKeyDates.length);
    expect(at(-90, 35)).toBe(0);
    expect(at(-90, 35, { name: 'mine', list: shippedKeyDates })).toBe(shippedKeyDates.length);
  });

  it('change one at a time, stay in order, and the shipped ones are left alone', () => {
    const first = shippedKeyDates[0];
    if (!first) throw new Error('No key date ships.');
    const changed = {
      ...shipped,
      ...keyDateChanged(shipped, first.id, { fromDay: 30_000, toDay: null, label: 'Moved' }),
    };
    expect(keyDatesOf(changed).at(-1)).toEqual({ ...first, fromDay: 30_000, toDay: null, label: 'Moved' });
    expect(keyDatesName(changed)).toMatch(/, changed$/);
    expect(shippedKeyDates[0]).toBe(first);
    expect(ids(keyDateRemoved(changed, first.id))).not.toContain(first.id);
  });

  it('take another with an id of its own', () => {
    const added = {
      fromDay: 20_000,
      toDay: null,
      kind: 'event',
      areas: null,
      label: '',
      source: '',
      remark: '',
    } as const;
    const once = { ...shipped, ...keyDateAdded(shipped, added) };
    expect(ids(keyDateAdded(once, added)).slice(-2)).toEqual(['2024-10-04', '2024-10-04-2']);
  });
});

describe('the district of an area', () => {
  const box = (id: string, west: number, east: number): StudyArea => {
    const ring = (
      [
        [west, 51],
        [east, 51],
        [east, 52],
        [west, 52],
        [west, 51],
      ] as const
    ).map(([lon, lat]): [number, number] => [lon, lat]);
    return { id, name: id, polygons: [[ring]], bounds: [west, 51, east, 52] };
  };
  const areas = [box('E06000033', 0, 1), box('E07000070', 1, 2), box('town', 1.2, 1.4), box('elsewhere', 5, 6)];
  const found = (id: string | null) => districtOf(shippedKeyDates, areas, id)?.id ?? null;

  it('is itself, else the one that holds its middle', () => {
    expect(found('E06000033')).toBe('E06000033');
    expect(found('town')).toBe('E07000070');
  });

  it('is unknown for all areas together and outside every district', () => {
    expect([found(null), found('elsewhere'), found('gone')]).toEqual([null, null, null]);
  });
});

describe('hours of the week', () => {
  it('are no filter when nothing or everything is painted', () => {
    expect(asHours([])).toBeNull();
    expect(asHours(Array.from({ length: 168 }, (_, hour) => hour))).toBeNull();
    expect(asHours(new Set([5, 3, 3]))).toEqual([3, 5]);
  });

  it('are packed into 42 digits, Monday 00:00 first', () => {
    expect(packHours([0])).toBe(`8${'0'.repeat(41)}`);
    expect(packHours([167])).toBe(`${'0'.repeat(41)}1`);
    expect(unpackHours(packHours([0, 9, 100, 167]))).toEqual([0, 9, 100, 167]);
    expect([null, '', 'f'.repeat(42), '0'.repeat(42), 'F'.repeat(42), '8'.repeat(41)].map(unpackHours)).toEqual(
      Array(6).fill(null),
    );
  });
});
