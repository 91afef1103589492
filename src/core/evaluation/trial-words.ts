/** The result of a crossover trial in plain words, and what it cannot tell. */
import type { CrossoverResult, CrossoverSettings } from './crossover.ts';

type Numbers = Omit<CrossoverResult, 'sentence' | 'cautions'>;

export function trialWords(
  result: Numbers,
  settings: CrossoverSettings,
): { readonly sentence: string; readonly cautions: readonly string[] } {
  return { sentence: sentenceOf(result), cautions: cautionsOf(result, settings) };
}

function sentenceOf({ count, harm, placeDays }: Numbers): string {
  const days = (n: number): string => n.toLocaleString('en-GB');
  const counts = `${count.treated.events} offences on ${days(placeDays.treated)} place-days with patrol against ${count.control.events} on ${days(placeDays.control)} without`;
  if (Number.isNaN(count.ratio)) return `${counts}: nothing to compare.`;
  const change = `${counts}: ${fewer(count.ratio)} a place-day (95 % interval ${interval(count.lo, count.hi)}; p ${pInWords(count.p)}).`;
  if (harm === null || Number.isNaN(harm.ratio)) return change;
  return `${change} Harm: ${lower(harm.ratio)} (95 % interval ${interval(harm.lo, harm.hi)}; randomisation p ${pInWords(harm.p)}).`;
}

function cautionsOf(
  { count, harm, buffer, dose, carryOver, treatedPerDay }: Numbers,
  settings: CrossoverSettings,
): string[] {
  const said: string[] = [];
  const events = count.treated.events + count.control.events;
  if (events < 30) said.push(`Only ${events} offences in all: an effect would have to be very large to show.`);
  if (harm?.worst && harm.worst.share > 0.2) {
    said.push(
      `One place-day holds ${percent(harm.worst.share)} of all harm; without it the harm ratio is ${number(harm.worst.ratioWithout)} (p ${pInWords(harm.worst.pWithout)}).`,
    );
  }
  if (harm && count.treated.events < 5) {
    said.push('Fewer than 5 offences on days with patrol: the interval of harm rests on next to nothing.');
  }
  const placeDays = dose.all.treatedDays + dose.all.controlDays;
  if (dose.all.notLogged === placeDays) {
    said.push('No minutes of patrol are logged: nothing here tells whether the patrols drawn were made.');
  } else if (dose.all.compliance < 0.9) {
    said.push(
      `Patrols of ${settings.leastMin} minutes were logged on ${percent(dose.all.compliance)} of the days drawn for them: the effect of patrol itself may be larger than shown.`,
    );
  }
  if (dose.all.controlPatrolled > 0.1 * dose.all.controlDays) {
    said.push(
      `${dose.all.controlPatrolled} of ${dose.all.controlDays} days without were patrolled all the same: the effect may be larger than shown.`,
    );
  }
  const next = carryOver.sincePatrol[1];
  if (next && next.hi < 1) {
    said.push(
      'The day after a patrol was quieter than the other days without one: patrols may last beyond their day, and the effect be larger than shown.',
    );
  }
  if (buffer.count && buffer.count.lo > 1) {
    said.push('In the buffer there were more offences on days with patrol: some may have moved there.');
  }
  if (treatedPerDay === null && settings.drawnWithin === 'day') {
    said.push('Not the same number of places was drawn every day: lots are drawn again with the number of each day.');
  }
  said.push(
    'It tells of these places and months: not of other ones, of longer use, or of offences nobody reported or that moved beyond the buffer.',
  );
  return said;
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const number = (value: number): string => (Number.isFinite(value) ? value.toFixed(2) : 'not to be had');

function pInWords(p: number): string {
  return p < 0.001 ? 'below 0.001' : p.toFixed(3);
}

function fewer(ratio: number): string {
  return changeInWords(ratio, 'fewer', 'more');
}

function lower(ratio: number): string {
  return changeInWords(ratio, 'lower', 'higher');
}

function changeInWords(ratio: number, less: string, more: string): string {
  if (ratio === Number.POSITIVE_INFINITY) return `none without patrol to compare with`;
  return `${(100 * Math.abs(ratio - 1)).toFixed(1)} % ${ratio <= 1 ? less : more}`;
}

/** As changes in per cent: "−86.1 % to −54.0 %". */
function interval(lo: number, hi: number): string {
  const change = (ratio: number): string => {
    if (!Number.isFinite(ratio)) return 'no limit';
    const value = 100 * (ratio - 1);
    return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)} %`;
  };
  return `${change(lo)} to ${change(hi)}`;
}
