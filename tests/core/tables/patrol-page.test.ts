import { describe, expect, it } from 'vitest';
import { element, type Markup, toHtml } from '../../../src/core/tables/markup.ts';
import { patrolFile } from '../../../src/core/tables/patrol-files.ts';
import { cardsHtml, cardsPage } from '../../../src/core/tables/patrol-html.ts';
import { card, cards, page, shift } from './patrol-fixture.ts';

function elements(markup: Markup, having: string): string[] {
  if (typeof markup === 'string') return [];
  const { tag, attributes, children } = markup;
  const own = tag === having || attributes.class === having ? [textOf(markup)] : [];
  return [...own, ...children.flatMap((child) => elements(child, having))];
}

const textOf = (markup: Markup): string =>
  typeof markup === 'string' ? markup : markup.children.map(textOf).join(' ');

const find = (having: string, changes: Partial<typeof page> = {}): string[] =>
  elements(cardsPage({ ...page, ...changes }).content, having);

describe('a tree of elements', () => {
  it('is written as HTML in which texts stay texts', () => {
    const tree = element('p', { title: '"<b>"' }, 'a < b & c', element('b', {}, '</p><script>'));
    expect(toHtml(tree)).toBe('<p title="&quot;&lt;b&gt;&quot;">a &lt; b &amp; c<b>&lt;/p&gt;&lt;script&gt;</b></p>');
  });
});

