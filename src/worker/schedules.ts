/** The harm schedules at hand, the built-in ones and one of the analyst's own, and a pipeline for each. */
import { InputError } from '../core/errors.ts';
import { builtInSchedule, type HarmSchedule, parseSchedule } from '../core/harm/schedule.ts';
import { countWithoutWeight } from '../core/harm/weights.ts';
import type { OffenceTable } from '../core/offences/table.ts';
import type { Pipeline } from '../core/pipeline.ts';
import type { WithoutWeight } from '../core/results.ts';
import { type ScheduleId, scheduleIds } from '../core/settings.ts';

/** More than any table of offences: a file of offences dropped here by mistake is not read through. */
const LONGEST_TEXT = 5_000_000;

export function createSchedules() {
  let own: HarmSchedule | null = null;
  /** By the pipeline of the loaded offences, so that those of an earlier load go with it. */
  const pipelines = new WeakMap<Pipeline, Map<HarmSchedule, Pipeline>>();

  const scheduleOf = (id: ScheduleId): HarmSchedule => {
    if (id !== 'own') return builtInSchedule(id);
    if (own === null) throw new InputError('No weights of your own are loaded – open their CSV under “Weigh by”.');
    return own;
  };

  return {
    /** Replaces the own schedule; on failure the one before stays. */
    open(text: string, fileName: string): readonly string[] {
      if (text.length > LONGEST_TEXT) {
        throw new InputError(
          `“${fileName}” is too long for a table of weights (over 5 MB) – give one row for each offence.`,
        );
      }
      const { schedule, notes } = parseSchedule(text, fileName);
      own = schedule;
      return notes;
    },

    forget() {
      own = null;
    },

    withoutWeight(table: OffenceTable): WithoutWeight {
      const entries = scheduleIds.map((id) => [
        id,
        id === 'own' && own === null ? null : countWithoutWeight(table, scheduleOf(id)),
      ]);
      return Object.fromEntries(entries) as WithoutWeight;
    },

    /** The pipeline over the same offences under a schedule. */
    pipeline(base: Pipeline, id: ScheduleId): Pipeline {
      const schedule = scheduleOf(id);
      const known = pipelines.get(base) ?? new Map<HarmSchedule, Pipeline>();
      pipelines.set(base, known);
      const weighed = known.get(schedule) ?? base.weighedBy(schedule);
      known.set(schedule, weighed);
      return weighed;
    },
  };
}
