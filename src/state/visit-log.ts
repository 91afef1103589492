/** The log of patrols as the app shows it; where officers were stays with the worker. Pure. */

import type { LogUse } from '../core/evaluation/visit-columns.ts';
import type { VisitDose } from '../core/evaluation/visit-dose.ts';
import type { PatrolCard } from '../core/patrol/cards.ts';
import type { ShiftPlan } from '../core/patrol/plan.ts';
import type { LogView } from '../core/settings.ts';
import type { Client } from '../worker/client.ts';

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

/** What a file holds, in the order in which files are listed: logs, then timetables. */
export function filesOf({ files }: Pick<VisitLog, 'files'>, use: LogUse): readonly LogFile[] {
  return files.filter((file) => file.use === use);
}
