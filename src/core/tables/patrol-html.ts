/**
 * Patrol cards as one page of HTML that needs nothing else: two to an A4 sheet when printed, one below the other on a phone.
 * No script; every text from a file is escaped.
 */
import type { PatrolCard } from '../patrol/cards.ts';
import { xmlText } from './xml.ts';

export interface CardsPage {
  readonly cards: readonly PatrolCard[];
  /** At the head and foot of every card: "OFFICIAL-SENSITIVE". */
  readonly marking: string;
  /** What the cards are made of, in a few words each: area, offences, period, source. */
  readonly about: readonly string[];
  /** What the numbers cannot tell. */
  readonly cautions: readonly string[];
}

/** Boxes to tick or write a time in. */
const TALLY = 8;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const STYLE = `
:root { color-scheme: light; font: 10pt/1.35 system-ui, "Segoe UI", Arial, sans-serif; color: #16202a; background: #fff; }
* { box-sizing: border-box; }
body { margin: 0; }
.card { display: flex; flex-direction: column; gap: 2.5mm; padding: 7mm 10mm; border-bottom: 1px dashed #8a949e; }
.marking { text-align: center; font-weight: 700; letter-spacing: .06em; font-size: 8.5pt; }
header { display: flex; align-items: center; gap: 4mm; }
.rank { flex: none; min-width: 13mm; padding: 0 2mm; border-radius: 2mm; background: #12436d; color: #fff; font-size: 20pt; font-weight: 700; text-align: center; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1 { margin: 0; font-size: 14pt; line-height: 1.2; overflow-wrap: anywhere; }
.about { margin: 0; color: #4a5661; font-size: 8.5pt; }
.columns { display: grid; grid-template-columns: 62mm 1fr; gap: 3mm 7mm; flex: 1; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .8mm 3mm; margin: 0; align-content: start; }
dt { color: #4a5661; } dd { margin: 0; font-variant-numeric: tabular-nums; }
dd strong { font-size: 12.5pt; white-space: nowrap; }
h2 { margin: 0 0 1mm; font-size: 9pt; color: #4a5661; font-weight: 600; }
p, ul { margin: 0; } ul { padding-left: 4mm; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
td, th { padding: .3mm 0; text-align: left; font-weight: 400; vertical-align: top; }
td:nth-child(n+2), th:nth-child(n+2) { text-align: right; padding-left: 3mm; white-space: nowrap; }
th { color: #4a5661; font-size: 8.5pt; }
.hours { width: 100%; height: auto; display: block; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.tally { display: grid; grid-template-columns: repeat(${TALLY}, 1fr); gap: 1.5mm; }
.tally span { height: 11mm; border: 1px solid #6b7680; border-radius: 1mm; padding: .3mm 1mm; color: #4a5661; font-size: 7.5pt; }
.wide { grid-column: 1 / -1; align-self: end; }
.limits { padding: 6mm 10mm; max-width: 190mm; }
@media screen { body { max-width: 210mm; margin: 0 auto; } }
@media screen and (max-width: 640px) {
  .card { padding: 5mm 4mm; } .columns { grid-template-columns: 1fr; }
  .tally { grid-template-columns: repeat(4, 1fr); }
}
@page { size: A4 portrait; margin: 0; }
@media print {
  .card { height: 148mm; overflow: hidden; break-inside: avoid; }
  .card:nth-of-type(2n) { border-bottom: 0; break-after: page; }
  .limits { padding-top: 12mm; }
}
`;

