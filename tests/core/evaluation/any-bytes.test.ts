/** Logs and place-days come from other people's systems: whatever the bytes, there is a result or a sentence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { crossover, defaultCrossoverSettings } from '../../../src/core/evaluation/crossover.ts';
import { readPlaceDays } from '../../../src/core/evaluation/place-days.ts';
import { readVisitLog } from '../../../src/core/evaluation/visit-log.ts';
import { parseOstn15 } from '../../../src/core/geo/ostn15.ts';
import { runs } from '../../runs.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const answers = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
  }
};
const cell = fc.oneof(
  fc.constantFrom('0', '1', '2020-07-06', '2020-07-06 20:00', '06/07/2020', '', 'A', '-1', '1e9', 'NaN', '<', '"', ';'),
  fc.string({ maxLength: 8 }),
);
const rows = (header: string) =>
  fc
    .array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 })
    .map((lines) => encode([header, ...lines.map((line) => line.join(','))].join('\n')));
const tag = fc.constantFrom(
  '<gpx>',
  '<trk>',
  '</trk>',
  '<name>',
  '</name>',
  '<trkpt lat="51.5" lon="0.7">',
  '</trkpt>',
  '<trkpt/>',
  '<time>',
  '</time>',
  '2020-07-06T19:00:00Z',
  '<![CDATA[',
  ']]>',
  '<!--',
  '&amp;',
  '&#x110000;',
  '<',
);

describe('whatever the bytes', () => {
  it('place-days are read or refused in a sentence, and what is read has a result', () => {
    const header = 'place,date,assigned,delivered_min,count,harm,buffer_count,buffer_harm';
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), rows(header)), (bytes) =>
        answers(() => crossover(readPlaceDays(bytes, 'x').data, { ...defaultCrossoverSettings, resamples: 9 })),
      ),
      runs,
    );
  });

  it('patrol logs are read or refused in a sentence', () => {
    const gpx = fc.array(tag, { maxLength: 30 }).map((tags) => encode(`<gpx>${tags.join('')}`));
    const tables = fc.oneof(
      rows('place,start,end,minutes'),
      rows('time,longitude,latitude,unit'),
      rows('time,easting,northing'),
    );
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), gpx, tables), (bytes) =>
        answers(() => readVisitLog(bytes, 'x')),
      ),
      runs,
    );
  });

  it('a file of grid corrections is read or refused in a sentence', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 200 }),
          rows('a,b').map((bytes) => new TextDecoder().decode(bytes)),
        ),
        (text) => answers(() => parseOstn15(text)),
      ),
      runs,
    );
  });
});
