/**
 * The product in one file: offences → definition and period → cells of a study area → sums → a method → what to do.
 *
 *   ingest(files)                    bytes → { table, report }                        core/ingest
 *   pipelineOf(table, schedule)      remembers each step by what it depends on
 *
 *   hotspots                                                                          core/pipeline/hotspots
 *     .grid(area, resolution)        the H3 cells of the area, zeros in               core/hex
 *     .hotspots(area, settings)      sums, Gi*, FDR, ranks, the list                  core/methods
 *     .everyCell, .ranked            the same as tables                               core/tables
 *     … for 'outside'                the same without small counts                    core/tables/outside
 *     .cell(area, settings, id)      all that is known of one cell
 *     .series(area, settings)        offences over time
 *     .stability(area, settings)     how far the top 20 depends on the weights
 *     .compare(area, settings, other)  two definitions side by side
 *   other methods                                                                     core/pipeline/methods
 *     .emerging(area, settings)      new, lasting and past hot spots over steps of time
 *     .kde(area, settings)           density at the centres of the cells
 *     .concentration(area, settings) in how few cells how much lies, beside chance
 *     .nearRepeat(area, settings)    whether one offence makes another likelier, and the risk left
 *     .hours(area, settings)         hours of the week, aoristic and by exposure
 *   two sides                                                                         core/pipeline/sides
 *     .sides(one, other)             two areas, or two periods of one: rates, ratios, hours
 *   what to do                                                                        core/pipeline/action
 *     .change(area, settings)        a key date: before and after, cell by cell
 *     .changeTable(…, audience)      the same as a table                                core/tables
 *     .patrolAreas(area, settings)   contiguous cells to walk                         core/patrol
 *     .patrolCards(area, settings)   the same with hand edits, hours and reasons
 *     .patrolShift(area, settings)   the same with the plan of a shift over them
 *     .validate(area, settings)      which method would have found what came, a risk terrain model  core/evaluation
 *                                    among them where factors are given
 *     .rtm(area, settings, factors)  risk terrain: relative risks of factors, scores of cells
 *     .rtmSpatialTest(…)             the same held against parts of the area not seen
 *
 *   did it work                                                                       core/pipeline/trials
 *     .trialPlan(area, settings, …)  places to draw lots of, and the power of a trial      core/evaluation
 *     .trialPlaceDays(area, …)       what happened on each day in each place of a trial
 *     .countsAround(area, …)         offences before and after a day, for a test of displacement
 *
 *   .weighedBy(schedule)             the same offences and cells under another schedule
 *
 * The app's worker and the command line both call this and nothing else, so they cannot disagree.
 */
import type { HarmSchedule } from './harm/schedule.ts';
import type { OffenceTable } from './offences/table.ts';
import { type ActionSteps, actionSteps } from './pipeline/action.ts';
import { type Basis, basisOf } from './pipeline/basis.ts';
import { type HotspotSteps, hotspotSteps } from './pipeline/hotspots.ts';
import { type MethodSteps, methodSteps } from './pipeline/methods.ts';
import { type SideSteps, sideSteps } from './pipeline/sides.ts';
import { type TrialSteps, trialSteps } from './pipeline/trials.ts';
import { weighedWith } from './pipeline/weighed.ts';

export { ingest } from './ingest/ingest.ts';

/** @throws InputError from each step, for an area without cells or a definition that the data cannot answer. */
export interface Pipeline extends HotspotSteps, MethodSteps, ActionSteps, SideSteps, TrialSteps {
  /** A pipeline over the same offences that shares all that does not depend on the weights. */
  weighedBy(schedule: HarmSchedule): Pipeline;
}

export function pipelineOf(table: OffenceTable, schedule: HarmSchedule): Pipeline {
  return over(basisOf(table), schedule);
}

function over(basis: Basis, schedule: HarmSchedule): Pipeline {
  const weighed = weighedWith(basis, schedule);
  const action = actionSteps(weighed);
  return {
    ...hotspotSteps(weighed),
    ...methodSteps(weighed),
    ...action,
    ...sideSteps(weighed),
    ...trialSteps(weighed, action),
    weighedBy: (other) => over(basis, other),
  };
}
