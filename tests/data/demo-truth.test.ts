import { areNeighborCells, cellToLatLng, polygonToCells } from 'h3-js';
import { describe, expect, test } from 'vitest';
import { harmOf, isArkKind } from '../../data/demo/catalogue.ts';
import { type FactorPoint, type Influence, reachOf } from '../../data/demo/factors.ts';
import { isInside } from '../../data/demo/geometry.ts';
import {
  areas,
  cellOf,
  districts,
  jsonOf,
  kindOf,
  type Lonlat,
  type Offence,
  offences,
  rowsOf,
  truth,
} from './demo-files.ts';
import { fitPoisson } from './poisson-fit.ts';

const isArk = (offence: Offence) =>
  offence.public_place === 'yes' && offence.domestic !== 'yes' && isArkKind(kindOf(offence) ?? '');
const harm = (some: readonly Offence[]) => some.reduce((sum, offence) => sum + harmOf(kindOf(offence) ?? ''), 0);
const outlineOf = (code: string): Lonlat[] =>
  areas.find((area) => area.properties.code === code)?.geometry.coordinates[0] ?? [];
const byDistrict = new Map<string, Offence[]>();
for (const offence of offences) {
  const at: Lonlat = [offence.longitude, offence.latitude];
  const code = districts.find((district) => isInside(at, outlineOf(district.properties.code)))?.properties.code ?? '';
  const some = byDistrict.get(code);
  if (some) some.push(offence);
  else byDistrict.set(code, [offence]);
}
const inside = (code: string): readonly Offence[] => byDistrict.get(code) ?? [];
const SOUTHEND = 'E06000033';
const southend = inside(SOUTHEND);
const areaOfCell = new Map(truth.patrolAreas.flatMap((area, i) => area.cells.map((cell) => [cell, i] as const)));

