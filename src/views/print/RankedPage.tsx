import { definitions } from '../../core/offences/presets.ts';
import type { HotspotResult, RankedCell } from '../../core/results.ts';
import { ownOf } from '../../state/own-definitions.ts';
import { formatCount, formatShare, formatValue, formatZ } from '../format.ts';
import { accounting, concentration, limits, panelTitle } from '../hotspots/headline.ts';
import { placeOf } from '../hotspots/place.ts';
import { ruleWords } from '../settings/rule-words.ts';
import { useSlice } from '../store-context.ts';
import {
  areaName,
  datasetOf,
  definitionName,
  levelOf,
  markingOf,
  modeName,
  periodWords,
  scheduleWords,
  shownValue,
  valueHeading,
} from '../words.ts';
import styles from './print.module.css';

/** The ranked list on A4 portrait, with the marking at the head and foot of every page; `outside` in place of the view. */
export function RankedPage({ outside }: { outside: HotspotResult | null }) {
  const inside = useSlice((state) => shownValue(state.hotspots));
  const result = outside ?? inside;
  const dataset = useSlice(datasetOf);
  const settings = useSlice((state) => state.settings);
  const marking = useSlice(markingOf);
  const own = ownOf(settings);
  const area = useSlice(areaName);
  const period = useSlice(periodWords);
  const weights = useSlice(scheduleWords);
  if (result === null || dataset === null) return null;
  // how many rows were dropped is a small number of its own, and nothing to readers outside
  const dropped = outside === null ? dataset.report.rows - dataset.report.kept : 0;
  return (
    <article className={styles.rankedPage} aria-hidden>
      <table>
        <thead>
          <tr>
            <td colSpan={8} className={styles.marking}>
              {marking}
            </td>
          </tr>
          <tr className={styles.headings}>
            <th>#</th>
            <th>Place, leading offences</th>
            <th>Grid reference</th>
            <th className={styles.number}>Offences</th>
            <th className={styles.number}>{valueHeading[settings.mode]}</th>
            <th className={styles.number}>Share</th>
            <th className={styles.number}>Gi* z</th>
            <th>Peak</th>
          </tr>
        </thead>
        <tfoot>
          <tr>
            <td colSpan={8} className={styles.marking}>
              {marking}
            </td>
          </tr>
        </tfoot>
        <tbody>
          <tr className={styles.intro}>
            <td colSpan={8}>
              <h1>
                {area}, {period}
              </h1>
              {outside !== null && (
                <p>
                  <strong>For outside the force: counts under 5 hidden.</strong>
                </p>
              )}
              <p>
                {panelTitle(settings.mode)}: {concentration(result, settings.mode)}
                {outside !== null && ' in the cells shown'}.
              </p>
              <p>
                {definitionName(settings)}.{' '}
                {own === null ? definitions[settings.definition].words : ruleWords(own.rule)} Weighed by{' '}
                {modeName[settings.mode].toLowerCase()}
                {settings.mode !== 'count' && `, in days of ${weights}`}. Source: {dataset.name}.
              </p>
            </td>
          </tr>
          {result.top.map((ranked) => (
            <tr key={ranked.cell}>
              <td>{formatCount(ranked.rank)}</td>
              <td>
                {placeOf(ranked)}
                <span className={styles.small}>{ranked.leading.map(leadingWords).join(' · ')}</span>
              </td>
              <td className={styles.keep}>{ranked.gridRef || '–'}</td>
              <td className={styles.number}>{formatCount(ranked.count)}</td>
              <td className={styles.number}>{formatValue(ranked.value, settings.mode)}</td>
              <td className={styles.number}>{formatShare(ranked.share)}</td>
              <td className={styles.number}>
                {formatZ(ranked.z)}
                {ranked.bin !== 0 && <span className={styles.small}>{shortBin(ranked.bin)}</span>}
              </td>
              <td className={styles.keep}>{ranked.peak || '–'}</td>
            </tr>
          ))}
          <tr className={styles.intro}>
            <td colSpan={8}>
              {result.cautions.map((caution) => (
                <p key={caution}>{caution}</p>
              ))}
              <p>{accounting(result, dropped).join(' · ')}.</p>
              <p>{limits(settings.resolution)}</p>
            </td>
          </tr>
        </tbody>
      </table>
    </article>
  );
}

/** "hot 99 %" under the z of a cell that stands out. */
function shortBin(bin: number): string {
  return `${bin > 0 ? 'hot' : 'cold'}\u00a0${levelOf(bin)}`;
}

/** "Robbery 12"; the title alone where the number is not shown. */
function leadingWords({ title, count }: RankedCell['leading'][number]): string {
  return Number.isNaN(count) ? title : `${title} ${formatCount(count)}`;
}
