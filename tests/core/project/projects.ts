import fc from 'fast-check';
import { defaultTrialView, defaultWddView, emptyWddRow } from '../../../src/core/evaluation/trial-view.ts';
import { defaultRiskSettings } from '../../../src/core/methods/rtm/settings.ts';
import { definitions } from '../../../src/core/offences/presets.ts';
import { defaultPatrolView } from '../../../src/core/patrol/view.ts';
import type { ProjectBatch } from '../../../src/core/project/batches.ts';
import type { Project } from '../../../src/core/project/project.ts';
import {
  defaultEvaluationView,
  defaultKeyDateView,
  defaultLogView,
  defaultMethodSettings,
} from '../../../src/core/settings.ts';
import { anySettings } from '../../state/settings.fixture.ts';

const square = (west: number, south: number): readonly (readonly [number, number])[] => [
  [west, south],
  [west + 0.06, south],
  [west + 0.06, south + 0.03],
  [west, south + 0.03],
  [west, south],
];

export const PROJECT: Project = {
  appVersion: '0.1.0',
  source: 'files',
  title: 'offences.csv',
  marking: 'OFFICIAL',
  settings: {
    definition: 'all',
    mode: 'harm',
    schedule: 'cchi-2020',
    ownDefinitions: [{ id: 'own-1', base: 'nte', name: 'Nights, changed', rule: definitions.nte.rule }],
    ownId: null,
    includeProactive: false,
    fromDay: 18718,
    toDay: null,
    hours: Array.from({ length: 160 }, (_, hour) => hour),
    keyDates: {
      name: 'dates.csv',
      list: [
        {
          id: 'opening',
          fromDay: 18718,
          toDay: 18720,
          kind: 'easing',
          areas: ['E1'],
          label: 'Opening',
          source: 'The force',
          remark: '',
        },
      ],
    },
    keyDateView: { ...defaultKeyDateView, id: 'opening', afterDays: 14, overlays: ['opening'] },
    resolution: 9,
    ring: 1,
    permutations: 0,
    seed: 1,
    areaId: 'E1',
    measure: 'gi-star',
    beside: { kind: 'period', fromDay: null, toDay: 18_700, swipe: true },
    methods: { ...defaultMethodSettings, bandwidthM: 'auto', asOfDay: 18720 },
    patrol: {
      ...defaultPatrolView,
      day: 18_725,
      mostAreas: 12,
      edits: [
        { kind: 'rename', cells: ['8a194e64992ffff'], name: 'Pier' },
        { kind: 'nudge', cells: ['8a194e64992ffff'], to: ['8a194e64990ffff'] },
      ],
      accepted: { '9:E1': [{ rank: 1, name: 'Pier', cells: ['8a194e64992ffff'] }] },
    },
    log: { ...defaultLogView, gapMin: 11, planDays: 'weekly' },
    evaluatePart: 'trial',
    trial: {
      ...defaultTrialView,
      source: 'drawn',
      drawn: {
        places: [
          { name: 'High Street', cells: ['8a194e2a5d0ffff', '8a194e2a5d2ffff'] },
          { name: 'Pier', cells: ['8a194e2a598ffff'] },
        ],
        ...{ resolution: 10, fromDay: 18_720, toDay: 18_750, perDay: 1, seed: 7 },
      },
    },
    wdd: { ...defaultWddView, harm: true, periods: [2, 1], rows: [...defaultWddView.rows, emptyWddRow] },
    evaluation: { ...defaultEvaluationView, rolling: true, testToDay: 18_720, method: 'kde', budgetPercent: 5 },
    risk: { ...defaultRiskSettings, blockM: 150, uses: { 'pubs.geojson': 'off' }, show: 'priority' },
    classes: { 'harm:9': [0, 1.5, 10], 'count:9': [1, 2] },
    cell: null,
  },
  ownSchedule: null,
  areaSet: {
    name: 'squares.geojson',
    origin: 'file',
    areas: [
      { id: 'E1', name: 'West', polygons: [[square(0.68, 51.53)]], bounds: [0.68, 51.53, 0.68 + 0.06, 51.53 + 0.03] },
      { id: 'E2', name: 'East', polygons: [[square(0.74, 51.53)]], bounds: [0.74, 51.53, 0.74 + 0.06, 51.53 + 0.03] },
    ],
  },
  map: { Where: 'longitude', Also: 'latitude' },
  inputs: [
    { name: 'offences.csv', size: 3, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
  ],
  rows: null,
};

const anyDay = fc.integer({ min: 0, max: 30_000 });
const anyBatch: fc.Arbitrary<ProjectBatch> = fc.record({
  name: fc.string(),
  receivedDay: fc.option(anyDay),
  label: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('key-date' as const), day: anyDay, text: fc.string() }),
      fc.record({ kind: fc.constant('fortnight' as const), fromDay: anyDay, toDay: anyDay }),
    ),
  ),
  on: fc.boolean(),
  inputs: fc.constant(1),
});

/** Any project that the app can save. */
export const anyProject: fc.Arbitrary<Project> = fc
  .record({
    settings: anySettings,
    marking: fc.string(),
    title: fc.string(),
    batch: fc.option(anyBatch),
    rows: fc.option(fc.uint8Array()),
  })
  .map(({ settings: { drawnAreas: _, ...settings }, marking, title, batch, rows }) => ({
    ...PROJECT,
    settings: { ...settings, areaId: settings.areaId === null ? null : 'E2' },
    marking,
    title,
    ownSchedule: settings.schedule === 'own' ? { name: 'mine.csv', text: 'offence,days\nRobbery,365\n' } : null,
    ...(batch && { batches: [batch], batchKey: 'none' as const }),
    rows: rows && [rows],
  }));
