/** The crossover trial: every day 8 of the 20 areas are drawn for patrol, and patrols work as published. */
import { dayOf } from './calendar.ts';
import { stream } from './random.ts';

export const TRIAL = {
  from: '2020-07-06',
  to: '2020-10-03',
  perDay: 8,
  /** Expected change on treated place-days, as published for Operation Ark (Basford et al. 2021). */
  effect: { frequency: -0.735, harm: -0.885 },
  /** Share of assigned visits that took place. */
  compliance: 0.98,
} as const;

export interface TrialDay {
  readonly day: number;
  /** Indices of the areas drawn for patrol, ascending. */
  readonly treated: readonly number[];
}

/** One draw without replacement per day of the trial. */
export function drawTrial(seed: number, areas: number): TrialDay[] {
  const random = stream(seed, 'trial');
  const days: TrialDay[] = [];
  for (let day = dayOf(TRIAL.from); day <= dayOf(TRIAL.to); day++) {
    const order = Array.from({ length: areas }, (_, i) => i);
    for (let i = 0; i < TRIAL.perDay; i++) {
      const j = i + Math.floor(random() * (areas - i));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    days.push({ day, treated: order.slice(0, TRIAL.perDay).sort((a, b) => a - b) });
  }
  return days;
}

/**
 * Patrol keeps an offence from happening with chance 0.735. What still happens is milder: with the chance returned here
 * it becomes the mildest offence of the definition, so that expected harm falls by 88.5 %.
 * @param meanHarm expected days of one offence without patrol
 * @param mildestHarm days of the mildest
 */
export function mildChance(meanHarm: number, mildestHarm: number): number {
  const wantedShare = (1 + TRIAL.effect.harm) / (1 + TRIAL.effect.frequency);
  return ((1 - wantedShare) * meanHarm) / (meanHarm - mildestHarm);
}
