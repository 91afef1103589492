import { describe, expect, it } from 'vitest';
import { cardsHtml } from '../../src/core/tables/patrol-html.ts';
import { createExactGrid } from '../../src/worker/exact-grid.ts';
import { createPatrolFiles } from '../../src/worker/patrol-files.ts';
import { page } from '../core/tables/patrol-fixture.ts';

const header = 'Point_ID,ETRS89_Easting,ETRS89_Northing,EShift,NShift,HShift,Flag';
const square = [0, 1].flatMap((north) =>
  [0, 1].map((east) => `1,${(588 + east) * 1000},${(185 + north) * 1000},100,-50,45,1`),
);
const file = (text: string, name = 'OSTN15_OSGM15_DataFile.txt'): File => new File([text], name);

describe('files of patrols from the worker', () => {
  it('are the bytes of the files that the command line writes', () => {
    const { patrolFile } = createPatrolFiles();
    expect(new TextDecoder().decode(patrolFile(page, 'html', 0))).toBe(cardsHtml(page));
    expect(new TextDecoder().decode(patrolFile(page, 'ics', 0))).toContain('DTSTAMP:19700101T000000Z');
    expect(() => patrolFile({ ...page, shift: null }, 'ics', 0)).toThrow('needs the day of a shift');
  });
});

describe('the file of corrections', () => {
  it('is kept with its name and fingerprint, and makes the transformation exact', async () => {
    const { jobs, transform } = createExactGrid();
    expect(transform()).toBeUndefined();
    const opened = await jobs.openExactGrid(file([header, ...square].join('\n')));
    expect(opened).toMatchObject({ name: 'OSTN15_OSGM15_DataFile.txt', points: 4 });
    expect(opened.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(transform()?.errorM).toBe(0.1);
    jobs.removeExactGrid();
    expect(transform()).toBeUndefined();
  });

  it('stays when another file is none, which is said', async () => {
    const { jobs, transform } = createExactGrid();
    await jobs.openExactGrid(file([header, ...square].join('\n')));
    await expect(jobs.openExactGrid(file('a,b,c\n1,2,3\n', 'offences.csv'))).rejects.toThrow(
      'That is not the OSTN15 file',
    );
    await expect(jobs.openExactGrid(file('\u0000\u0001\u0002'.repeat(1000), 'x.bin'))).rejects.toThrow(
      'not the OSTN15',
    );
    expect(transform()?.errorM).toBe(0.1);
  });
});