describe('the patrol areas of Southend', () => {
  test('are 20, of contiguous cells that no two share', () => {
    expect(truth.patrolAreas).toHaveLength(20);
    expect(areaOfCell.size).toBe(truth.patrolAreas.reduce((sum, area) => sum + area.cells.length, 0));
    for (const { cells, rings, name } of truth.patrolAreas) {
      const reached = new Set([cells[0] as string]);
      for (let i = 0; i < cells.length; i++) {
        for (const cell of cells) if ([...reached].some((other) => areNeighborCells(cell, other))) reached.add(cell);
      }
      expect(reached.size, name).toBe(cells.length);
      const [lat, lon] = cellToLatLng(cells[0] as string);
      expect(isInside([lon, lat], (rings[0] ?? []) as Lonlat[]), name).toBe(true);
    }
  });

  test('cover two to three per cent of Southend and held about 41 % of its harm in the year before', () => {
    const cells = polygonToCells(outlineOf(SOUTHEND), 10, true);
    const areaShare = areaOfCell.size / cells.length;
    expect(areaShare).toBeGreaterThan(0.02);
    expect(areaShare).toBeLessThan(0.03);
    const { from, to } = truth.concentration;
    const year = southend.filter(
      (offence) => isArk(offence) && offence.from >= from && offence.from.slice(0, 10) <= to,
    );
    const share = harm(year.filter((offence) => areaOfCell.has(cellOf(offence)))) / harm(year);
    expect(Math.abs(share - 0.41)).toBeLessThan(0.04);
    expect(share).toBeCloseTo(truth.concentration.harmShare, 2);
  });

  test('each saw at least five such offences in that year', () => {
    const counts = new Array<number>(20).fill(0);
    for (const offence of southend) {
      const area = areaOfCell.get(cellOf(offence));
      if (area !== undefined && isArk(offence) && offence.from < '2020-07-01') counts[area] = (counts[area] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(5);
  });
});

describe('the crossover trial', () => {
  const days = Object.entries(truth.trial.treated);

  test('draws 8 of 20 areas on each of 90 days: 720 place-days with patrol, 1,080 without', () => {
    expect(days).toHaveLength(90);
    for (const [, treated] of days) expect(new Set(treated).size).toBe(8);
    const rows = rowsOf('place-days.csv');
    expect(rows.filter((row) => row.assigned === '1')).toHaveLength(720);
    expect(rows.filter((row) => row.assigned === '0')).toHaveLength(1080);
  });

  test('thins violence by 73.5 % and harm by 88.5 %, as far as 90 days can show', () => {
    const sums = { treated: [] as Offence[], control: [] as Offence[] };
    for (const offence of southend) {
      const area = areaOfCell.get(cellOf(offence));
      const treated = truth.trial.treated[offence.from.slice(0, 10)];
      if (area !== undefined && treated && isArk(offence))
        sums[treated.includes(area) ? 'treated' : 'control'].push(offence);
    }
    const { treated, control } = sums;
    expect(control.length).toBeGreaterThan(50);
    const ratio = treated.length / 720 / (control.length / 1080);
    const halfWidth = 1.96 * Math.sqrt(1 / treated.length + 1 / control.length);
    expect(Math.abs(Math.log(ratio / 0.265))).toBeLessThan(halfWidth);
    expect(ratio).toBeLessThan(0.5);
    expect(harm(treated) / 720 / (harm(control) / 1080)).toBeLessThan(ratio);
    // The table of place-days tells the same.
    const rows = rowsOf('place-days.csv').filter((row) => row.assigned === '1');
    expect(rows.reduce((sum, row) => sum + Number(row.count), 0)).toBe(treated.length);
    expect(rows.reduce((sum, row) => sum + Number(row.harm), 0)).toBeCloseTo(harm(treated), 6);
  });
});

describe('the risk factors', () => {
  const points = truth.factors.flatMap(({ layer }) =>
    jsonOf<{ features: { geometry: { coordinates: Lonlat }; properties: { town: string } }[] }>(
      `factors/${layer}.geojson`,
    ).features.map(
      (feature) =>
        ({ layer, town: feature.properties.town, name: '', at: feature.geometry.coordinates }) as FactorPoint,
    ),
  );

  test('have points in all three towns, as many as the truth says', () => {
    for (const { layer, points: number } of truth.factors) {
      const some = points.filter((point) => point.layer === layer);
      expect(some, layer).toHaveLength(number);
      expect(new Set(some.map((point) => point.town)).size, layer).toBe(3);
    }
  });

  test('are found again by a Poisson regression on the cells of Basildon and Chelmsford; noise stays noise', () => {
    const columns = truth.factors.map(
      (factor): Influence => ({
        layer: factor.layer as Influence['layer'],
        operationalisation: factor.operationalisation ?? 'proximity',
        extentM: factor.extentM ?? 200,
        relativeRisk: factor.relativeRisk,
      }),
    );
    const design: number[][] = [];
    const outcome: number[] = [];
    truth.factorsHoldIn.forEach(({ code, name }, town) => {
      const cells = polygonToCells(outlineOf(code), 10, true);
      const index = new Map(cells.map((cell, i) => [cell, i]));
      const counts = new Array<number>(cells.length).fill(0);
      for (const offence of offences) {
        const i = index.get(cellOf(offence));
        if (i !== undefined && isArk(offence)) counts[i] = (counts[i] ?? 0) + 1;
      }
      const centres = cells.map((cell) => cellToLatLng(cell).toReversed() as Lonlat);
      const reached = columns.map((column) =>
        reachOf(
          column,
          points.filter((point) => point.town === name),
          centres,
        ),
      );
      cells.forEach((_, i) => {
        design.push([1, town, ...reached.map((column) => column[i] ?? 0)]);
        outcome.push(counts[i] ?? 0);
      });
    });
    const estimates = fitPoisson(design, outcome).slice(2).map(Math.exp);
    columns.forEach(({ layer, relativeRisk }, i) => {
      const ratio = (estimates[i] ?? 0) / relativeRisk;
      expect(ratio, layer).toBeGreaterThan(0.75);
      expect(ratio, layer).toBeLessThan(1.34);
    });
  });
});

describe('the outlier and lockdown', () => {
  const WEAPON_ONLY = new Set(['robbery-personal', 'robbery-business']);
  const NEAR_MISS = new Set([
    'attempted-murder',
    'wounding-with-intent',
    'wounding-unspecified',
    'arson-endangering-life',
  ]);
  const isNearMiss = (offence: Offence) => {
    const kind = kindOf(offence) ?? '';
    return NEAR_MISS.has(kind) || (WEAPON_ONLY.has(kind) && (offence.weapon === 'yes' || offence.knife === 'yes'));
  };

  test('Chelmsford, and only Chelmsford, lies outside the 99.8 % limits of a funnel of near-miss rates', () => {
    const residents = districts.reduce((sum, district) => sum + (district.properties.population ?? 0), 0);
    const counts = districts.map((district) => inside(district.properties.code).filter(isNearMiss).length);
    const total = counts.reduce((sum, n) => sum + n, 0);
    const outliers = districts.filter((district, i) => {
      const expected = (total * (district.properties.population ?? 0)) / residents;
      return Math.abs((counts[i] ?? 0) - expected) > 3.09 * Math.sqrt(expected);
    });
    expect(outliers.map((district) => district.properties.name)).toEqual(['Chelmsford']);
  });

  test('homicides follow the population', () => {
    const homicides = districts.map(({ properties }) => {
      const some = inside(properties.code).filter((offence) =>
        ['murder', 'manslaughter'].includes(kindOf(offence) ?? ''),
      );
      return [some.length, properties.population ?? 0] as const;
    });
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [x, y] = [homicides.map(([n]) => n), homicides.map(([, p]) => p)];
    const covariance = mean(x.map((v, i) => (v - mean(x)) * ((y[i] ?? 0) - mean(y))));
    const sd = (values: readonly number[]) => Math.sqrt(mean(values.map((v) => (v - mean(values)) ** 2)));
    expect(covariance / (sd(x) * sd(y))).toBeGreaterThan(0.9);
  });

  test('violence at night nearly vanishes in lockdown, violence at home does not', () => {
    const between = (from: string, to: string) => offences.filter((o) => o.from >= from && o.from.slice(0, 10) <= to);
    const before = between('2019-11-01', '2020-02-29');
    const lockdown = between('2020-03-26', '2020-05-12');
    const perDay = (some: readonly Offence[], days: number) => some.length / days;
    const atNight = (o: Offence) => isArk(o) && (o.from.slice(11, 13) >= '22' || o.from.slice(11, 13) < '04');
    expect(perDay(lockdown.filter(atNight), 48)).toBeLessThan(0.35 * perDay(before.filter(atNight), 121));
    const atHome = (o: Offence) => o.domestic === 'yes';
    expect(perDay(lockdown.filter(atHome), 48)).toBeGreaterThan(perDay(before.filter(atHome), 121));
  });

  test('phases cover every day of every district once', () => {
    for (const { properties } of districts) {
      const own = truth.phases.filter(
        (phase) => phase.districts === 'all' || phase.districts.includes(properties.code),
      );
      let next = Date.parse('2019-07-01');
      for (const phase of own) {
        expect(Date.parse(phase.from), `${properties.name} ${phase.label}`).toBe(next);
        next = Date.parse(phase.to) + 864e5;
      }
      expect(next).toBe(Date.parse('2021-09-01'));
    }
  });
});
