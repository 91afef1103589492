import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/core/offences/catalogue.ts';
import { definitions } from '../../src/core/offences/presets.ts';
import { fileName } from '../../src/views/download.ts';
import { busiestHour, heatLevel } from '../../src/views/hotspots/hour-grid.ts';
import { stabilityWords } from '../../src/views/hotspots/stability-words.ts';
import { groupName } from '../../src/views/settings/group-names.ts';
import { ruleWords } from '../../src/views/settings/rule-words.ts';
import {
  areaName,
  binWords,
  markingOf,
  periodWords,
  scheduleWords,
  significanceWords,
  weighWords,
} from '../../src/views/words.ts';
import { state } from './fixture.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('words', () => {
  it('name the schedule where harm is spoken of, and in the bar where it is not the usual one', () => {
    const by = (schedule: 'cchi-2020' | 'ons-css' | 'own') => ({ ...state.settings, schedule });
    const ownSchedule = { name: 'mine.csv', text: '', notes: [] };
    expect(scheduleWords(state)).toBe('the Cambridge Crime Harm Index');
    expect(scheduleWords({ settings: by('ons-css'), ownSchedule })).toBe('the ONS Crime Severity Score');
    expect(scheduleWords({ settings: by('own'), ownSchedule })).toBe('mine.csv');
    expect(weighWords(by('cchi-2020'))).toBe('Harm');
    expect(weighWords({ ...by('own'), mode: 'sqrt-harm' })).toBe('√ Harm, own weights');
    expect(weighWords({ ...by('ons-css'), mode: 'count' })).toBe('Count');
  });

  it('say a rule of one’s own in a sentence', () => {
    expect(ruleWords(definitions.all.rule)).toBe('Every kind of offence.');
    expect(ruleWords({ ...definitions.nte.rule, groups: ['burglary', 'robbery-personal'] })).toBe(
      'Burglary, robbery of persons. Only: in public places, Fri, Sat 19:00 to 05:00.',
    );
    expect(ruleWords({ ...definitions['community-violence'].rule, groups: [], categories: [] })).toBe(
      'No kind of offence yet. Only: not domestic, no family relationship, victims aged 15 to 64.',
    );
  });

  it('every group of the catalogue has a plain name', () => {
    const nameless = kinds.map(({ group }) => group).filter((group) => groupName(group) === group);
    expect(nameless).toEqual([]);
  });

  it('say how far the top depends on the weights', () => {
    const row = { index: 0, rank: 1, low: 1, high: 1 };
    const rows = Array.from({ length: 20 }, () => row);
    const stable = { rows, inLow: 14, inHigh: 17, largestMove: 30, ranged: 5 };
    expect(stabilityWords(stable)).toBe('Of the top 20, 14 stay in it when weights are low and 17 when they are high');
    expect(stabilityWords({ ...stable, inLow: 20, inHigh: 20 })).toContain('stays the same set');
    expect(stabilityWords({ ...stable, ranged: 0 })).toContain('nothing is known');
  });

  it('say bins and q as sentences', () => {
    expect(plain(binWords(3))).toBe('hot spot, 99 % after FDR');
    expect(plain(binWords(-1))).toBe('cold spot, 90 % after FDR');
    expect(binWords(0)).toBe('not unusual after FDR');
    expect(plain(significanceWords(3, 0.00001))).toBe('hot spot, 99 % after FDR (q < 0.001)');
    expect(plain(significanceWords(0, 0.32))).toBe('not unusual after FDR (q = 0.32)');
    expect(significanceWords(0, Number.NaN)).toBe('Gi* not defined here');
  });

  it('name the area picked, the only one, or the set', () => {
    const settings = { ...state.settings, areaId: null };
    expect(areaName(state)).toBe('Southend-on-Sea');
    expect(areaName({ ...state, settings })).toBe('Southend-on-Sea');
    const areas = [
      ...state.areaSet.areas,
      { ...state.areaSet.areas[0], id: 'B', name: 'B' },
    ] as typeof state.areaSet.areas;
    expect(areaName({ areaSet: { ...state.areaSet, areas }, settings })).toBe('Essex');
  });

  it('fill an open period from what the file covers', () => {
    expect(plain(periodWords(state))).toBe('12 Apr – 9 May 2021');
    const settings = { ...state.settings, fromDay: null, toDay: null };
    expect(plain(periodWords({ ...state, settings }))).toBe('Jul 2019 – Aug 2021');
    expect(periodWords({ ...state, dataset: { status: 'idle' } })).toBe('–');
  });

  it('never let the demo go without its own marking', () => {
    expect(markingOf({ ...state, marking: 'OFFICIAL' })).toBe('SYNTHETIC DEMONSTRATION DATA');
    expect(markingOf({ ...state, dataset: { status: 'running' } })).toBe('');
  });
});

describe('the week of a cell', () => {
  it('colours in five steps up to the most', () => {
    expect([0, 1, 2, 5, 9, 10].map((count) => heatLevel(count, 10))).toEqual([0, 1, 1, 3, 5, 5]);
    expect(heatLevel(0, 0)).toBe(0);
    expect(heatLevel(1, 1)).toBe(1);
  });

  it('names its busiest hour', () => {
    const hours = new Uint32Array(168);
    hours[4 * 24 + 22] = 7;
    expect(plain(busiestHour(hours))).toBe('Most in one hour: 7 offences, Fri 22:00');
    hours[3] = 7;
    expect(plain(busiestHour(hours))).toBe('Most in one hour: 7 offences, in 2 hours of the week');
    expect(busiestHour(new Uint32Array(168))).toBe('No offence of this cell carries a time.');
  });
});

describe('file names', () => {
  it('hold only letters, digits and hyphens', () => {
    expect(fileName(['Southend-on-Sea', '12 Apr – 9 May 2021'], 'png')).toBe(
      'harmscape-southend-on-sea-12-apr-9-may-2021.png',
    );
    expect(fileName(['../../etc/passwd', '', '<b>'], 'csv')).toBe('harmscape-etc-passwd-b.csv');
  });
});