export function cardsHtml({ cards, marking, about, cautions }: CardsPage): string {
  const limits = [
    ...cautions,
    'Places were grown from past offences: less of the next ones will fall into them than of those they were grown from. It is about places, not about the people who live there.',
  ];
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    // nothing may be fetched or run, whatever a file's text holds
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>Patrol cards</title><style>${STYLE}</style></head>`,
    '<body><main>',
    ...cards.map((card) => cardHtml(card, marking, about)),
    `<section class="limits"><p class="marking">${xmlText(marking)}</p><h2>What the cards cannot tell</h2><ul>${limits.map((said) => `<li>${xmlText(said)}</li>`).join('')}</ul></section>`,
    '</main></body></html>',
    '',
  ].join('\n');
}

function cardHtml(card: PatrolCard, marking: string, about: readonly string[]): string {
  const name = card.name === '' ? `Patrol area ${card.rank}` : card.name;
  const mark = `<p class="marking">${xmlText(marking)}</p>`;
  return `<article class="card">${mark}
<header><span class="rank" aria-label="Rank ${card.rank}">${card.rank}</span><div><h1>${xmlText(name)}</h1><p class="about">${about.map(xmlText).join(' · ')}</p></div></header>
<div class="columns">
<dl>${whereHtml(card)}</dl>
<div><h2>When, by hour of the week</h2>${hoursHtml(card)}</div>
<div><h2>Why here</h2><ul>${card.why.map((said) => `<li>${xmlText(said)}</li>`).join('')}</ul></div>
<div>${offencesHtml(card)}</div>
<div class="wide"><h2>Visits of 15 minutes: time and initials</h2><div class="tally">${Array.from({ length: TALLY }, (_, i) => `<span>${i + 1}</span>`).join('')}</div></div>
</div>
${mark}</article>`;
}

function whereHtml(card: PatrolCard): string {
  const rows: [string, string][] = [];
  if (card.gridRef !== '') {
    const off = card.gridErrorM >= 1 ? `within ${card.gridErrorM} m` : 'exact (OSTN15)';
    rows.push(['OS grid', `<strong>${card.gridRef}</strong>`], ['10 figures', `${card.gridRef10}, ${off}`]);
  }
  rows.push(
    ['Lon, lat', `${card.lon.toFixed(5)}, ${card.lat.toFixed(5)}`],
    ['Size', `${(card.areaM2 / 1000).toFixed(0)} thousand m²`],
    ['Once round', `${card.walkM} m, about ${card.walkMin} min on foot`],
  );
  return rows.map(([term, text]) => `<dt>${term}</dt><dd>${text}</dd>`).join('');
}

function offencesHtml({ offences }: PatrolCard): string {
  const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(0)} %`);
  const rows = offences.map(
    (o) => `<tr><td>${xmlText(o.title)}</td><td>${o.count}</td><td>${percent(o.harmShare)}</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">Leading offences</th><th scope="col">number</th><th scope="col">harm</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** Seven rows of 24 squares, the darker the busier. */
function hoursHtml({ hours }: PatrolCard): string {
  if (hours.peaks.length === 0) return `<p>Not known: ${hours.timed} offences with a time of day.</p>`;
  const most = hours.smoothed.reduce((top, w) => Math.max(top, w), 0);
  const squares: string[] = [];
  hours.smoothed.forEach((w, hour) => {
    const strength = most > 0 ? w / most : 0;
    const [x, y] = [24 + (hour % 24) * 10, Math.floor(hour / 24) * 8];
    squares.push(
      `<rect x="${x}" y="${y}" width="9" height="7" fill-opacity="${(0.08 + 0.92 * strength).toFixed(2)}"/>`,
    );
  });
  const days = DAYS.map((day, i) => `<text x="0" y="${i * 8 + 6}">${day}</text>`);
  const clock = [0, 6, 12, 18].map(
    (hour) => `<text x="${24 + hour * 10}" y="65">${String(hour).padStart(2, '0')}</text>`,
  );
  const label = `Busiest ${hours.peaks.map((peak) => peak.label).join(', ')}`;
  return `<svg class="hours" viewBox="0 0 264 68" role="img" aria-label="${label}" fill="#12436d" font-size="7">${squares.join('')}<g fill="#4a5661">${days.join('')}${clock.join('')}</g></svg>`;
}
