import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, type StudyArea } from '../../../src/core/geo/area.ts';
import { joinPopulations } from '../../../src/core/geo/populations.ts';
import { readPopulations } from '../../../src/core/ingest/population-file.ts';
import { runs } from '../../runs.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readPopulations(bytes(text), 'residents.csv');
const area = (id: string, name: string): StudyArea => ({ id, name, polygons: [], bounds: boundsOf([]) });

describe('populations from CSV', () => {
  it.each([
    ['code,name,population\nE07000066,Basildon,188000\n'],
    ['LAD21CD\tLAD21NM\tAll ages\nE07000066\tBasildon\t"188,000"\n'],
    ['Area name;Area code;Usual residents\nBasildon;E07000066;188 000\n'],
  ])('finds code, name and number by their headers: %j', (text) => {
    expect(read(text)).toEqual({
      populations: [{ code: 'E07000066', name: 'Basildon', residents: 188_000 }],
      notes: [],
    });
  });

  it('counts what cannot be read in notes', () => {
    const { populations, notes } = read('code,population\nA,10\n,5\nB,many\nA,12\nC,-3\n');
    expect(populations).toEqual([{ code: 'A', name: '', residents: 10 }]);
    expect(notes).toEqual([
      '1 row without an area, left out.',
      '2 rows without a readable number, left out: B (“many”), C (“-3”).',
      '1 row for an area that has one already, left out: its first row counts.',
    ]);
  });

  it('names the columns there are when it cannot tell them', () => {
    expect(() => read('a,b\n1,2\n')).toThrow(
      'residents.csv has no pair of area and population among “a”, “b” – name the columns “code” and “population”.',
    );
    expect(() => read('code,population\nA,x\n')).toThrow(
      /no row has an area and a number of residents in “population”/,
    );
  });

  it('survives arbitrary bytes with lines or an InputError', () => {
    const damaged = fc
      .tuple(fc.nat(50), fc.string())
      .map(([at, noise]) => 'code,population\nA,10\nB,20\n'.slice(0, at) + noise)
      .map(bytes);
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 2000 }), damaged), (input) => {
        try {
          expect(readPopulations(input, 'a').populations.length).toBeGreaterThan(0);
        } catch (error) {
          expect((error as Error).name).toBe('InputError');
        }
      }),
      runs,
    );
  });
});

describe('populations joined to areas', () => {
  it('by code, then by name whatever the case; what is left over on either side is listed', () => {
    const areas = [area('E1', 'Basildon'), area('Harlow', 'Harlow'), area('E3', 'Thurrock')];
    const { residents, unmatched, without } = joinPopulations(
      [
        { code: 'e1', name: 'Somewhere else', residents: 1 },
        { code: '', name: ' HARLOW ', residents: 2 },
        { code: 'E9', name: 'Elsewhere', residents: 3 },
      ],
      areas,
    );
    expect([...residents]).toEqual([
      ['E1', 1],
      ['Harlow', 2],
    ]);
    expect(unmatched.map(({ code }) => code)).toEqual(['E9']);
    expect(without.map(({ name }) => name)).toEqual(['Thurrock']);
  });
});
