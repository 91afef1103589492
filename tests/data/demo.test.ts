import { describe, expect, test } from 'vitest';
import { buildDemo } from '../../data/demo/build.ts';
import { isInside, metresBetween } from '../../data/demo/geometry.ts';
import { bytesOf, cellOf, districts, kindOf, offences, truth } from './demo-files.ts';

const COLUMNS = [
  'offence_id',
  'offence_code',
  'offence',
  'from',
  'to',
  'longitude',
  'latitude',
  'domestic',
  'public_place',
  'knife',
  'weapon',
  'alcohol',
  'victim_age',
  'relationship',
  'victim_ref',
  'suspect_ref',
  'location',
  'status',
];

describe('the demo’s offences', () => {
  test('a fresh run writes the committed files byte for byte', () => {
    const fresh = buildDemo(truth.seed);
    expect(fresh.size).toBeGreaterThan(10);
    for (const [path, bytes] of fresh) expect(Buffer.compare(bytes, bytesOf(path)), path).toBe(0);
  }, 60_000);

  test('another seed draws other days for patrol and other offences', () => {
    const other = buildDemo(truth.seed + 1, 0.01);
    const { trial } = JSON.parse(new TextDecoder().decode(other.get('truth.json'))) as typeof truth;
    expect(trial.treated).not.toEqual(truth.trial.treated);
  });

  test('there are about 70 thousand with every column of a full record, ids unique, under 3.5 MB', () => {
    expect(offences.length).toBeGreaterThan(66_000);
    expect(offences.length).toBeLessThan(74_000);
    expect(Object.keys(offences[0] ?? {})).toEqual(COLUMNS);
    expect(new Set(offences.map((offence) => offence.offence_id)).size).toBe(offences.length);
    expect(bytesOf('offences.parquet').length).toBeLessThan(3_500_000);
  });

  test('every offence is recognised by its code and title', () => {
    const strange = offences.filter((offence) => kindOf(offence) === null).map((offence) => offence.offence);
    expect([...new Set(strange)]).toEqual([]);
    expect(new Set(offences.map(kindOf)).size).toBeGreaterThan(55);
  });

  test('every offence lies on land in one district, to six decimals', () => {
    const outlines = districts.map((district) => district.geometry.coordinates[0] ?? []);
    for (const { longitude, latitude, offence_id } of offences) {
      const holders = outlines.filter((outline) => isInside([longitude, latitude], outline));
      if (holders.length !== 1)
        expect.fail(`${offence_id} at ${longitude}, ${latitude} lies in ${holders.length} districts`);
      if (Math.abs(longitude * 1e6 - Math.round(longitude * 1e6)) > 1e-3) expect.fail(`${offence_id}: ${longitude}`);
    }
  });

  test('times are London wall-clock from July 2019 to August 2021, never in an hour the clocks skipped, ends after starts', () => {
    const form = /^20(19|20|21)-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/;
    for (const { from, to, offence_id } of offences) {
      const good =
        form.test(from) &&
        from >= '2019-07-01' &&
        from < '2021-09-01' &&
        (to === null || (form.test(to) && to >= from));
      if (!good) expect.fail(`${offence_id}: ${from} to ${to}`);
      for (const skipped of ['2020-03-29T01', '2021-03-28T01']) {
        if (from.startsWith(skipped) || to?.startsWith(skipped)) expect.fail(`${offence_id}: ${from} to ${to}`);
      }
    }
  });

  test('some values are missing, as in life, but never those that place an offence in time and space', () => {
    const missing = (column: keyof (typeof offences)[number]) =>
      offences.filter((offence) => offence[column] === null).length;
    for (const column of ['to', 'alcohol', 'location', 'victim_age', 'domestic', 'public_place'] as const) {
      expect(missing(column), column).toBeGreaterThan(0);
    }
    for (const column of ['from', 'longitude', 'latitude', 'offence_code', 'offence'] as const) {
      expect(missing(column), column).toBe(0);
    }
  });

  test('sexual offences are placed coarsely', () => {
    const sexual = offences.filter((offence) => /rape|sexual assault|exposure/i.test(offence.offence));
    expect(sexual.length).toBeGreaterThan(500);
    for (const { longitude } of sexual) expect(longitude * 1000).toBeCloseTo(Math.round(longitude * 1000), 6);
  });

  test('references repeat: a few people stand for much of it', () => {
    const counts = new Map<string, number>();
    for (const { suspect_ref: ref } of offences) if (ref) counts.set(ref, (counts.get(ref) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => b - a);
    const total = sorted.reduce((sum, n) => sum + n, 0);
    const topTenth = sorted.slice(0, Math.round(sorted.length / 10)).reduce((sum, n) => sum + n, 0);
    expect(topTenth / total).toBeGreaterThan(0.2);
    expect([...counts.keys()].every((ref) => /^S\d{6}$/.test(ref))).toBe(true);
  });

  test('crime concentrates: half of it in under two per cent of the county’s cells', () => {
    const counts = new Map<string, number>();
    for (const offence of offences) counts.set(cellOf(offence), (counts.get(cellOf(offence)) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => b - a);
    let left = offences.length / 2;
    let needed = 0;
    while (left > 0) left -= sorted[needed++] ?? 1;
    // The county has about 270 thousand cells of this size.
    expect(needed / 270_000).toBeLessThan(0.02);
  });

  test('burglaries of homes repeat near by and soon more often than chance has it', () => {
    const burglaries = offences
      .filter((offence) => kindOf(offence) === 'burglary-dwelling')
      .map(({ from, longitude, latitude }) => ({
        day: Date.parse(`${from.slice(0, 10)}T00:00Z`) / 864e5,
        at: [longitude, latitude] as const,
      }));
    let close = 0;
    let closeAndSoon = 0;
    let soon = 0;
    burglaries.forEach((a, i) => {
      for (const b of burglaries.slice(i + 1)) {
        const isSoon = Math.abs(a.day - b.day) <= 14;
        const isClose = metresBetween(a.at, b.at) <= 200;
        soon += isSoon ? 1 : 0;
        close += isClose ? 1 : 0;
        closeAndSoon += isSoon && isClose ? 1 : 0;
      }
    });
    const pairs = (burglaries.length * (burglaries.length - 1)) / 2;
    expect(closeAndSoon / ((close * soon) / pairs)).toBeGreaterThan(1.5);
  });
});