describe('the page of patrol cards', () => {
  it('begins with the timetable of each pair, in the order of its visits', () => {
    const pairs = find('pair');
    expect(pairs).toHaveLength(2);
    expect(pairs[0]).toMatch(/^Pair 1 2 visits, 30 min; on the way 8 min; free 322 min/);
    expect(pairs[0]).toMatch(
      /20:30 –20:45 2 Pier <Hill> & Parade .*00:30 –00:45 1 High Street .*2\.1\u00a0km, 8\u00a0min/,
    );
    expect(find('sheet')[0]).toContain(
      'Friday 10 Jul 2020, 20:00–02:00: 2 pairs, visits of 15 minutes, driving between them',
    );
    expect(find('said')[0]).toContain('Beyond the first 2 areas');
  });

  it('has a card for each area on the list, by rank, with the times of all pairs', () => {
    const shown = find('card');
    expect(shown).toHaveLength(2);
    expect(find('tally')[0]).toMatch(/^22:05–22:20 Pair 2 00:30–00:45 Pair 1 3 4 5 6 7 8$/);
    expect(shown[0]).toContain('TQ 88305 85521, within 5 m');
    expect(shown[0]).toContain('Robbery of personal property 3 23 %');
    expect(find('marking')).toEqual(Array.from({ length: 6 }, () => 'SYNTHETIC'));
  });

  it('for one pair has its areas only, in the order of its visits, with its times only', () => {
    expect(find('h2', { pair: 0 })).toEqual(['Pair 1', 'Pier <Hill> & Parade', 'High Street']);
    expect(find('tally', { pair: 0 })[1]).toMatch(/^00:30–00:45 Pair 1 2 3/);
    expect(find('h1', { pair: 1 })).toEqual(['Patrol cards of pair 2']);
    // a pair that is no more
    expect(find('card', { pair: 7 })).toHaveLength(2);
  });

  it('without a plan lists the areas, and leaves boxes for visits of 15 minutes', () => {
    expect(find('card', { shift: null })).toHaveLength(3);
    expect(find('h2', { shift: null }).at(-1)).toBe('Patrol area 3');
    expect(find('stops', { shift: null })[0]).toContain('1 High Street');
    expect(find('visits unplanned', { shift: null })[0]).toMatch(/^Visits of 15 minutes : time and initials 1 2 3/);
    expect(find('pair', { shift: null })).toEqual([]);
  });

  it('frames the hours of the shift, past midnight on the row of the next day', () => {
    const html = cardsHtml(page);
    const frames = [...html.matchAll(/<rect class="shift" x="([\d.]+)" y="([\d.]+)" width="(\d+)"/g)];
    expect(frames.slice(0, 2).map((match) => match.slice(1).map(Number))).toEqual([
      [223.5, 31.5, 40],
      [23.5, 39.5, 20],
    ]);
    // Sunday night goes on in the row of Monday
    const sunday = { ...shift, settings: { ...shift.settings, day: shift.settings.day + 2 } };
    const [, second] = [
      ...cardsHtml({ ...page, shift: sunday }).matchAll(/<rect class="shift" x="[\d.]+" y="([-\d.]+)"/g),
    ];
    expect(second?.[1]).toBe('-0.5');
  });

  it('as a file runs nothing, fetches nothing, and every link leads to a card of it', () => {
    const html = cardsHtml({ ...page, cards: [card(1, '<script>alert(1)</script>'), ...cards.slice(1)] });
    expect(html).not.toMatch(/<script|https?:|src=|url\(|@import|onload/i);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(links).toHaveLength(3);
    for (const link of links) expect(html).toContain(`id="${link}"`);
  });

  it('says so where references are exact, and where no hour is known', () => {
    const exact = { ...card(1, 'A'), gridErrorM: 0.1 };
    expect(find('card', { cards: [exact], shift: null })[0]).toContain('exact to 0.1 m (OSTN15)');
    const unknown = { ...exact, hours: { ...exact.hours, peaks: [], timed: 3 } };
    expect(find('card', { cards: [unknown], shift: null })[0]).toContain(
      'Not known: 3 of 31 offences have a time of day.',
    );
  });
});

describe('files of patrols', () => {
  const file = (format: Parameters<typeof patrolFile>[1], changes: Partial<typeof page> = {}): string =>
    patrolFile({ ...page, ...changes }, format, 0);

  it('with a shift hold its visits', () => {
    expect(file('csv').split('\n')).toHaveLength(1 + 3 + 1);
    expect(file('ics').match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(file('gpx').match(/<rtept /g)).toHaveLength(3);
    expect(JSON.parse(file('geojson')).features[0].properties.visits).toHaveLength(2);
    const json = JSON.parse(file('json'));
    expect(json.visits[1]).toMatchObject({ pair: 1, from: '2020-07-11T00:30', rank: 1, visit: 2, way_min: 8 });
    expect([json.areas.length, json.said.length]).toEqual([3, 1]);
    expect(file('html')).toBe(cardsHtml(page));
  });

  it('of one pair hold its visits only', () => {
    expect(file('ics', { pair: 1 }).match(/SUMMARY:Pair \d/g)).toEqual(['SUMMARY:Pair 2']);
    expect(file('csv', { pair: 0 }).split('\n')).toHaveLength(1 + 2 + 1);
    expect(file('gpx', { pair: 1 }).match(/<rte>/g)).toHaveLength(1);
  });

  it('outside Great Britain name no zone: times are those of the local clock', () => {
    const abroad = cards.map((one) => ({ ...one, gridRef: '', gridRef10: '', lon: -90.05, lat: 35.14 }));
    expect(file('ics', { cards: abroad })).toContain('DTSTART:20200710T203000');
    expect(file('ics', { cards: abroad })).not.toMatch(/TZID|VTIMEZONE|LOCATION/);
    expect(file('gpx', { cards: abroad })).not.toContain('<time>');
    expect(file('gpx', { cards: abroad })).toContain('<name>20:30 2 Pier');
    expect(find('card', { cards: abroad })[0]).not.toContain('OS grid');
  });

  it('without a shift hold the areas; a calendar is refused with the reason', () => {
    expect(file('csv', { shift: null }).split('\n')).toHaveLength(1 + 3 + 1);
    expect(file('gpx', { shift: null })).not.toContain('<rte>');
    expect(() => file('ics', { shift: null })).toThrow('needs the day of a shift');
  });
});
