import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitions } from '../../src/core/offences/presets.ts';
import { defaultSettings } from '../../src/state/defaults.ts';
import {
  choiceOf,
  copied,
  deleted,
  hoursFrom,
  hoursOfWeek,
  ownOf,
  renamed,
  ruleChanged,
} from '../../src/state/own-definitions.ts';

const start = { ...defaultSettings, definition: 'ark' as const };
const withCopy = { ...start, ...copied(start) };

describe('own definitions', () => {
  it('a copy of what counts is named after it and counts in its place', () => {
    expect(ownOf(withCopy)).toEqual({
      id: 'own-1',
      base: 'ark',
      name: 'Operation Ark, changed',
      rule: definitions.ark.rule,
    });
    expect(ownOf({ ...withCopy, ...copied(withCopy) })).toMatchObject({ id: 'own-2', base: 'ark' });
  });

  it('a change touches that one alone, and no preset', () => {
    const two = { ...withCopy, ...copied(withCopy) };
    const changed = { ...two, ...ruleChanged(two, 'own-2', { publicPlace: false }) };
    const named = { ...changed, ...renamed(changed, 'own-2', 'Ark, any place') };
    expect(named.ownDefinitions.map(({ name, rule }) => [name, rule.publicPlace])).toEqual([
      ['Operation Ark, changed', true],
      ['Ark, any place', false],
    ]);
    expect(definitions.ark.rule.publicPlace).toBe(true);
  });

  it('deleted, its preset counts again', () => {
    const gone = { ...withCopy, ...deleted(withCopy, 'own-1') };
    expect([ownOf(gone), gone.definition, gone.ownDefinitions]).toEqual([null, 'ark', []]);
  });

  it('an id stands for a preset, an own one, or nothing', () => {
    const { ownDefinitions } = withCopy;
    expect(choiceOf('knife', ownDefinitions)).toEqual({ definition: 'knife', ownId: null });
    expect(choiceOf('own-1', ownDefinitions)).toEqual({ definition: 'ark', ownId: 'own-1' });
    expect(choiceOf('own-9', ownDefinitions)).toBeNull();
  });
});

describe('hours of the week', () => {
  it('those of the night-time economy are Friday and Saturday from 19 to 5', () => {
    const nights = { days: [4, 5], from: 19, to: 5 };
    expect(hoursOfWeek(nights)).toEqual(definitions.nte.rule.hoursOfWeek);
    expect(hoursFrom(definitions.nte.rule.hoursOfWeek ?? [])).toEqual(nights);
  });

  it('any days and hours are read back as the same hours', () => {
    const anyHours = fc.record({
      days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }).map((days) => days.sort()),
      from: fc.integer({ min: 0, max: 23 }),
      to: fc.integer({ min: 0, max: 23 }),
    });
    fc.assert(
      fc.property(anyHours, (hours) => {
        const list = hoursOfWeek(hours);
        const read = hoursFrom(list);
        expect(new Set(read && hoursOfWeek(read))).toEqual(new Set(list));
      }),
    );
  });

  it('hours that no days and hours give are none', () => {
    expect(hoursFrom([1, 2, 30])).toBeNull();
    expect(hoursFrom([])).toBeNull();
  });
});
