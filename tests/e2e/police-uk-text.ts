/** A police.uk file as text: seeded, within the demo's outlines, some rows without a place, some far away. */
import { randomFrom } from '../../src/core/stats/random.ts';

const HEADER =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context';
const TYPES = ['Violence and sexual offences', 'Shoplifting', 'Burglary', 'Robbery', 'Vehicle crime', 'Public order'];

export function policeUkText(rows: number, noPlace: number, farAway: number): string {
  const random = randomFrom(4);
  const lines = [HEADER];
  for (let i = 0; i < rows; i++) {
    const point = random.below(400);
    const lon = (0.68 + (point % 20) * 0.003).toFixed(6);
    const lat = (51.542 + Math.floor(point / 20) * 0.0006).toFixed(6);
    const place = i < noPlace ? ',' : i < noPlace + farAway ? '-1.500000,53.800000' : `${lon},${lat}`;
    const month = `2018-0${5 + (i % 3)}`;
    lines.push(
      `id${i},${month},Essex Police,Essex Police,${place},On or near Road ${point},E01,X,${TYPES[point % 6]},,`,
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}
