import { describe, expect, it } from 'vitest';
import type { StudyArea } from '../../src/core/geo/area.ts';
import { badgeFeatures, placeBadges } from '../../src/layers/badges.ts';
import { clusterOffences, clustersAt } from '../../src/layers/clusters.ts';
import { hexColours } from '../../src/layers/hexes.ts';
import { areaFeatures, outsideFeatures, rankLabels } from '../../src/layers/overlays.ts';
import { valuePaint } from '../../src/layers/paint.ts';
import { css, magnitudeColours, numeralOn, type Rgb } from '../../src/layers/palette.ts';
import { breaks, fine, result } from './hex-fixture.ts';

const colours = hexColours(valuePaint(result, breaks, 'light'), fine);

describe('rankLabels', () => {
  const labels = (across: number, limit?: number, hidden?: number) =>
    rankLabels(result.top, fine, colours, across, 'light', limit, hidden).features;

  it('appear from 40 px, in order of rank, at the cells', () => {
    expect(labels(39.9)).toEqual([]);
    expect(labels(40).map(({ properties }) => properties?.rank)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(labels(40)[0]?.geometry.coordinates).toEqual([fine.lon[3], fine.lat[3]]);
  });

  it('stop at the limit and leave out a hidden cell', () => {
    expect(labels(40, 2)).toHaveLength(2);
    expect(labels(40, 2, 3).map(({ properties }) => properties?.rank)).toEqual(['2']);
  });

  it('take the numeral that reads on the colour of their cell', () => {
    const worst = magnitudeColours(4, 'light')[3] as Rgb;
    expect(labels(40)[0]?.properties?.colour).toBe(css(numeralOn(worst, 'light')));
  });
});

describe('areas', () => {
  const ring = [
    [0, 51],
    [1, 51],
    [1, 52],
    [0, 52],
    [0, 51],
  ] as const;
  const hole = [
    [0.4, 51.4],
    [0.6, 51.4],
    [0.6, 51.6],
    [0.4, 51.4],
  ] as const;
  const area: StudyArea = { id: 'A', name: 'A', polygons: [[ring, hole]], bounds: [0, 51, 1, 52] };

  it('are outlined with their holes', () => {
    expect(areaFeatures([area]).features[0]?.geometry.coordinates).toEqual([[ring, hole]]);
  });

  it('are the holes of the mask around them', () => {
    const mask = outsideFeatures([area]).features[0]?.geometry.coordinates;
    expect(mask?.[1]).toEqual(ring);
    expect(mask).toHaveLength(2);
    expect(outsideFeatures([]).features).toEqual([]);
  });
});

describe('offences of a cell', () => {
  const at = (lon: number, lat: number) => ({ lon, lat, when: '', title: '', place: '', harm: 1 });

  it('become one disc with their number where they pile up, at any zoom', () => {
    const index = clusterOffences([at(0.71, 51.54), at(0.71, 51.54), at(0.71, 51.54), at(0.72, 51.55)]);
    for (const zoom of [15, 18, 22]) {
      const counts = clustersAt(index, zoom).features.map(({ properties }) => properties?.count);
      expect(counts.sort()).toEqual([1, 3]);
    }
  });

  it('are none of none', () => {
    expect(clustersAt(clusterOffences([]), 14).features).toEqual([]);
  });
});

describe('badges', () => {
  const crowd = Array.from({ length: 10 }, (_, i): [number, number] => [300 + (i % 4) * 9, 200 + (i >> 2) * 9]);
  const distance = (a: readonly number[], b: readonly number[]): number =>
    Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0));

  it('never lie over one another, even beside a crowd of cells', () => {
    const placed = placeBadges(crowd, 12, 800, 600);
    for (let i = 0; i < 10; i++) {
      for (let j = 0; j < i; j++) expect(distance(placed[i] ?? [], placed[j] ?? [])).toBeGreaterThan(24);
    }
  });

  it('stay inside the picture and near their cells', () => {
    const corner = crowd.map(([x, y]): [number, number] => [x - 295, y - 195]);
    for (const [i, badge] of placeBadges(corner, 12, 800, 600).entries()) {
      expect(badge[0]).toBeGreaterThanOrEqual(12);
      expect(badge[1]).toBeGreaterThanOrEqual(12);
      expect(distance(badge, corner[i] ?? [])).toBeLessThan(120);
    }
  });

  it('lie in the same place each time', () => {
    expect(placeBadges(crowd, 12, 800, 600)).toEqual(placeBadges(crowd, 12, 800, 600));
  });

  it('are tied to their cells by lines under them', () => {
    const { features } = badgeFeatures(
      [1, 2],
      [
        [0, 0],
        [1, 1],
      ],
      [
        [0, 1],
        [1, 2],
      ],
      12,
    );
    expect(features.map(({ properties }) => properties?.kind)).toEqual(['line', 'line', 'badge', 'badge']);
    expect(features[2]?.properties?.rank).toBe('1');
  });
});
