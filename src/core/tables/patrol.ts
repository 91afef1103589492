/** Patrol areas as files: JSON, GeoJSON outlines, GPX waypoints for a hand-held receiver, CSV. */
import { outlineOf } from '../hex/boundary.ts';
import type { PatrolPlace } from '../results.ts';
import { toCsv } from './csv.ts';
import { xmlText } from './xml.ts';

export type PatrolFormat = 'json' | 'geojson' | 'gpx' | 'csv';

export function encodePatrol(areas: readonly PatrolPlace[], format: PatrolFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ areas: areas.map(aboutPlace) }, null, 2)}\n`;
    case 'geojson':
      return geoJson(areas);
    case 'gpx':
      return gpx(areas);
    case 'csv':
      return csv(areas);
  }
}

/** A patrol area as JSON names its figures. */
export function aboutPlace({ rank, name, cells, areaM2, count, harm, share, lon, lat, gridRef }: PatrolPlace) {
  return { rank, name, cells, area_m2: areaM2, count, harm, share, lon, lat, grid_ref: gridRef };
}

function geoJson(areas: readonly PatrolPlace[]): string {
  const features = areas.map((area) =>
    JSON.stringify({
      type: 'Feature',
      properties: aboutPlace(area),
      geometry: { type: 'MultiPolygon', coordinates: outlineOf(area.cells) },
    }),
  );
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}

function gpx(areas: readonly PatrolPlace[]): string {
  const waypoints = areas.map(({ rank, name, lon, lat, gridRef }) => {
    const label = name === '' ? `Patrol area ${rank}` : `${rank} ${name}`;
    const description = gridRef === '' ? '' : `<desc>${xmlText(gridRef)}</desc>`;
    return `  <wpt lat="${lat}" lon="${lon}"><name>${xmlText(label)}</name>${description}</wpt>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Harmscape" xmlns="http://www.topografix.com/GPX/1/1">',
    ...waypoints,
    '</gpx>',
    '',
  ].join('\n');
}

function csv(areas: readonly PatrolPlace[]): string {
  const numbers = (of: (area: PatrolPlace) => number): Float64Array => Float64Array.from(areas, of);
  return toCsv({
    rows: areas.length,
    columns: [
      { name: 'rank', values: numbers((a) => a.rank) },
      { name: 'name', values: areas.map((a) => a.name) },
      { name: 'cells', values: areas.map((a) => a.cells.join(' ')) },
      { name: 'area_m2', values: numbers((a) => a.areaM2) },
      { name: 'count', values: numbers((a) => a.count) },
      { name: 'harm', values: numbers((a) => a.harm) },
      { name: 'share', values: numbers((a) => a.share) },
      { name: 'lon', values: numbers((a) => a.lon) },
      { name: 'lat', values: numbers((a) => a.lat) },
      { name: 'grid_ref', values: areas.map((a) => a.gridRef) },
    ],
  });
}
