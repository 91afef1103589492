import fc from 'fast-check';
import { defaultWddView, evaluateParts, trialSources } from '../../src/core/evaluation/trial-view.ts';
import { evaluatedMethods, evaluationBudgets, measures, planDays } from '../../src/core/settings.ts';
import type { Settings } from '../../src/state/app-state.ts';
import { shownClassesKey } from '../../src/state/classes-key.ts';

const breaks = fc
  .uniqueArray(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 7 })
  .map((numbers) => numbers.sort((a, b) => a - b));

/** Any settings that the app can be in, with the classes on show alone. */
export const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    areaId: fc.option(
      fc.string({ minLength: 1, maxLength: 30 }).filter((id) => id !== '*'),
      { nil: null },
    ),
    fromDay: fc.option(fc.integer({ min: 0, max: 30_000 }), { nil: null }),
    toDay: fc.option(fc.integer({ min: 0, max: 30_000 }), { nil: null }),
    hours: fc
      .option(fc.uniqueArray(fc.integer({ min: 0, max: 167 }), { minLength: 1, maxLength: 100 }), { nil: null })
      .map((hours) => hours?.sort((a, b) => a - b) ?? null),
    keyDates: fc.constant(null),
    keyDateView: fc.record({
      id: fc.constantFrom(null, '2021-04-12-step-2'),
      beforeDays: fc.integer({ min: 1, max: 366 }),
      afterDays: fc.integer({ min: 1, max: 366 }),
      baseline: fc.constantFrom('previous' as const, 'last-year' as const),
      show: fc.constantFrom('count' as const, 'harm' as const),
      overlays: fc.constantFrom([], ['2021-03-08-step-1a', 'own, date']),
    }),
    definition: fc.constantFrom('all' as const, 'ark' as const, 'near-miss-homicide' as const, 'nte' as const),
    mode: fc.constantFrom('harm' as const, 'sqrt-harm' as const, 'count' as const),
    drawnAreas: fc.constant([]),
    ownDefinitions: fc.constant([]),
    ownId: fc.constant(null),
    schedule: fc.constantFrom('cchi-2020' as const, 'ons-css' as const, 'own' as const),
    includeProactive: fc.boolean(),
    resolution: fc.integer({ min: 7, max: 11 }),
    ring: fc.constantFrom(1 as const, 2 as const),
    permutations: fc.constantFrom(0, 99, 999),
    seed: fc.integer({ min: 0, max: 0xffffffff }),
    measure: fc.constantFrom(...measures),
    beside: fc.oneof(
      fc.constant(null),
      fc.constantFrom(null, 'E07000070').map((areaId) => ({ kind: 'area' as const, areaId })),
      fc.constantFrom(null, 18_700).map((toDay) => ({ kind: 'period' as const, fromDay: 18_600, toDay })),
      fc.constant({ kind: 'period' as const, fromDay: 18_600, toDay: 18_700, swipe: true as const }),
    ),
    methods: fc.record({
      bandwidthM: fc.oneof(fc.constant('auto' as const), fc.integer({ min: 1, max: 100_000 })),
      kernel: fc.constantFrom('quartic' as const, 'gaussian' as const),
      stepDays: fc.integer({ min: 1, max: 366 }),
      asOfDay: fc.option(fc.integer({ min: -20_000, max: 30_000 }), { nil: null }),
      bandM: fc.integer({ min: 1, max: 1000 }),
      bandDays: fc.integer({ min: 1, max: 60 }),
    }),
    log: fc.record({
      gapMin: fc.integer({ min: 1, max: 120 }),
      leastMin: fc.integer({ min: 1, max: 240 }),
      dayStartMinute: fc.integer({ min: 0, max: 720 }),
      planDays: fc.constantFrom(...planDays),
    }),
    evaluation: fc.record({
      trainToDay: fc.option(fc.integer({ min: -20_000, max: 30_000 }), { nil: null }),
      testToDay: fc.option(fc.integer({ min: -20_000, max: 30_000 }), { nil: null }),
      rolling: fc.boolean(),
      withRisk: fc.boolean(),
      method: fc.constantFrom(...evaluatedMethods),
      budgetPercent: fc.constantFrom(...evaluationBudgets),
      of: fc.constantFrom('offences' as const, 'harm' as const),
    }),
    evaluatePart: fc.constantFrom(...evaluateParts),
    trial: fc
      .record({
        show: fc.constantFrom('result' as const, 'design' as const),
        source: fc.constantFrom(null, ...trialSources),
        areas: fc.integer({ min: 2, max: 60 }),
        perDay: fc.integer({ min: 1, max: 59 }),
        fromDay: fc.option(fc.integer({ min: -20_000, max: 30_000 }), { nil: null }),
        days: fc.integer({ min: 1, max: 366 }),
        seed: fc.integer({ min: 0, max: 0xffffffff }),
        leastMin: fc.integer({ min: 1, max: 1440 }),
        drawnWithin: fc.constantFrom('day' as const, 'place' as const),
      })
      .map((trial) => ({ ...trial, perDay: Math.min(trial.perDay, trial.areas - 1), drawn: null })),
    wdd: fc.constant(defaultWddView),
    patrol: fc
      .record({
        areas: fc.integer({ min: 1, max: 100 }),
        maxAreaM2: fc.option(fc.integer({ min: 1000, max: 10_000_000 }), { nil: null }),
        minCount: fc.integer({ min: 1, max: 1000 }),
        spacingM: fc.integer({ min: 0, max: 5000 }),
        day: fc.option(fc.integer({ min: -20_000, max: 30_000 }), { nil: null }),
        weekday: fc.integer({ min: 0, max: 6 }),
        fromMinute: fc.integer({ min: 0, max: 1439 }),
        toMinute: fc.integer({ min: 0, max: 1439 }),
        pairs: fc.integer({ min: 1, max: 20 }),
        visitMin: fc.integer({ min: 5, max: 120 }),
        visitsPerArea: fc.integer({ min: 1, max: 10 }),
        mostAreas: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
        moving: fc.constantFrom('walk' as const, 'drive' as const),
        apartMin: fc.integer({ min: 0, max: 720 }),
        seed: fc.integer({ min: 0, max: 0xffffffff }),
      })
      // these are no part of the address
      .map((view) => ({ ...view, edits: [], accepted: {} })),
    risk: fc.record({
      blockM: fc.integer({ min: 10, max: 5000 }),
      maxBlocks: fc.integer({ min: 1, max: 4 }),
      increment: fc.constantFrom('half' as const, 'whole' as const),
      operationalisation: fc.constantFrom('both' as const, 'proximity' as const, 'density' as const),
      folds: fc.integer({ min: 3, max: 1000 }),
      alpha: fc.constantFrom(0.01, 0.5, 0.95, 1),
      seed: fc.integer({ min: 0, max: 0xffffffff }),
      uses: fc.constantFrom({}, { 'a b.geojson': 'off' as const, 'c:d': 'density' as const }),
      show: fc.constantFrom('score' as const, 'priority' as const, 'residual' as const),
      besideId: fc.constantFrom(null, 'E07000070'),
    }),
    cell: fc.constantFrom(null, '8a194e64992ffff'),
    breaks: fc.option(breaks, { nil: null }),
  })
  .map(({ breaks, ...settings }) => ({
    ...settings,
    classes: breaks ? { [shownClassesKey(settings)]: breaks } : {},
  }));
