/** Tracks of a GPX file: points with a place and a time; who carried the tracker is the name of the track. */
import { attribute, xmlReader } from '../ingest/xml.ts';
import { type LogRows, onEarth, plainNumber } from './visit-rows.ts';
import { logTime } from './visit-times.ts';

export function gpxReader(rows: LogRows, fileName: string): { push(text: string): void } {
  const path: string[] = [];
  let tracks = 0;
  let unit = '';
  let point: { readonly lon: number; readonly lat: number; readonly time: string } | null = null;
  return xmlReader(
    {
      open(name, attributes) {
        path.push(name);
        if (name === 'trk') {
          tracks += 1;
          unit = `track ${tracks}`;
        }
        if (name !== 'trkpt') return;
        point = {
          lon: plainNumber(attribute(attributes, 'lon')),
          lat: plainNumber(attribute(attributes, 'lat')),
          time: '',
        };
      },
      text(written) {
        const [parent, own] = path.slice(-2);
        if (own === 'name' && parent === 'trk' && written.trim() !== '') unit = written.trim().slice(0, 100);
        if (own === 'time' && parent === 'trkpt' && point) point = { ...point, time: point.time + written };
      },
      close(name) {
        path.pop();
        if (name !== 'trkpt' || !point) return;
        const { lon, lat, time } = point;
        point = null;
        const at = logTime(time.trim());
        if (!onEarth(lon, lat)) rows.leave('place');
        else if (at === null) rows.leave('time');
        else rows.position({ unit, lon, lat }, at);
      },
    },
    fileName,
  );
}
