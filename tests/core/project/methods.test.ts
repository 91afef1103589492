import { describe, expect, it } from 'vitest';
import { methodsJson, readMethods } from '../../../src/core/project/methods.ts';
import { defaultMethodSettings } from '../../../src/core/settings.ts';

const read = (value: unknown) => readMethods({ value, where: 'settings.methods' });

describe('the methods in a project file', () => {
  it('leave no trace while nothing was changed, and a file without them is read', () => {
    expect(methodsJson(defaultMethodSettings)).toBeNull();
    expect(read(undefined)).toEqual(defaultMethodSettings);
  });

  it('come back as they were saved', () => {
    const changed = { ...defaultMethodSettings, bandwidthM: 'auto' as const, asOfDay: 18_000, bandM: 50 };
    expect(read(methodsJson(changed))).toEqual(changed);
  });

  it.each([
    ['bandwidthM', 0],
    ['bandwidthM', 'wide'],
    ['kernel', 'triangle'],
    ['stepDays', 0],
    ['bandDays', 1.5],
  ])('are refused with a wrong %s', (name, value) => {
    expect(() => read({ ...defaultMethodSettings, [name]: value })).toThrow(`settings.methods.${name}`);
  });
});
