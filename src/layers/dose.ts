/**
 * Patrol areas by the visits made of those planned: blue where they were, orange where not, grey where none were planned.
 * One class for each cell; cells of no patrol area stay faint.
 */
import type { LegendEntry, LegendModel } from './legend.ts';
import type { Paint } from './paint.ts';
import { css, paletteOf, parseHex, type Rgba, significanceColour, type Theme } from './palette.ts';

const doseClasses = ['none', 'under-half', 'half', 'all', 'unplanned', 'neither'] as const;

export type DoseClass = (typeof doseClasses)[number];

const names: Readonly<Record<DoseClass, string>> = {
  none: 'None of the visits made',
  'under-half': 'Under half of the visits made',
  half: 'Half of them and more',
  all: 'All visits made',
  unplanned: 'Visited, none planned',
  neither: 'Neither planned nor visited',
};

const unplanned: Readonly<Record<Theme, readonly [visited: string, not: string]>> = {
  light: ['#6a7683', '#c3cad1'],
  dark: ['#98a5b2', '#4c5865'],
};

interface Visits {
  readonly plannedVisits: number;
  readonly madeOfPlanned: number;
  readonly visits: number;
}

export function doseClassOf({ plannedVisits, madeOfPlanned, visits }: Visits): DoseClass {
  if (plannedVisits === 0) return visits > 0 ? 'unplanned' : 'neither';
  if (madeOfPlanned === 0) return 'none';
  if (madeOfPlanned >= plannedVisits) return 'all';
  return 2 * madeOfPlanned >= plannedVisits ? 'half' : 'under-half';
}

export function doseClassName(of: DoseClass): string {
  return names[of];
}

function colourOf(of: DoseClass, theme: Theme): Rgba {
  const [visited, not] = unplanned[theme];
  const colours: Readonly<Record<DoseClass, Rgba>> = {
    none: significanceColour(3, theme),
    'under-half': significanceColour(1, theme),
    half: significanceColour(-2, theme),
    all: significanceColour(-3, theme),
    unplanned: [...parseHex(visited), 255],
    neither: [...parseHex(not), 255],
  };
  return colours[of];
}

/** `classOf[k]` is the class of the area whose cells are `cells[k]`; `n` is how many cells the grid has. */
export function dosePaint(
  n: number,
  cells: readonly (readonly number[])[],
  classOf: readonly DoseClass[],
  theme: Theme,
): Paint {
  const classes = new Uint8Array(n);
  const strength = new Float64Array(n);
  cells.forEach((own, area) => {
    const code = doseClasses.indexOf(classOf[area] ?? 'neither');
    for (const cell of own) {
      classes[cell] = code + 1;
      // a merged hexagon shows what was not patrolled before what was
      strength[cell] = doseClasses.length - code;
    }
  });
  const colours = [paletteOf(theme).zero, ...doseClasses.map((of) => colourOf(of, theme))];
  return { classes, colours, strength };
}

/** With the number of areas of each class; those without any are left out. */
export function doseLegend(classOf: readonly DoseClass[], unit: string, theme: Theme): LegendModel {
  const palette = paletteOf(theme);
  const entries = doseClasses.flatMap((of): LegendEntry[] => {
    const areas = classOf.filter((each) => each === of).length;
    if (areas === 0) return [];
    return [{ kind: 'class', label: names[of], tick: String(areas), colour: css(colourOf(of, theme)) }];
  });
  return {
    title: 'Visits made of those planned',
    unit,
    entries: [
      ...entries,
      { kind: 'zero', label: 'No patrol area', tick: '', colour: css(palette.zero) },
      { kind: 'outside', label: 'Outside the area', tick: '', colour: palette.land },
    ],
    ticks: 'categories',
  };
}
