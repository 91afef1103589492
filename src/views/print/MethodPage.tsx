import type { ReactNode } from 'react';
import type { EmergingResult, HotspotResult, NearRepeatResult, PlacedCell } from '../../core/results.ts';
import { densityUnit } from '../../layers/density.ts';
import { emergingKind, emergingKinds } from '../../layers/emerging.ts';
import { figure } from '../../layers/legend.ts';
import type { KdeOnGrid, OnGrid } from '../../state/methods.ts';
import { onGrid } from '../../state/methods.ts';
import { formatCount, formatDay, formatP } from '../format.ts';
import { bandsInWords, distanceBand, timeBand } from '../hotspots/knox-words.ts';
import type { MapMethod } from '../hotspots/MethodPanel.tsx';
import { methodTexts } from '../hotspots/method-texts.ts';
import { placeOf } from '../hotspots/place.ts';
import { measureTitle, questionOf } from '../settings/measure-choices.ts';
import { useSlice } from '../store-context.ts';
import { areaName, datasetOf, definitionName, markingOf, periodWords, shownValue, weighWords } from '../words.ts';
import styles from './print.module.css';
import { RankedPage } from './RankedPage.tsx';

/** The tables of a method on A4 portrait, with the marking at the head and foot of every page. */
export function MethodPage({ method }: { method: MapMethod }) {
  const kde = useSlice((state) => onGrid(state.kde, state.gridKey));
  const emerging = useSlice((state) => onGrid(state.emerging, state.gridKey));
  const nearRepeat = useSlice((state) => onGrid(state.nearRepeat, state.gridKey));
  const hotspots = useSlice((state) => shownValue(state.hotspots));
  const marking = useSlice(markingOf);
  const area = useSlice(areaName);
  const period = useSlice(periodWords);
  const settings = useSlice((state) => state.settings);
  const dataset = useSlice(datasetOf);
  const rows =
    method === 'kde' && kde !== null ? (
      <Density of={kde} />
    ) : method === 'emerging' && emerging !== null && hotspots !== null ? (
      <Emerging of={emerging} hotspots={hotspots} />
    ) : method === 'near-repeat' && nearRepeat !== null ? (
      <NearRepeat result={nearRepeat.result} />
    ) : null;
  // until the method has answered the map shows the hotspots, and so does paper
  if (rows === null || dataset === null) return <RankedPage outside={null} />;
  const { trap, sources } = methodTexts[method];
  const weighed =
    method === 'near-repeat' ? 'Every offence counts one.' : `Weighed by ${weighWords(settings).toLowerCase()}.`;
  return (
    <article className={styles.rankedPage} aria-hidden>
      <table>
        <thead>
          <tr>
            <td colSpan={COLUMNS} className={styles.marking}>
              {marking}
            </td>
          </tr>
        </thead>
        <tfoot>
          <tr>
            <td colSpan={COLUMNS} className={styles.marking}>
              {marking}
            </td>
          </tr>
        </tfoot>
        <tbody>
          <Line>
            <h1>
              {area}, {period}
            </h1>
            <p>
              {measureTitle(method)}. {questionOf(method)}
            </p>
            <p>
              {definitionName(settings)}. {weighed} Source: {dataset.name}.
            </p>
          </Line>
          {rows}
          <Line>
            <p>{trap}</p>
            <p>{sources.map(({ text, doi }) => (doi === '' ? text : `${text}, doi ${doi}`)).join(' · ')}</p>
          </Line>
        </tbody>
      </table>
    </article>
  );
}

const COLUMNS = 5;

const twoDecimals = (value: number): string => (Number.isFinite(value) ? value.toFixed(2) : '–');

function Line({ children }: { children: ReactNode }) {
  return (
    <tr className={styles.intro}>
      <td colSpan={COLUMNS}>{children}</td>
    </tr>
  );
}

