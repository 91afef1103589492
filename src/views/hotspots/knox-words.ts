/** The Knox table in words: its bands, and where pairs are more than chance. Pure. */
import type { KnoxTable } from '../../core/results.ts';

const LEVEL = 0.05;

/** "Same place", "to 100 m", "100–200 m". */
export function distanceBand({ distanceEdgesM }: Pick<KnoxTable, 'distanceEdgesM'>, band: number): string {
  const to = distanceEdgesM[band] ?? 0;
  const from = distanceEdgesM[band - 1];
  if (from === undefined) return 'Same place';
  return band === 1 ? `To ${to} m` : `${from}–${to} m`;
}

/** "0–7 days". */
export function timeBand({ timeEdgesDays }: Pick<KnoxTable, 'timeEdgesDays'>, band: number): string {
  const from = band === 0 ? 0 : (timeEdgesDays[band - 1] ?? 0) + 1;
  return `${from}–${timeEdgesDays[band]} days`;
}

/** Whether the pairs of an entry are more than chance at 5 %. */
export function standsOut({ ratio, p }: Pick<KnoxTable, 'ratio' | 'p'>, entry: number): boolean {
  return (ratio[entry] ?? 0) > 1 && (p[entry] ?? 1) <= LEVEL;
}

/** "Pairs stand out most at the same place within 0–7 days: 1.5 times as many as chance." */
export function bandsInWords(table: KnoxTable): string {
  const columns = table.timeEdgesDays.length;
  let most: number | null = null;
  for (let entry = 0; entry < table.ratio.length; entry++) {
    if (!standsOut(table, entry)) continue;
    if (most === null || (table.ratio[entry] ?? 0) > (table.ratio[most] ?? 0)) most = entry;
  }
  if (most === null) {
    return 'No distance and delay has more pairs than chance would give: one offence does not make the next likelier here.';
  }
  const distance = distanceBand(table, Math.floor(most / columns));
  const where =
    distance === 'Same place' ? 'at the same place' : distance.replace(/^To /, 'within ').replace(/^(\d)/, 'at $1');
  const times = (table.ratio[most] ?? 0).toLocaleString('en-GB', { maximumSignificantDigits: 3 });
  return `Pairs stand out most ${where}, ${timeBand(table, most % columns)} apart: ${times} times as many as chance.`;
}
