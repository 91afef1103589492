/** Risk factors and populations as the app shows them; the worker holds them to compute with. */
import type { Factor } from '../core/geo/factor.ts';
import { type JoinedPopulations, joinPopulations } from '../core/geo/populations.ts';
import type { OpenFactors, OpenLayers, ProjectPopulations } from '../core/project/layers.ts';
import type { AreaSet, Outline } from './app-state.ts';

/** What a file may be that says it neither of itself. */
export type FileAnswer = 'offences' | 'factors';

/** Files of places with neither a date nor an offence, all of the same columns. */
export interface FileQuestion {
  readonly files: readonly string[];
  /** Whether the answer can be remembered: without columns there is nothing to know such files by. */
  readonly rememberable: boolean;
}

/** A factor on the map and the number of its colour, kept while it is shown. */
interface OnMap {
  readonly id: string;
  readonly colour: number;
}

export interface Layers {
  readonly files: readonly OpenFactors[];
  readonly populations: ProjectPopulations | null;
  readonly onMap: readonly OnMap[];
  /** The demo's own layers, fetched when first asked for. */
  readonly demo: 'none' | 'loading' | 'loaded' | 'failed';
  readonly question: FileQuestion | null;
  /** The file that the study areas were read from last, and what they were before: it may be a factor instead. */
  readonly areaFile: { readonly file: File; readonly before: AreaSet; readonly outlines: readonly Outline[] } | null;
}

export const noLayers: Layers = {
  files: [],
  populations: null,
  onMap: [],
  demo: 'none',
  question: null,
  areaFile: null,
};

/** With other layers; what is no longer among them leaves the map. */
export function withLayers(before: Layers, { files, populations }: OpenLayers): Layers {
  const ids = new Set(files.flatMap(({ factors }) => factors.map(({ id }) => id)));
  return { ...before, files, populations, onMap: before.onMap.filter(({ id }) => ids.has(id)) };
}

/** Puts a factor on the map in the first colour that is free, or takes it off. */
export function shownOnMap(before: Layers, id: string, on: boolean): Layers {
  const others = before.onMap.filter((shown) => shown.id !== id);
  if (!on) return { ...before, onMap: others };
  let colour = 0;
  while (others.some((shown) => shown.colour === colour)) colour++;
  return { ...before, onMap: [...others, { id, colour }] };
}

export interface FactorOnMap {
  readonly factor: Factor;
  readonly colour: number;
}

/** The factors on the map, in the order of the list. */
export function factorsOnMap({ files, onMap }: Layers): readonly FactorOnMap[] {
  return files.flatMap(({ factors }) =>
    factors.flatMap((factor) => {
      const shown = onMap.find(({ id }) => id === factor.id);
      return shown ? [{ factor, colour: shown.colour }] : [];
    }),
  );
}

/** Which residents belong to which of the areas; null without populations. */
export function joinedPopulations({ populations }: Layers, areaSet: AreaSet): JoinedPopulations | null {
  return populations && joinPopulations(populations.populations, areaSet.areas);
}
