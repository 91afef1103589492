import { describe, expect, it } from 'vitest';
import {
  accounting,
  concentration,
  concentrationInWords,
  limits,
  panelTitle,
} from '../../src/views/hotspots/headline.ts';
import { neighbourInRank } from '../../src/views/hotspots/rank-steps.ts';
import { result, top } from './fixture.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('headline', () => {
  it('says what the best-ranked cells hold, from the core’s own sums', () => {
    expect(plain(concentration(result, 'harm'))).toBe('3 cells, 4.5 ha, hold 80 % of harm');
    expect(plain(concentrationInWords(result, 'count'))).toBe('three cells hold 80 % of offences');
  });

  it('speaks of one cell in the singular and of none at all', () => {
    expect(plain(concentration({ ...result, top: top.slice(0, 1) }, 'harm'))).toBe(
      '1 cell, 1.5 ha, holds 50 % of harm',
    );
    expect(concentrationInWords({ ...result, top: [] }, 'harm')).toBe('no harm recorded');
  });

  it('never speaks of more than ten', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ ...(top[0] ?? top[1]), rank: i + 1 }) as (typeof top)[number]);
    expect(concentrationInWords({ ...result, top: many }, 'harm')).toContain('ten cells');
  });

  it('accounts for every offence and leaves out what did not happen', () => {
    expect(accounting(result, 2).map(plain)).toEqual([
      '9 offences in the cells',
      '2 inside the area but in no cell of it',
      '1,500 outside',
      '2 dropped at load (see notes)',
    ]);
    expect(accounting({ ...result, inPolygonOnly: 0, outside: 0 }, 0)).toHaveLength(1);
  });

  it('names what is weighed and what a rank cannot say', () => {
    expect(panelTitle('count')).toBe('Where offences concentrate');
    expect(limits(10)).toContain('130 m');
    expect(limits(10)).toContain('not where it will be');
  });
});

describe('stepping through ranks', () => {
  it('goes to the neighbours in rank and stops at the ends', () => {
    expect(neighbourInRank(top, '8a191', 1)).toBe('8a192');
    expect(neighbourInRank(top, '8a192', -1)).toBe('8a191');
    expect(neighbourInRank(top, '8a191', -1)).toBeNull();
    expect(neighbourInRank(top, '8a193', 1)).toBeNull();
  });

  it('begins at the first when nothing or an unranked cell is chosen', () => {
    expect(neighbourInRank(top, null, 1)).toBe('8a191');
    expect(neighbourInRank(top, 'elsewhere', 1)).toBe('8a191');
    expect(neighbourInRank(top, null, -1)).toBeNull();
    expect(neighbourInRank([], null, 1)).toBeNull();
  });
});
