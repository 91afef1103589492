/** The log of patrols as the app shows it; where officers were stays with the worker. Pure. */

import type { LogUse } from '../core/evaluation/visit-columns.ts';
import type { VisitDose } from '../core/evaluation/visit-dose.ts';
import type { PatrolCard } from '../core/patrol/cards.ts';
import type { ShiftPlan } from '../core/patrol/plan.ts';
import type { LogView } from '../core/settings.ts';
import type { Client } from '../worker/client.ts';
import type { AppState } from './app-state.ts';
import { onGrid } from './methods.ts';

export type LogFile = Awaited<ReturnType<Client['openVisitLog']>>[number];
export type DoseQuery = Parameters<Client['visitDose']>[0];

export interface VisitLog {
  readonly files: readonly LogFile[];
  /** Name of the file that is being read. */
  readonly reading: string | null;
  /** What was wrong with files of the last time. */
  readonly failures: readonly string[];
  /** Whether it is on screen: the map shows it then. */
  readonly open: boolean;
}

export const noVisitLog: VisitLog = { files: [], reading: null, failures: [], open: false };

/** What was given against what was planned, with what was asked. */
export interface ShownDose {
  readonly query: DoseQuery;
  readonly dose: VisitDose;
}

/** The areas and the shift that a log is held against. */
export interface PlannedAreas {
  readonly cards: readonly Pick<PatrolCard, 'rank' | 'name' | 'cells'>[];
  readonly plan: Pick<ShiftPlan, 'stops'>;
  /** Day on which the shift begins, and minute of that day. */
  readonly day: number;
  readonly fromMinute: number;
}

/** Those on screen, while others are on their way too; null before the first. Without a plan nothing was planned. */
export function plannedAreasOf({ patrol }: Pick<AppState, 'patrol'>): PlannedAreas | null {
  const found = 'value' in patrol ? patrol.value : undefined;
  if (found === undefined) return null;
  const { cards, day, query } = found;
  return { cards, plan: found.plan ?? { stops: [] }, day, fromMinute: query.fromMinute };
}

/** Null without a log or areas. */
export function doseQueryOf(
  { files }: Pick<VisitLog, 'files'>,
  planned: PlannedAreas | null,
  { planDays, gapMin, leastMin, dayStartMinute }: LogView,
): DoseQuery | null {
  if (planned === null || planned.cards.length === 0 || !files.some(({ use }) => use === 'log')) return null;
  return {
    places: planned.cards.map(({ rank, name, cells }) => ({ rank, name, cells })),
    shift: {
      day: planned.day,
      fromMinute: planned.fromMinute,
      stops: planned.plan.stops.map(({ area, fromMinute, toMinute }) => ({ area, fromMinute, toMinute })),
    },
    planDays,
    settings: { gapMin, leastMin, dayStartMinute },
  };
}

/** What the map shows of the log: its dose and the cells of its areas; null while areas of other cells are on screen. */
export function doseOnScreen({
  mode,
  visitLog,
  visitDose,
  patrol,
  gridKey,
}: Pick<AppState, 'mode' | 'visitLog' | 'visitDose' | 'patrol' | 'gridKey'>):
  | (ShownDose & { readonly cells: readonly (readonly number[])[] })
  | null {
  const shown = 'value' in visitDose ? visitDose.value : undefined;
  const areas = onGrid(patrol, gridKey)?.cards;
  if (mode !== 'patrol' || !visitLog.open || filesOf(visitLog, 'log').length === 0 || !shown || !areas) return null;
  const same = areas.length === shown.query.places.length && areas.every(({ cells }, i) => sameCells(cells, shown, i));
  return same ? { ...shown, cells: areas.map(({ indices }) => indices) } : null;
}

function sameCells(cells: readonly string[], { query }: ShownDose, area: number): boolean {
  return cells.join() === query.places[area]?.cells.join();
}

/** What a file holds, in the order in which files are listed: logs, then timetables. */
export function filesOf({ files }: Pick<VisitLog, 'files'>, use: LogUse): readonly LogFile[] {
  return files.filter((file) => file.use === use);
}