function Density({ of: { result, mode, kernel } }: { of: KdeOnGrid }) {
  return (
    <>
      <Line>
        <p>
          Bandwidth {formatCount(result.bandwidthM)} m, {kernel}. Cells denser than all around them.
        </p>
      </Line>
      <Places rows={result.peaks} heading={densityUnit(mode)} words={formatCount} />
    </>
  );
}

function Places({
  rows,
  heading,
  words,
}: {
  rows: readonly PlacedCell[];
  heading: string;
  words: (value: number) => string;
}) {
  return (
    <>
      <tr className={styles.headings}>
        <th>#</th>
        <th>Place</th>
        <th>Grid reference</th>
        <th className={styles.number}>Offences in the cell</th>
        <th className={styles.number}>{heading}</th>
      </tr>
      {rows.map((row) => (
        <tr key={row.cell}>
          <td>{row.rank}</td>
          <td>{placeOf(row)}</td>
          <td className={styles.keep}>{row.gridRef || '–'}</td>
          <td className={styles.number}>{formatCount(row.count)}</td>
          <td className={styles.number}>{words(row.value)}</td>
        </tr>
      ))}
    </>
  );
}

function Emerging({ of: { result }, hotspots }: { of: OnGrid<EmergingResult>; hotspots: HotspotResult }) {
  const present = emergingKinds.filter(({ code }) => (result.inCategory[code] ?? 0) > 0);
  return (
    <>
      <tr className={styles.headings}>
        <th />
        <th colSpan={3}>Kind</th>
        <th className={styles.number}>Cells</th>
      </tr>
      {present.map(({ code, name, words }) => (
        <tr key={code}>
          <td />
          <td colSpan={3}>
            {name}
            <span className={styles.small}>{words}</span>
          </td>
          <td className={styles.number}>{formatCount(result.inCategory[code] ?? 0)}</td>
        </tr>
      ))}
      <tr className={styles.headings}>
        <th>#</th>
        <th>Highest cells of a kind</th>
        <th>Grid reference</th>
        <th className={styles.number}>Offences</th>
        <th>Kind</th>
      </tr>
      {hotspots.top.map((ranked) => {
        const kind = emergingKind(result.category[ranked.index] ?? 0);
        return (
          kind !== null && (
            <tr key={ranked.cell}>
              <td>{formatCount(ranked.rank)}</td>
              <td>{placeOf(ranked)}</td>
              <td className={styles.keep}>{ranked.gridRef || '–'}</td>
              <td className={styles.number}>{formatCount(ranked.count)}</td>
              <td className={styles.keep}>{kind.name}</td>
            </tr>
          )
        );
      })}
      <Line>
        {result.cautions.map((caution) => (
          <p key={caution}>{caution}</p>
        ))}
      </Line>
    </>
  );
}

function NearRepeat({ result }: { result: NearRepeatResult }) {
  const columns = result.timeEdgesDays.length;
  return (
    <>
      <Line>
        <p>{bandsInWords(result)}</p>
      </Line>
      <tr className={styles.headings}>
        <th />
        {result.timeEdgesDays.map((edge, band) => (
          <th key={edge}>{timeBand(result, band)}</th>
        ))}
      </tr>
      {result.distanceEdgesM.map((edge, row) => (
        <tr key={edge}>
          <td className={styles.keep}>{distanceBand(result, row)}</td>
          {result.timeEdgesDays.map((days, band) => {
            const entry = row * columns + band;
            return (
              <td key={days}>
                {twoDecimals(result.ratio[entry] ?? Number.NaN)} times
                <span className={styles.small}>
                  {formatCount(result.observed[entry] ?? 0)} seen, {figure(result.expected[entry] ?? 0)} expected,
                  p&nbsp;
                  {formatP(result.p[entry] ?? Number.NaN)}
                </span>
              </td>
            );
          })}
        </tr>
      ))}
      <Line>
        <p>Most risk left on {formatDay(result.asOfDay)}.</p>
      </Line>
      <Places rows={result.top} heading="Risk" words={figure} />
    </>
  );
}
