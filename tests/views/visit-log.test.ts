import { describe, expect, it } from 'vitest';
import { type HeldLog, visitDose } from '../../src/core/evaluation/visit-dose.ts';
import { dayFromIso } from '../../src/core/offences/time.ts';
import { doseClassOf, doseLegend, dosePaint } from '../../src/layers/dose.ts';
import { aboutLog, areaLabel, besides, headline, planDayChoices } from '../../src/views/patrol/log/log-words.ts';
import { cellWords, stripOf } from '../../src/views/patrol/log/strip.ts';

const DAY = dayFromIso('2020-07-10') ?? 0;
const EIGHT = Date.parse('2020-07-10T19:00:00Z') / 1000;
const places = [
  { rank: 1, name: 'High Street', cells: [] },
  { rank: 2, name: '', cells: [] },
  { rank: 4, name: 'Station', cells: [] },
];
const visit = (place: string, minute: number, minutes: number) => ({
  place,
  unit: 'EX1',
  from: EIGHT + 60 * minute,
  to: EIGHT + 60 * (minute + minutes),
});
const logOf = (...visits: HeldLog['visits']): HeldLog => ({
  positions: [],
  areas: new Int32Array(0),
  visits,
  withoutUnits: [],
  planned: [],
});
const stops = [0, 0, 1].map((area, i) => ({ area, fromMinute: 1200 + 60 * i, toMinute: 1215 + 60 * i }));
const query = {
  places,
  shift: { day: DAY, fromMinute: 1200, stops },
  planDays: 'shift' as const,
  settings: { gapMin: 5, leastMin: 10, dayStartMinute: 360 },
};
const dose = visitDose(
  logOf(visit('High Street', 0, 16), visit('4', 30, 12), visit('4', 90, 4), visit('4', 1440, 12)),
  query,
);

describe('what a log says in words', () => {
  it('how many planned visits were made, who was never visited, what lay outside the plan', () => {
    expect(headline(dose).replaceAll('\u00a0', ' ')).toBe(
      '1 of 3 planned visits was made (33 %): 44 minutes with an officer in a patrol area.',
    );
    expect(besides(dose, places, 10).replaceAll('\u00a0', ' ')).toBe(
      'Never visited: Area 2. 2 visits lay outside the plan. 1 stay under 10 minutes is no visit.',
    );
    expect(aboutLog(dose).replaceAll('\u00a0', ' ')).toBe('Log of 10 – 11 Jul 2020, 1 unit. Days begin at 06:00.');
  });

  it('without a plan it says so, and without a visit too', () => {
    const free = visitDose(logOf(visit('High Street', 0, 16)), { ...query, shift: { ...query.shift, stops: [] } });
    expect(headline(free)).toMatch(/^1.visit, none of them planned/);
    const short = visitDose(logOf(visit('High Street', 0, 4)), query);
    expect(besides(short, places, 10)).toMatch(/^No area was visited\./);
  });

  it('areas are named by rank, and the days of the plan by date and weekday', () => {
    expect(places.map(areaLabel)).toEqual(['1 High Street', 'Area 2', '4 Station']);
    expect(planDayChoices(DAY).map(({ name }) => name.replaceAll('\u00a0', ' '))).toEqual([
      '10 Jul 2020',
      'Fridays',
      'Every day',
    ]);
  });
});

describe('the strip of areas and days', () => {
  it('tells made from fewer, missed, outside the plan, nothing, and days without a log', () => {
    expect(stripOf(dose, 3)).toEqual({
      days: [DAY, DAY + 1],
      kinds: [
        ['some', 'nothing'],
        ['missed', 'nothing'],
        ['extra', 'extra'],
      ],
    });
    const later = visitDose(logOf(visit('High Street', 0, 16)), { ...query, shift: { ...query.shift, day: DAY + 7 } });
    expect(stripOf(later, 3).kinds).toEqual([
      ['extra', 'missed'],
      ['nothing', 'missed'],
      ['nothing', 'unlogged'],
    ]);
  });

  it('each square in words', () => {
    const words = (area: number, day: number) => cellWords(dose, places, area, day).replaceAll('\u00a0', ' ');
    expect(words(0, DAY)).toBe('1 High Street, Fri 10 Jul 2020: 1 of 2 planned visits, 16 minutes');
    expect(words(2, DAY)).toBe('4 Station, Fri 10 Jul 2020: 1 visit, none planned, 16 minutes');
    expect(words(0, DAY + 1)).toBe('1 High Street, Sat 11 Jul 2020: no visit');
    expect(words(0, DAY + 2)).toBe('1 High Street, Sun 12 Jul 2020: nothing logged that day');
  });
});

describe('the map of a log', () => {
  const classes = dose.report.byArea.map(doseClassOf);

  it('classes areas by the visits made of those planned', () => {
    expect(classes).toEqual(['half', 'none', 'unplanned']);
    const of = (plannedVisits: number, madeOfPlanned: number, visits: number) =>
      doseClassOf({ plannedVisits, madeOfPlanned, visits });
    expect([of(5, 0, 3), of(5, 2, 2), of(5, 5, 7), of(0, 0, 0)]).toEqual(['none', 'under-half', 'all', 'neither']);
  });

  it('paints the cells of the areas and no others; a merged hexagon shows what was not patrolled first', () => {
    const { classes: painted, strength, colours } = dosePaint(6, [[0, 1], [4], [5]], classes, 'light');
    expect([...painted]).toEqual([3, 3, 0, 0, 1, 5]);
    expect(strength[4]).toBeGreaterThan(strength[0] ?? 0);
    expect(new Set(colours.map(String)).size).toBe(colours.length);
  });

  it('the legend counts areas and leaves out what none is', () => {
    const { entries } = doseLegend(classes, 'patrol areas', 'dark');
    expect(entries.filter(({ kind }) => kind === 'class').map(({ label, tick }) => [label, tick])).toEqual([
      ['None of the visits made', '1'],
      ['Half of them and more', '1'],
      ['Visited, none planned', '1'],
    ]);
  });
});
