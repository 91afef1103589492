import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../../src/core/ingest/ingest.ts';
import { attribute, xmlReader } from '../../../src/core/ingest/xml.ts';
import { bytesSource, readableTable } from './readable.ts';

const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
const number = (value: number, style = 0) => `<c s="${style}"><v>${value}</v></c>`;
const row = (...cells: string[]) => `<row>${cells.join('')}</row>`;

/** A workbook of the given sheets; style 1 is a date with time, style 2 a date, style 3 "0.00 days". */
function workbook(sheets: Readonly<Record<string, string>>, prefix = ''): Uint8Array {
  const names = Object.keys(sheets);
  const tag = (xml: string) => xml.replaceAll(/<(\/?)([a-z])/gi, `<$1${prefix}$2`);
  const entries = names.map((name, i) => `<sheet name="${name}" sheetId="${i}" r:id="r${i}"/>`).join('');
  const targets = names.map((_, i) => `<Relationship Id="r${i}" Type="x/worksheet" Target="/xl/s${i}.xml"/>`).join('');
  return zipSync({
    'xl/workbook.xml': strToU8(tag(`<workbook><sheets>${entries}</sheets></workbook>`)),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${targets}</Relationships>`),
    'xl/styles.xml': strToU8(
      tag(
        '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.00&quot; days&quot;"/></numFmts>' +
          '<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>',
      ),
    ),
    ...Object.fromEntries(
      names.map((name, i) => [`xl/s${i}.xml`, strToU8(tag(`<sheetData>${sheets[name]}</sheetData>`))]),
    ),
  });
}

const header = row(text('from'), text('lon'), text('lat'), text('victim_age'));
const offence = (from: string) => row(from, number(0.71), number(51.53), number(34, 3));

describe('a workbook', () => {
  it('gives the same instant for a date cell, a serial and a date in words', async () => {
    const sheet = [number(44300.9027777778, 1), number(44300.9027777778), text('14/04/2021 21:40')].map(offence);
    const { table } = await ingest([bytesSource('a.xlsx', workbook({ A: header + sheet.join('') }))]);
    expect(readableTable(table)).toMatchObject({ from: Array(3).fill('2021-04-14T20:40Z'), victimAge: [34, 34, 34] });
  });

  it('gives the whole day for a date without a time', async () => {
    const { table } = await ingest([bytesSource('a.xlsx', workbook({ A: header + offence(number(44300, 2)) }))]);
    expect(readableTable(table)).toMatchObject({ day: ['2021-04-14'], precision: ['day'] });
  });

  it('is read whatever prefix its tags have', async () => {
    const { table } = await ingest([
      bytesSource('a.xlsx', workbook({ A: header + offence(text('2021-04-14')) }, 'x:')),
    ]);
    expect(table.rows).toBe(1);
  });

  const two = workbook({ April: header + offence(text('2021-04-14')), May: header + offence(text('2021-05-14')) });

  it('gives its first sheet with coordinates, or the one that is asked for in any case', async () => {
    const first = await ingest([bytesSource('a.xlsx', two)]);
    expect(first.report.files[0]?.format).toBe('Excel, sheet April');
    const asked = await ingest([bytesSource('a.xlsx', two)], { sheet: 'may' });
    expect(asked.report.files[0]?.format).toBe('Excel, sheet May');
    expect(readableTable(asked.table).day).toEqual(['2021-05-14']);
  });

  it('names its sheets when the one that is asked for is not there', async () => {
    await expect(ingest([bytesSource('a.xlsx', two)], { sheet: 'June' })).rejects.toThrow(
      '“a.xlsx” has no sheet “June” – its sheets are “April”, “May”.',
    );
  });

  it('finds its sheet by columns named by hand', async () => {
    const odd = workbook({
      Notes: row(text('a'), text('b')),
      Data: row(text('Ost'), text('Nord')) + row(number(0.7), number(51.5)),
    });
    const { table } = await ingest([bytesSource('a.xlsx', odd)], { map: { Ost: 'longitude', Nord: 'latitude' } });
    expect(table.rows).toBe(1);
    await expect(ingest([bytesSource('a.xlsx', odd)])).rejects.toThrow('its sheets are “Notes”, “Data”');
  });

  it('that is broken is refused with a sentence', async () => {
    const parts = { 'xl/workbook.xml': strToU8('<workbook/>') };
    await expect(ingest([bytesSource('a.xlsx', zipSync(parts))])).rejects.toThrow('workbook without sheets');
  });
});

describe('XML', () => {
  const read = (xml: string, chunk: number): string[] => {
    const seen: string[] = [];
    const reader = xmlReader(
      {
        open: (name, attributes) => seen.push(`<${name} ${attribute(attributes, 'r') ?? '-'}`),
        close: (name) => seen.push(`/${name}`),
        text: (words) => seen.push(words),
      },
      'a',
    );
    for (let at = 0; at < xml.length; at += chunk) reader.push(xml.slice(at, at + chunk));
    return seen;
  };

  it('is read the same wherever it is cut', () => {
    const xml =
      '<?xml version="1.0"?><!DOCTYPE a [<!-- > -->]><x:a spr="no" r="A&amp;1"><b r = \'2\'/>' +
      '<!-- <c> --><t>&lt;b&gt; &#233;&#x20ac; &evil;</t><![CDATA[<&>]]></x:a>';
    const whole = read(xml, 10_000);
    expect(whole).toEqual(expect.arrayContaining(['<a A&1', '<b 2', '/b', '<b> é€ &evil;', '<&>', '/a']));
    for (const chunk of [1, 2, 7]) expect(read(xml, chunk).join('')).toBe(whole.join(''));
  });
});
