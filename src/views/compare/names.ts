/** What the two sides are called: by area where that differs, else by period. */
import { useMemo } from 'react';
import type { AppState } from '../../state/app-state.ts';
import { otherSettings } from '../../state/compare.ts';
import { useSlice } from '../store-context.ts';
import { areaName, periodWords } from '../words.ts';

export interface SideName {
  /** What sets it apart. */
  readonly title: string;
  /** What both have. */
  readonly rest: string;
}

export interface SideNames {
  readonly one: SideName;
  readonly other: SideName;
  /** What differs. */
  readonly kind: 'area' | 'period';
}

type Named = Pick<AppState, 'settings' | 'areaSet' | 'dataset'>;

export function sideNames(state: Named): SideNames {
  const { settings, areaSet, dataset } = state;
  const otherOnes = otherSettings(state) ?? settings;
  const nameOf = (of: AppState['settings']): readonly [string, string] => [
    areaName({ settings: of, areaSet }),
    periodWords({ settings: of, dataset }),
  ];
  const [a, b] = [nameOf(settings), nameOf(otherOnes)];
  const kind = a[0] === b[0] && settings.areaId === otherOnes.areaId ? 'period' : 'area';
  const [title, rest] = kind === 'area' ? [0, 1] : [1, 0];
  const side = (words: readonly [string, string]): SideName => ({
    title: words[title] ?? '',
    rest: words[rest] ?? '',
  });
  return { one: side(a), other: side(b), kind };
}

export function useSideNames(): SideNames {
  const settings = useSlice((state) => state.settings);
  const areaSet = useSlice((state) => state.areaSet);
  const dataset = useSlice((state) => state.dataset);
  return useMemo(() => sideNames({ settings, areaSet, dataset }), [settings, areaSet, dataset]);
}
