/** A small finished state: three ranked cells of Southend, weighed by harm. */
import type { HotspotResult, RankedCell } from '../../src/core/results.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { defaultSettings, initialState } from '../../src/state/defaults.ts';

const cellOf = (rank: number, value: number, share: number, cumulativeShare: number): RankedCell => ({
  index: rank - 1,
  cell: `8a19${rank}`,
  rank,
  lon: 0.71,
  lat: 51.54,
  count: 3,
  harm: value,
  value,
  share,
  cumulativeShare,
  cumulativeAreaM2: 15_000 * rank,
  z: 4 - rank,
  q: 0.001 * rank,
  bin: 4 - rank,
  place: rank === 3 ? '' : `Street ${rank}`,
  gridRef: 'TQ 8812 8543',
  leading: [{ title: 'Robbery of personal property', count: 2 }],
  peak: 'Fri 22–01',
});

export const top: readonly RankedCell[] = [
  cellOf(1, 14_077, 0.5, 0.5),
  cellOf(2, 1_460, 0.2, 0.7),
  cellOf(3, 365, 0.1, 0.8),
];

export const result: HotspotResult = {
  count: Float64Array.of(3, 3, 3, 0),
  harm: Float64Array.of(14_077, 1_460, 365, 0),
  value: Float64Array.of(14_077, 1_460, 365, 0),
  z: Float64Array.of(3, 2, 1, 0),
  p: Float64Array.of(0.001, 0.002, 0.003, 1),
  q: Float64Array.of(0.001, 0.002, 0.003, 1),
  bin: Int8Array.of(3, 2, 1, 0),
  rank: Uint32Array.of(1, 2, 3, 4),
  top,
  inCells: 9,
  inPolygonOnly: 2,
  outside: 1_500,
  withoutHarm: 0,
  totalHarm: 28_154,
  totalValue: 28_154,
  breaks: [0, 100, 1_000],
  cautions: [],
};

const exact = { state: 'exact' } as const;

export const state: AppState = {
  ...initialState({ ...defaultSettings, fromDay: 18_729, toDay: 18_756, areaId: 'E06000033', definition: 'ark' }),
  dataset: {
    status: 'ready',
    value: {
      source: 'demo',
      name: 'Synthetic Essex demo',
      report: {
        rows: 12,
        kept: 10,
        files: [],
        notes: [],
        snapped: false,
        crs: 'EPSG:4326',
        fromDay: 18_078,
        toDay: 18_870,
        categories: new Map(),
      },
      info: {
        rows: 10,
        snapped: false,
        hasDates: true,
        hasDays: true,
        hasTimes: true,
        hasKinds: true,
        fromDay: 18_078,
        toDay: 18_870,
        definitions: {
          all: exact,
          ark: { state: 'upper-bound', why: 'No file says what is a public place.' },
          'near-miss': exact,
          'near-miss-homicide': exact,
          'community-violence': exact,
          knife: { state: 'unavailable', why: 'No file says where a knife was used.' },
          nte: exact,
          'domestic-gbh': exact,
        },
      },
    },
  },
  areaSet: {
    name: 'Essex',
    origin: 'shipped',
    areas: [{ id: 'E06000033', name: 'Southend-on-Sea', polygons: [], bounds: [0.6, 51.5, 0.8, 51.6] }],
  },
  grid: {
    status: 'ready',
    value: {
      resolution: defaultSettings.resolution,
      cells: ['8a191', '8a192', '8a193', '8a194'],
      areaM2: new Float64Array(4).fill(15_000),
      levels: [],
    },
  },
  hotspots: { status: 'ready', value: result },
};
