/** What other methods say of a patrol area, as sentences of its card: the change at a key date, the factors of a risk terrain model. */
import type { ShownRtm } from '../methods/rtm/results.ts';
import { formatDay } from '../offences/time.ts';
import type { ChangeResult } from '../results.ts';

/** "Step 3 (17 May 2021): 4 offences here in 28 days before, 9 in 28 days from it on." Indices are cells of the change. */
export function changeReason(
  indices: readonly number[],
  { before, after, windows }: Pick<ChangeResult, 'before' | 'after' | 'windows'>,
  { label, fromDay }: { readonly label: string; readonly fromDay: number },
): string {
  const sum = (column: Float64Array): number => indices.reduce((total, index) => total + (column[index] ?? 0), 0);
  const [was, is] = [sum(before), sum(after)];
  const name = label.split(':')[0] ?? label;
  return `${name} (${formatDay(fromDay)}): ${was} ${was === 1 ? 'offence' : 'offences'} here in ${windows.before.days} days before, ${is} in ${windows.after.days} days from it on.`;
}

const MOST_FACTORS = 3;

/** The factors of the model that its cells have, the strongest first; null where there are none. */
export function riskReason(
  indices: readonly number[],
  { risks, holds, rrs }: Pick<ShownRtm, 'risks' | 'holds' | 'rrs'>,
): string | null {
  const here = risks
    .filter((_, risk) => indices.some((index) => holds[risk * rrs.length + index] === 1))
    .sort((a, b) => b.rrv - a.rrv)
    .slice(0, MOST_FACTORS)
    .map(({ factor, operationalisation, extentM, rrv }) => {
      const where = operationalisation === 'proximity' ? 'within' : 'dense within';
      return `${factor} ${where} ${extentM} m (risk × ${rrv.toFixed(1)})`;
    });
  return here.length === 0 ? null : `Risk terrain: ${here.join(', ')}.`;
}
