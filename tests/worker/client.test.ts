import { MessageChannel } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { afterAll, describe, expect, it } from 'vitest';
import { definitions } from '../../src/core/offences/presets.ts';
import { defaultHotspotSettings } from '../../src/core/settings.ts';
import { type Client, createClient, directClient } from '../../src/worker/client.ts';
import { doorwayOf } from '../../src/worker/doorway.ts';
import { createJobs } from '../../src/worker/jobs.ts';

const AREA = JSON.stringify({
  type: 'Feature',
  properties: { name: 'Square' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [0.68, 51.53],
        [0.74, 51.53],
        [0.74, 51.56],
        [0.68, 51.56],
        [0.68, 51.53],
      ],
    ],
  },
});

/** 300 offences on 20 points, one row without a place. */
const CSV = [
  'offence_id,offence_code,from,longitude,latitude,location',
  ...Array.from({ length: 300 }, (_, i) => {
    const lon = 0.685 + (i % 20) * 0.0025;
    return `X${i},${i % 3 === 0 ? '34/1' : '8/06'},2021-04-${String(1 + (i % 28)).padStart(2, '0')} 2${i % 4}:15,${lon.toFixed(4)},${51.543 + (i % 3) / 500},Street ${i % 20}`;
  }),
  'X999,8/06,2021-04-01 10:00,,,Nowhere',
].join('\n');

const query = { ...defaultHotspotSettings, schedule: 'cchi-2020' as const, areaId: null, resolution: 9 };
const channel = new MessageChannel();
expose(doorwayOf(createJobs()), nodeEndpoint(channel.port1));
const throughChannel = createClient(nodeEndpoint(channel.port2));
afterAll(() => {
  channel.port1.close();
  channel.port2.close();
});

/** Node's channel makes a nameless Blob of a File (browsers keep it), so that is what both are given. */
const nameless = new Blob([CSV]) as File;

async function answersOf(client: Client) {
  const progress: number[] = [];
  await client.openAreas(AREA, 'square.geojson');
  const loaded = await client.load([nameless], ({ done }) => progress.push(done));
  const hotspots = await client.hotspots(query);
  const cell = hotspots.top[0]?.cell ?? '';
  return {
    loaded,
    hotspots,
    grid: await client.grid(query),
    detail: await client.detail({ ...query, cell }),
    series: await client.series(query),
    stability: await client.stability(query),
    kde: await client.kde({ ...query, bandwidthM: 300, kernel: 'quartic' }),
    emerging: await client.emerging({ ...query, stepDays: 2 }),
    nearRepeat: await client.nearRepeat({ ...query, asOfDay: null, bandM: 100, bandDays: 7 }),
    concentration: await client.concentration(query),
    hours: await client.hours(query),
    hoursOfCell: await client.hours({ ...query, cell }),
    density: await client.exportTable({ ...query, bandwidthM: 300 }, 'kde', { format: 'parquet', outside: false }),
    schedule: await client.openSchedule('offence,days\nRobbery,7\n', 'mine.csv'),
    withoutWeight: await client.withoutWeight(),
    mine: await client.hotspots({ ...query, schedule: 'own' }),
    availability: await client.availability([definitions.ark.rule, definitions.knife.rule]),
    compared: await client.compare(
      { ...query, own: { name: 'Copy', rule: definitions.ark.rule } },
      { definition: 'ark' },
    ),
    csv: new TextDecoder().decode(await client.exportTable(query, 'ranked', { format: 'csv', outside: false })),
    parquet: await client.exportTable(query, 'hotspots', { format: 'parquet', outside: true }),
    forOutside: await client.forOutside(query),
    notes: new TextDecoder().decode(await client.exportTable(query, 'notes', { format: 'csv', outside: false })),
  };
}

describe('the worker client', () => {
  it('answers through a message channel exactly as a direct call does', async () => {
    expect(await answersOf(throughChannel)).toEqual(await answersOf(directClient(createJobs())));
  });

  it('asks twice and gets the same: transferred arrays were never the ones that are kept', async () => {
    const first = await throughChannel.hotspots(query);
    const again = await throughChannel.hotspots(query);
    expect(again).toEqual(first);
    expect(await throughChannel.grid(query)).toEqual(await throughChannel.grid(query));
    expect(first.count.reduce((a, b) => a + b, 0)).toBe(300);
  });

  it('answers that are no objects come through as well', async () => {
    expect(await throughChannel.fitResolution(10)).toBe(10);
    expect(await throughChannel.cancelLoad()).toBeUndefined();
    expect(await throughChannel.drawArea()).toMatchObject({ id: 'around-the-offences' });
    await throughChannel.openAreas(AREA, 'square.geojson');
  });

  it('a mendable mistake arrives with its sentence and its kind', async () => {
    await expect(throughChannel.openAreas('{', 'broken.geojson')).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('broken.geojson'),
    });
  });

  it('too many cells are proposed away, not computed', async () => {
    await throughChannel.openAreas(AREA.replaceAll('0.74', '1.74').replaceAll('51.56', '52.56'), 'large.geojson');
    expect(await throughChannel.grid({ ...query, resolution: 11 })).toMatchObject({ propose: 8 });
  });
});
