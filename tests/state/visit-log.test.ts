import { describe, expect, it } from 'vitest';
import { defaultLogView } from '../../src/core/settings.ts';
import { doseQueryOf, filesOf, type LogFile, noVisitLog, type PlannedAreas } from '../../src/state/visit-log.ts';

const file = (use: LogFile['use'], name: string): LogFile => ({ id: 1, name, use, positions: 0, visits: 3, notes: [] });
const planned: PlannedAreas = {
  cards: [{ rank: 2, name: 'Pier', cells: ['8a194ad32167fff'] }],
  plan: { stops: [{ pair: 0, area: 0, visit: 1, fromMinute: 1210, toMinute: 1225, wayM: 0, wayMin: 0, busy: 1 }] },
  day: 18_453,
  fromMinute: 1200,
};
const withLog = { ...noVisitLog, files: [file('timetable', 'plan.csv'), file('log', 'a.gpx')] };

describe('what a log is held against', () => {
  it('is nothing without a log, without areas, or while a timetable alone is open', () => {
    expect(doseQueryOf(noVisitLog, planned, defaultLogView)).toBeNull();
    expect(doseQueryOf(withLog, null, defaultLogView)).toBeNull();
    expect(doseQueryOf(withLog, { ...planned, cards: [] }, defaultLogView)).toBeNull();
    expect(doseQueryOf({ files: [file('timetable', 'plan.csv')] }, planned, defaultLogView)).toBeNull();
  });

  it('is the areas by rank, name and cells, and the visits of the shift', () => {
    expect(doseQueryOf(withLog, planned, { ...defaultLogView, planDays: 'daily', gapMin: 11 })).toEqual({
      places: [{ rank: 2, name: 'Pier', cells: ['8a194ad32167fff'] }],
      shift: { day: 18_453, fromMinute: 1200, stops: [{ area: 0, fromMinute: 1210, toMinute: 1225 }] },
      planDays: 'daily',
      settings: { gapMin: 11, leastMin: 10, dayStartMinute: 360 },
    });
  });

  it('files are told apart by their use', () => {
    expect(filesOf(withLog, 'log').map(({ name }) => name)).toEqual(['a.gpx']);
  });
});
