import { describe, expect, it } from 'vitest';
import { shippedKeyDates } from '../../src/state/key-dates.ts';
import { cellText, changeOf, type TextCell } from '../../src/views/key-dates/key-date-cells.ts';

const step = shippedKeyDates.find(({ id }) => id === '2021-04-12-step-2');
if (!step) throw new Error('Step 2 does not ship.');

const cells: readonly TextCell[] = ['from', 'to', 'area', 'label', 'source', 'remark'];

describe('the table of key dates', () => {
  it('changes nothing when what stands in a cell is typed again', () => {
    for (const cell of cells)
      expect({ ...step, ...(changeOf(step, cell, cellText(step, cell)) as object) }).toEqual(step);
  });

  it('reads days, districts and words', () => {
    expect(changeOf(step, 'from', '13/04/2021')).toEqual({ fromDay: step.fromDay + 1 });
    expect(changeOf(step, 'to', ' ')).toEqual({ toDay: null });
    expect(changeOf(step, 'area', 'E06000033, E06000034')).toEqual({ areas: ['E06000033', 'E06000034'] });
    expect(changeOf(step, 'area', 'all')).toEqual({ areas: null });
    expect(changeOf(step, 'remark', ' checked ')).toEqual({ remark: 'checked' });
  });

  it('says what is wrong instead', () => {
    expect(changeOf(step, 'from', '31/02/2021')).toBe('“31/02/2021” is no date: write 12/04/2021 or 12 Apr 2021.');
    expect(changeOf(step, 'to', '1 Apr 2021')).toBe('The first day is after the last.');
    expect(changeOf(step, 'label', ' ')).toBe('A key date needs a label.');
  });
});
