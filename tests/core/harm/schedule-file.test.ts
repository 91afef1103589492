import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { readCells } from '../../../src/core/harm/read-cells.ts';
import { parseSchedule } from '../../../src/core/harm/schedule.ts';
import { harmOfNames } from '../../../src/core/harm/weights.ts';
import { runs } from '../../runs.ts';
import { makeTable } from '../table-builder.ts';

const days = (csv: string, ...rows: { code?: string; title?: string }[]): number[] => [
  ...harmOfNames(makeTable(rows), parseSchedule(csv, 'own.csv').schedule, { includeProactive: false }),
];

describe('rows', () => {
  it('by code speak for the title, and by title for the code', () => {
    expect(days('code,days\n8/6,11\n', { title: 'ABH' }, { code: '008/06' })).toEqual([11, 11]);
    expect(days('offence,days\nABH,12\n', { code: '008/06' }, { title: 'Section 47' })).toEqual([12, 12]);
  });

  it('by kind name the catalogue’s id', () => {
    expect(
      days('kind,days\nrobbery-business,300\n', { title: 'Business robbery' }, { title: 'Personal robbery' }),
    ).toEqual([300, Number.NaN]);
  });

  it('that differ within one code leave it to title and kind', () => {
    const csv = 'code,title,days\n008/01,Minor wound,20\n008/01,Malicious wounding,500\n';
    expect(days(csv, { code: '008/01', title: 'Minor wound' }, { code: '008/01' })).toEqual([20, 500]);
  });

  it('with an unknown title do not speak for a kind that another row names', () => {
    const csv = 'code,title,days\n008/06,ABH of some special sort,180\n008/06,ABH,10\n';
    expect(days(csv, { code: '008/06' }, { code: '008/06', title: 'ABH of some special sort' })).toEqual([10, 180]);
  });

  it('lend their days to the kind of unrecorded detail that is like theirs', () => {
    const csv = 'code,title,days\n008/01,GBH serious wound,600\n008/01,Minor wound,20\n028/03,Burglary dwelling,90\n';
    expect(days(csv, { code: '008/01' }, { title: 'Residential burglary' })).toEqual([600, 90]);
  });

  it('may give low and high', () => {
    const { schedule } = parseSchedule('kind,days,low,high\nabh,10,5,20\n', 'own.csv');
    expect(schedule.byKind.get('abh')).toEqual({ low: 5, default: 10, high: 20 });
  });

  it('are read with semicolons, quotes, a byte order mark, CRLF and thousands', () => {
    const csv = '\uFEFF"HO code";"Offence title";Weight\r\n"034/01";"Robbery; ""personal""";"1,365.5"\r\n\r\n';
    expect(days(csv, { code: '034/01' })).toEqual([1365.5]);
  });
});

describe('what cannot be used', () => {
  it('is said in a sentence with its line, and the rest is kept', () => {
    const csv = 'offence,days,low,high\nABH,ten\n,5\nRobbery,-1\nMurder,5475,9000,1\nAffray,10\nAffray,11\n';
    const { schedule, notes } = parseSchedule(csv, 'own.csv');
    expect(notes).toHaveLength(5);
    expect(notes[0]).toBe('own.csv, line 2: “ten” is not a number of days, 0 or more – left out.');
    expect(notes[1]).toContain('line 3');
    expect(notes[2]).toContain('“-1”');
    expect(notes[3]).toContain('around 5475');
    expect(notes[4]).toContain('“Affray” stands more than once');
    expect(schedule.byKind.get('affray')?.default).toBe(10);
    expect(schedule.byKind.get('murder')).toEqual({ low: 5475, default: 5475, high: 5475 });
  });

  it.each([
    ['', 'is empty'],
    ['\n\n', 'is empty'],
    ['offence,colour\nABH,red\n', 'none of days'],
    ['days,colour\n3,red\n', 'none that names the offence'],
    ['offence,days\n', 'no row'],
    ['offence,days\nABH,many\n', 'no row'],
  ])('as a whole is an error that says what to do: %j', (csv, message) => {
    expect(() => parseSchedule(csv, 'own.csv')).toThrow(InputError);
    expect(() => parseSchedule(csv, 'own.csv')).toThrow(message);
  });

  it('whatever the text, is a readable error and nothing else', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.constantFrom('offence', 'days', ',', '\n', '"', '10', 'ABH', ';', '\r', '008/06'), { maxLength: 60 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (csv) => {
        try {
          parseSchedule(csv, 'own.csv');
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      runs,
    );
  });
});

describe('readCells', () => {
  it('keeps the line each record starts on', () => {
    expect(readCells('a,b\n\n"x\ny",2\nz,3')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['x\ny', '2'] },
      { line: 5, cells: ['z', '3'] },
    ]);
  });
});
