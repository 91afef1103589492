/**
 * How patrol cards look: one below the other on a phone, two to an A4 sheet on paper. Narrow first, so that an old phone that
 * knows no container queries still shows them well; dark on a dark phone, for paper always black on white.
 */

const LIGHT = '--ink: #16202a; --muted: #4a5661; --ground: #ffffff; --edge: #8a949e; --accent: #12436d; --on: #ffffff;';
const DARK = '--ink: #e8edf2; --muted: #aab6c1; --ground: #0f151c; --edge: #566370; --accent: #8cc4f7; --on: #08121d;';

/** At the width of a sheet. */
const WIDE = `
.card { padding: 6mm 10mm; gap: 2mm; }
.sheet > * > tr > td { padding-left: 10mm; padding-right: 10mm; }
.card > .visits { order: 2; }
.card > .marking:last-child { order: 3; }
.columns { display: grid; grid-template-columns: 80fr 102fr; gap: 8mm; flex: 1; align-content: start; }
.column { display: flex; flex-direction: column; gap: 3mm; }
.columns .offences { order: 0; }
.tally { grid-template-columns: repeat(8, 1fr); gap: 1.5mm; }
.tally .blank { display: block; }
.paper { display: inline; }
.visits.unplanned { display: block; }
.tally li { height: 12mm; padding: .5mm 1mm; }
.tally li, .tally .who { display: block; font-size: 7.5pt; line-height: 1.25; }
.tally strong { font-size: 9pt; }
.stops .time span { display: inline; font-size: inherit; }
.stops td { padding: 1mm 3mm 1mm 0; }
.stops a { display: inline; min-height: 0; padding: 0; }
.stops .way, .stops .ref { display: table-cell; }
.stops .narrow { display: none; }
`;

export const patrolStyle = `
.page { ${LIGHT} font: 10pt/1.35 "Inter Variable", system-ui, "Segoe UI", Arial, sans-serif; color: var(--ink); background: var(--ground); margin: 0 auto; max-width: 210mm; container-type: inline-size; overflow-wrap: anywhere; }
@media screen {
  .page[data-theme="dark"] { ${DARK} }
}
@media screen and (prefers-color-scheme: dark) {
  .page[data-theme="auto"] { ${DARK} }
}
.page * { box-sizing: border-box; }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0; }
h1 { font-size: 16pt; line-height: 1.2; }
h2 { font-size: 14pt; line-height: 1.2; }
h3 { margin-bottom: 1mm; font-size: 9pt; font-weight: 600; color: var(--muted); }
ul, ol { padding-left: 4mm; }
.marking { text-align: center; font-weight: 700; letter-spacing: .06em; font-size: 8.5pt; }
.about { color: var(--muted); font-size: 9pt; }
.rank { display: inline-block; flex: none; min-width: 8mm; padding: 0 1.5mm; border-radius: 1.5mm; background: var(--accent); color: var(--on); font-weight: 700; text-align: center; white-space: nowrap; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.card { display: flex; flex-direction: column; gap: 4mm; padding: 5mm 4mm; border-bottom: 1px dashed var(--edge); }
.head { display: flex; align-items: center; gap: 4mm; }
.head .rank { min-width: 13mm; font-size: 20pt; border-radius: 2mm; }
.columns { display: flex; flex-direction: column; gap: 4mm; }
.column { display: contents; }
.columns .offences { order: 1; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .8mm 3mm; align-content: start; }
dt { color: var(--muted); }
dd strong { font-size: 13pt; white-space: nowrap; }
table { border-collapse: collapse; width: 100%; }
td, th { padding: .3mm 0; text-align: left; font-weight: 400; vertical-align: top; }
th { color: var(--muted); font-size: 8.5pt; }
.offences td:nth-child(n+2), .offences th:nth-child(n+2) { text-align: right; padding-left: 3mm; white-space: nowrap; }
.hours { display: block; width: 100%; height: auto; fill: var(--accent); font-size: 7px; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.hours .words { fill: var(--muted); }
.hours .shift { fill: none; stroke: var(--ink); stroke-width: 1; }
.tally { display: grid; gap: 2mm; padding: 0; list-style: none; }
.tally li { display: flex; align-items: baseline; gap: 3mm; border: 1px solid var(--edge); border-radius: 1mm; padding: 2mm 3mm; }
.tally strong { font-size: 20pt; line-height: 1.2; white-space: nowrap; }
td, dd, text, .tally strong { font-variant-numeric: tabular-nums; }
.tally .who { color: var(--muted); }
.tally .blank { display: none; color: var(--muted); }
.paper, .visits.unplanned { display: none; }
.sheet > * > tr > td { padding: 3mm 4mm; font-variant-numeric: normal; }
.stops td { font-variant-numeric: tabular-nums; }
.sheet > tbody > tr > td { display: flex; flex-direction: column; gap: 4mm; }
.sheet { border-bottom: 1px dashed var(--edge); }
.pair { break-inside: avoid; }
.pair h2 { font-size: 11pt; }
.stops td { padding: .5mm 3mm .5mm 0; border-top: 1px solid var(--edge); vertical-align: middle; }
.stops tr > td:last-child { padding-right: 0; }
.stops .time { white-space: nowrap; width: 1%; }
.stops .time strong { font-size: 11pt; }
.stops .time span { display: block; font-size: .8em; }
.stops .number { width: 1%; }
.stops .ref, .stops .way { white-space: nowrap; width: 1%; }
.stops .way { text-align: right; color: var(--muted); }
.stops .ref, .stops .way { display: none; }
.stops .narrow { display: block; color: var(--muted); font-size: 9pt; }
.stops a { display: flex; flex-direction: column; justify-content: center; min-height: 48px; padding: 1mm 0; color: inherit; text-decoration: none; }
.stops .name { text-decoration: underline; text-decoration-color: var(--edge); text-underline-offset: 2px; }
a:focus-visible, .card:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media screen {
  .page { font-size: 12pt; }
  .about, h3, th { font-size: 10.5pt; }
  .stops .time strong { font-size: 17pt; line-height: 1.1; }
}
@container (min-width: 640px) {${WIDE}
  .card, .sheet { font-size: 10pt; }
  .about, h3, th { font-size: 9pt; }
  .stops .time strong { font-size: 11pt; }
}
@media print {
  .page { max-width: none; container-type: normal; font-size: 10pt; }${WIDE}
  .sheet { border-bottom: 0; break-after: page; }
  .card { min-height: 148mm; break-inside: avoid; font-size: 9.5pt; line-height: 1.3; }
  .card:nth-of-type(2n) { border-bottom: 0; break-after: page; }
  .card:last-of-type { border-bottom: 0; break-after: auto; }
  .stops .name { text-decoration: none; }
}
`;
