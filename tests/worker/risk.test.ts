/** Risk terrain models over what the worker holds: the demo in Basildon town. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { CancelledError } from '../../src/core/errors.ts';
import type { ShownRtm } from '../../src/core/methods/rtm/results.ts';
import { defaultRtmSettings } from '../../src/core/methods/rtm/settings.ts';
import { defaultHotspotSettings } from '../../src/core/settings.ts';
import { createJobs } from '../../src/worker/jobs.ts';
import type { RiskQuery } from '../../src/worker/risk.ts';

const DEMO = new URL('../../public/demo/', import.meta.url);
const file = (path: string): File => new File([readFileSync(new URL(path, DEMO))], path.replace(/.*\//, ''));
const FACTORS = ['pubs-bars', 'nightclubs', 'takeaways', 'schools', 'churches'];

const jobs = createJobs();
let query: RiskQuery;
let model: ShownRtm;
const progress: number[] = [];
beforeAll(async () => {
  const { areas } = jobs.openAreas(readFileSync(new URL('areas.geojson', DEMO), 'utf8'), 'areas.geojson');
  await jobs.load([file('offences.parquet')], () => undefined);
  for (const name of FACTORS) await jobs.openFactors(file(`factors/${name}.geojson`), 'demo');
  query = {
    ...defaultHotspotSettings,
    definition: 'ark',
    mode: 'count',
    schedule: 'cchi-2020',
    areaId: areas.find(({ name }) => name === 'Basildon town')?.id ?? '',
    factorIds: jobs.layers().files.flatMap(({ factors }) => factors.map(({ id }) => id)),
    rtm: { ...defaultRtmSettings, folds: 5 },
  };
  model = await jobs.fitRisk(query, (done) => progress.push(done));
});

describe('a risk terrain model of the demo', () => {
  it('finds the planted pubs, takeaways and nightclubs, and neither schools nor churches', () => {
    expect(model.risks.map(({ factor }) => factor).sort()).toEqual(['Nightclubs', 'Pubs bars', 'Takeaways']);
  });

  it('tells of its progress, rising to the end', () => {
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBeLessThanOrEqual(1);
  });

  it('says of each cell which risks hold there: their product, over the least, is the score', () => {
    const cells = model.rrs.length;
    const product = Array.from(model.rrs, (_, i) =>
      model.risks.reduce((all, { rrv }, k) => all * (model.holds[k * cells + i] === 1 ? rrv : 1), 1),
    );
    const least = Math.min(...product);
    product.forEach((value, i) => {
      expect(value / least).toBeCloseTo(model.rrs[i] ?? Number.NaN, 8);
    });
  });

  it('is kept, so that asking again answers with the same numbers at once', async () => {
    const told: number[] = [];
    const again = await jobs.fitRisk(query, (done) => told.push(done));
    expect(told).toEqual([]);
    expect(again).toEqual(model);
    expect(again.rrs).not.toBe(model.rrs);
  });

  it('leaves as JSON, and as tables', async () => {
    const textOf = async (what: 'model' | 'risks' | 'cells') =>
      new TextDecoder().decode(await jobs.riskFile(query, what, 'csv'));
    expect(JSON.parse(await textOf('model'))).toMatchObject({ chosen: model.chosen, rrs: model.rrsSummary });
    expect((await textOf('risks')).split(/\r?\n/)[0]).toBe(
      'type,name,operationalisation,spatial_influence_m,coefficient,relative_risk_value,lo,hi',
    );
    expect((await textOf('cells')).trim().split(/\r?\n/)).toHaveLength(model.rrs.length + 1);
  });

  it('is held against prior counts, density and Gi* on days it has not seen', async () => {
    const test = await jobs.testRisk(query, { trainToDay: 18627, testToDay: 18870 }, () => undefined);
    expect([...new Set(test.rows.map(({ method }) => method))]).toEqual(['prior-count', 'kde', 'gi-star', 'rtm']);
    expect(test.rows.every(({ hitRate }) => hitRate >= 0 && hitRate <= 1)).toBe(true);
    expect(test.periods[0]?.offences).toBeGreaterThan(0);
  });

  it('is held against parts of the area it has not seen, which its file then tells', async () => {
    const test = await jobs.testRiskElsewhere(query, () => undefined);
    expect(test.rows.map(({ budgetPercent }) => budgetPercent)).toEqual([1, 2, 5, 10]);
    expect(test.rows.every(({ heldOut }) => heldOut.pai > 1)).toBe(true);
    const file = new TextDecoder().decode(await jobs.riskFile(query, 'model', 'csv'));
    expect(JSON.parse(file).validation).toMatchObject({ method: 'spatial', folds: 5, budgets: test.rows });
  });

  it('ends when it is cancelled', async () => {
    const running = jobs.fitRisk({ ...query, rtm: { ...query.rtm, seed: 7 } }, () => undefined);
    jobs.cancelRisk();
    await expect(running).rejects.toThrow(CancelledError);
  });

  it('without factors is refused with a sentence', async () => {
    await expect(jobs.fitRisk({ ...query, factorIds: [] }, () => undefined)).rejects.toThrow('There is no factor');
  });
});
