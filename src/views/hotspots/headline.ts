/** The sentences over and under the ranked list, put together from the core's numbers. Pure. */
import type { ConcentrationResult, HotspotResult, RankedCell } from '../../core/results.ts';
import type { HarmMode } from '../../core/settings.ts';
import { formatArea, formatCount, formatShare, inWords, plural } from '../format.ts';
import { acrossOf, wholeOf } from '../words.ts';

/** How many of the best-ranked cells headlines and slides speak of. */
const HEADLINE_CELLS = 10;

/** The cells a headline speaks of. */
export function headlineCells(result: HotspotResult): readonly RankedCell[] {
  return result.top.slice(0, HEADLINE_CELLS);
}

/** "Where harm concentrates". */
export function panelTitle(mode: HarmMode): string {
  return mode === 'count' ? 'Where offences concentrate' : 'Where harm concentrates';
}

/** "10 cells, 0.15 km², hold 34 % of harm"; says so when there is nothing. */
export function concentration(result: HotspotResult, mode: HarmMode): string {
  const cells = headlineCells(result);
  const last = cells.at(-1);
  if (last === undefined) return `No ${wholeOf[mode]} in this area, period and definition`;
  return `${plural(cells.length, 'cell')}, ${formatArea(last.cumulativeAreaM2)}, ${
    cells.length === 1 ? 'holds' : 'hold'
  } ${formatShare(last.cumulativeShare)} of ${wholeOf[mode]}`;
}

/** "ten cells hold 34 % of harm", for a slide's title. */
export function concentrationInWords(result: HotspotResult, mode: HarmMode): string {
  const cells = headlineCells(result);
  const last = cells.at(-1);
  if (last === undefined) return `no ${wholeOf[mode]} recorded`;
  const noun = cells.length === 1 ? 'cell holds' : 'cells hold';
  return `${inWords(cells.length)} ${noun} ${formatShare(last.cumulativeShare)} of ${wholeOf[mode]}`;
}

/** Where every offence of the definition and period went; `dropped` rows never reached the map. */
export function accounting(result: HotspotResult, dropped: number): readonly string[] {
  const lines = [`${plural(result.inCells, 'offence')} in the cells`];
  if (result.inPolygonOnly > 0) lines.push(`${formatCount(result.inPolygonOnly)} inside the area but in no cell of it`);
  if (result.outside > 0) lines.push(`${formatCount(result.outside)} outside`);
  if (result.withoutHarm > 0) lines.push(`${formatCount(result.withoutHarm)} without a harm weight, 0 in sums`);
  if (dropped > 0) lines.push(`${formatCount(dropped)} dropped at load (see notes)`);
  return lines;
}

/** What the ranked list cannot tell. */
export function limits(resolution: number): string {
  return `One cell is about ${acrossOf(resolution)} across. A rank says where harm was recorded, not why, and not where it will be. It is about places, never about people.`;
}

/** "25 % of harm lies in 0.4 % of the cells; chance would need 0.5 %". */
export function concentrationSentence({ holding }: Pick<ConcentrationResult, 'holding'>, mode: HarmMode): string {
  const [first] = holding;
  if (first === undefined || !Number.isFinite(first.cells)) return `No ${wholeOf[mode]} to be concentrated`;
  const { share, cells, byChance } = first;
  return `${formatShare(share)} of ${wholeOf[mode]} in ${formatShare(cells)} of the cells; by chance ${formatShare(byChance)}`;
}
