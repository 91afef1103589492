/** Folds shared by helpers: made here of the same code, answering a little later. */
import { describe, expect, it } from 'vitest';
import { CancelledError } from '../../src/core/errors.ts';
import { type FoldShared, type FoldTask, runFold } from '../../src/core/methods/rtm/cross-validation.ts';
import { drained, runFolds, startRtm } from '../../src/core/methods/rtm/rtm.ts';
import { defaultRtmSettings } from '../../src/core/methods/rtm/settings.ts';
import { foldLanes, type MakeHelper } from '../../src/worker/fold-lanes.ts';
import { fixtureCandidates, parkMiller } from '../core/methods/rtm/designs.ts';

const uniform = parkMiller(5);
const candidates = fixtureCandidates();
const observed = Float64Array.from({ length: candidates.columns.rows }, () => (uniform() < 0.2 ? 1 : 0));
const { tasks } = drained(startRtm(candidates, observed, { ...defaultRtmSettings, folds: 6 }));
const alone = drained(runFolds(tasks));

interface Told {
  made: number;
  folds: number;
  ended: number;
}

/** Works through messages as the helper of the app does; fails at its fold `failsAt`. */
function helpers(told: Told, failsAt = Number.POSITIVE_INFINITY): MakeHelper {
  return (onReply, onFailure) => {
    told.made += 1;
    let shared: FoldShared | null = null;
    return {
      send(message) {
        setTimeout(() => {
          const data = structuredClone(message);
          if ('shared' in data) {
            shared = data.shared;
            onReply({ ask: data.ask, curve: null });
          } else if (shared) {
            told.folds += 1;
            if (told.folds >= failsAt) onFailure();
            else onReply({ ask: data.ask, curve: drained(runFold({ ...shared, ...data.own })) });
          }
        });
      },
      end() {
        told.ended += 1;
      },
    };
  };
}

describe('folds shared with helpers', () => {
  it('have the same curves to the byte, and the helpers stay for the next model', async () => {
    const told = { made: 0, folds: 0, ended: 0 };
    const lanes = foldLanes(2, helpers(told));
    const parts: number[] = [];
    expect(await lanes(tasks, { onProgress: (part) => parts.push(part) })).toEqual(alone);
    expect(parts).toEqual([1, 2, 3, 4, 5, 6].map((k) => k / 6));
    const before = told.folds;
    expect(before).toBeGreaterThan(0);
    expect(await lanes(tasks, {})).toEqual(alone);
    expect(told.folds).toBeGreaterThan(before);
    expect([told.made, told.ended]).toEqual([2, 0]);
  });

  it('are run here where there are no helpers, or none can be made', async () => {
    const none: MakeHelper = () => {
      throw new Error('No workers within workers.');
    };
    expect(await foldLanes(0, none)(tasks, {})).toEqual(alone);
    expect(await foldLanes(3, none)(tasks, {})).toEqual(alone);
  });

  it('are run here where a helper fails, which is then not asked again', async () => {
    const told = { made: 0, folds: 0, ended: 0 };
    const lanes = foldLanes(1, helpers(told, 2));
    expect(await lanes(tasks, {})).toEqual(alone);
    expect(told).toEqual({ made: 1, folds: 2, ended: 1 });
    expect(await lanes(tasks, {})).toEqual(alone);
    expect(told.folds).toBe(2);
  });

  it('end with their helpers when they are cancelled, and new ones are made for the next model', async () => {
    const told = { made: 0, folds: 0, ended: 0 };
    const lanes = foldLanes(2, helpers(told));
    const signal = { aborted: false };
    const cancelled = lanes(tasks, {
      signal,
      onProgress: () => {
        signal.aborted = true;
      },
    });
    await expect(cancelled).rejects.toThrow(CancelledError);
    expect(told.ended).toBe(2);
    expect(await lanes(tasks, {})).toEqual(alone);
    expect(told.made).toBe(4);
  });

  it('of two models at once do not get into each other’s way', async () => {
    const told = { made: 0, folds: 0, ended: 0 };
    const lanes = foldLanes(2, helpers(told));
    const other: readonly FoldTask[] = tasks.slice(0, 3);
    const [one, two] = await Promise.all([lanes(tasks, {}), lanes(other, {})]);
    expect(one).toEqual(alone);
    expect(two).toEqual(alone.slice(0, 3));
  });
});
