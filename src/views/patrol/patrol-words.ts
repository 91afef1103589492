/** What the Patrol mode says, in sentences. Pure. */
import type { PatrolCard } from '../../core/patrol/cards.ts';
import type { Patrol } from '../../state/patrol.ts';
import { formatArea, formatShare, plural } from '../format.ts';
import { wholeOf } from '../words.ts';

/** "20 patrol areas hold 41 % of harm and 33 % of the offences in 2.6 % of the area." */
export function holdsWords({ cards, query, valueShare, countShare, areaShare }: Patrol): string {
  if (cards.length === 0) {
    return `No place holds ${plural(query.minCount, 'offence')} of these: no patrol area. Take a longer period, a wider definition or fewer offences as the least.`;
  }
  const areas = cards.length === 1 ? 'One patrol area holds' : `${cards.length} patrol areas hold`;
  const value = `${formatShare(valueShare)} of ${wholeOf[query.mode]}`;
  const offences = query.mode === 'count' ? '' : ` and ${formatShare(countShare)} of the offences`;
  return `${areas} ${value}${offences} in ${formatShare(areaShare)} of the area.`;
}

/** How the areas came to be. */
export function sizeWords({ query, maxAreaM2 }: Patrol): string {
  const apart = query.spacingM > 0 ? `, ${query.spacingM} m apart` : '';
  return `Of at most ${formatArea(maxAreaM2)} and at least ${plural(query.minCount, 'offence')} each${apart}. The share is of the offences that they were grown from: expect less next month.`;
}

/** An area by its name, or by what else it can be known by. */
export function cardName({ name, gridRef }: Pick<PatrolCard, 'name' | 'gridRef'>): string {
  return name || gridRef || 'Unnamed place';
}

/** "Fri 21:00–01:00, Sat 22:00–02:00"; '' where nothing is known. */
export function peakWords({ hours }: Pick<PatrolCard, 'hours'>): string {
  return hours.peaks
    .slice(0, 2)
    .map(({ label }) => label)
    .join(', ');
}
