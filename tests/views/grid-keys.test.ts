import { describe, expect, it } from 'vitest';
import { rowReached } from '../../src/views/hotspots/grid-keys.ts';

describe('keys in the ranked list', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 19, 19],
    ['PageDown', 3, 13],
    ['PageDown', 15, 19],
    ['PageUp', 3, 0],
    ['Home', 12, 0],
    ['End', 12, 19],
  ])('%s leads from row %i to row %i of 20', (key, at, to) => {
    expect(rowReached(key, at, 20)).toBe(to);
  });

  it('other keys, and keys in an empty list, move nothing', () => {
    expect(rowReached('x', 3, 20)).toBeNull();
    expect(rowReached('End', 0, 0)).toBeNull();
  });
});
