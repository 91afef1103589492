import { describe, expect, it } from 'vitest';
import { aboutBatch, draftOf, meaningOf } from '../../src/views/data/batch-draft.ts';
import { coverageLanes } from '../../src/views/data/coverage-lanes.ts';

const draft = draftOf({ name: 'May', receivedDay: 18_729, label: null });
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('what is typed about a batch', () => {
  it('comes back as it was', () => {
    for (const label of [
      null,
      { kind: 'key-date', day: 18_729, text: 'Step 2' },
      { kind: 'fortnight', fromDay: 18_729, toDay: 18_742 },
    ] as const) {
      const about = { name: 'May', receivedDay: 18_729, label };
      expect(meaningOf(draftOf(about))).toEqual(about);
    }
  });

  it('may leave the day of receipt open; a fortnight without an end has fourteen days', () => {
    expect(meaningOf({ ...draft, received: ' ' })).toMatchObject({ receivedDay: null });
    expect(meaningOf({ ...draft, kind: 'fortnight', from: '12/4/2021' })).toMatchObject({
      label: { fromDay: 18_729, toDay: 18_742 },
    });
  });

  it.each([
    [{ name: '  ' }, 'no name'],
    [{ received: '31/2/2021' }, '“Received” is “31/2/2021”'],
    [{ kind: 'key-date' as const }, '“Key date” is empty'],
    [{ kind: 'fortnight' as const, from: '2/5/2021', to: '1/5/2021' }, 'ends before it starts'],
  ])('%o is told from a batch', (patch, sentence) => {
    expect(meaningOf({ ...draft, ...patch })).toContain(sentence);
  });

  it('reads as a line', () => {
    const received = { receivedDay: 18_729, label: { kind: 'key-date', day: 18_729, text: 'Step 2' } } as const;
    expect(plain(aboutBatch(received))).toBe('Received 12 Apr 2021, for the key date 12 Apr 2021, Step 2');
    expect(aboutBatch({ receivedDay: null, label: null })).toBe('Day of receipt not known');
  });
});

describe('the lanes of the periods covered', () => {
  it('stand within the width, one under the other, none thinner than two pixels', () => {
    const at = (fromDay: number, toDay: number) => ({ period: { fromDay, toDay }, strays: 0 });
    const coverage = {
      unit: 'day',
      batches: [at(0, 49), { period: null, strays: 0 }, at(99, 99)],
      together: at(0, 99),
      gaps: [{ fromDay: 50, toDay: 98 }],
      overlaps: [],
      gapDays: 5,
    } as const;
    const { lanes, gaps, height } = coverageLanes(['a', 'b', 'c'], coverage, { fromDay: 0, toDay: 99 }, 100);
    expect(lanes.map(({ name, x, y, width }) => [name, x, y, width])).toEqual([
      ['a', 0, 0, 50],
      ['c', 99, 24, 2],
    ]);
    expect([gaps, height]).toEqual([[{ x: 50, width: 49 }], 32]);
  });
});
