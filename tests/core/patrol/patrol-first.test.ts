import { expect, it } from 'vitest';
import { patrolFirst } from '../../../src/core/patrol/patrol-first.ts';

const area = (state: 'new' | 'emerging' | 'lasting' | 'cooling', rankAfter: number | null) => ({ state, rankAfter });

it('emerging areas come first, then the others of after by rank; cooling ones never', () => {
  const changes = [area('new', 2), area('emerging', 6), area('emerging', 4), area('lasting', 1), area('cooling', null)];
  expect(patrolFirst(changes)).toEqual([2, 1, 3, 0]);
});

it('is five at most', () => {
  expect(patrolFirst(Array.from({ length: 9 }, (_, i) => area('lasting', 9 - i)))).toEqual([8, 7, 6, 5, 4]);
});

it('is empty without areas after the date', () => {
  expect(patrolFirst([area('cooling', null)])).toEqual([]);
});
