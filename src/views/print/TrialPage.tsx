import { type ReactNode, useMemo } from 'react';
import { wddShown, wddZones } from '../../state/trial.ts';
import { IntervalChart, ratioAxis } from '../evaluate/IntervalChart.tsx';
import { ArmsTable, ChangesTable } from '../evaluate/trial/ArmsTable.tsx';
import { DecayChart } from '../evaluate/trial/CarryOverPart.tsx';
import {
  headline,
  measuredRows,
  sourceName,
  trialExtent,
  trialText,
  worstWords,
} from '../evaluate/trial/trial-words.ts';
import { WddCharts, WddTable, wddVerdict } from '../evaluate/wdd/WddResults.tsx';
import { wddText, zoneNames } from '../evaluate/wdd/wdd-words.ts';
import { formatCount, formatShare } from '../format.ts';
import type { MethodText } from '../hotspots/method-texts.ts';
import { useSlice } from '../store-context.ts';
import { markingOf, shownValue } from '../words.ts';
import styles from './print.module.css';
import page from './trial-page.module.css';

/** The result of a trial on one page. */
export function TrialPage() {
  const shown = useSlice((state) => shownValue(state.trialResult));
  const leastMin = useSlice((state) => state.settings.trial.leastMin);
  if (shown === null) return null;
  const { result, notes } = shown;
  const rows = measuredRows(result);
  const { all } = result.dose;
  const logged = all.notLogged < all.treatedDays + all.controlDays;
  return (
    <Page title="Did the patrols work?" text={trialText}>
      <p className={page.verdict}>{headline(result)}</p>
      <p>{result.sentence}</p>
      <p>
        {sourceName(shown)}: {trialExtent(result)}
      </p>
      <div className={page.columns}>
        <div>
          <h2>Change with patrol</h2>
          <IntervalChart rows={rows} axis={ratioAxis(rows)} label="" />
          <h2>Offences per 100 place-days, by days since a patrol</h2>
          <DecayChart classes={result.carryOver.sincePatrol} />
        </div>
        <div>
          <ChangesTable rows={rows} />
          <ArmsTable result={result} />
        </div>
      </div>
      {worstWords(result).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {logged && (
        <p>
          Patrols made: {formatShare(all.compliance)} of those drawn ({leastMin} minutes and more),{' '}
          {formatCount(all.controlPatrolled)} of {formatCount(all.controlDays)} on days not drawn.
        </p>
      )}
      <Said sentences={[...result.cautions, ...notes]} />
    </Page>
  );
}

/** Tests of displacement with their counts. */
export function WddPage() {
  const view = useSlice((state) => state.settings.wdd);
  const result = useMemo(() => wddShown({ wdd: view }), [view]);
  const zones = view.displacement ? wddZones : wddZones.slice(0, 2);
  return (
    <Page title="Did offences fall, or only move?" text={wddText}>
      <p className={page.verdict}>{wddVerdict(view, result)}</p>
      <div className={page.columns}>
        <WddCharts result={result} />
        <WddTable view={view} result={result} />
      </div>
      <table className={page.counts}>
        <thead>
          <tr>
            <th>Offences before → after</th>
            {zones.map((zone) => (
              <th key={zone}>{zoneNames[zone]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.rows.map(({ name }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing but their place to be known by
            <tr key={at}>
              <td>{name}</td>
              {zones.map((zone) => (
                <td key={zone}>
                  {view.rows[at]?.zones[zone].before ?? '–'} → {view.rows[at]?.zones[zone].after ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Said sentences={result.cautions} />
    </Page>
  );
}

function Said({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}

interface PageProps {
  readonly title: string;
  readonly text: MethodText;
  readonly children: ReactNode;
}

/** A4 portrait in the light colours, whatever the screen has, between two markings. */
function Page({ title, text, children }: PageProps) {
  const marking = useSlice(markingOf);
  return (
    <article className={styles.rankedPage} data-theme="light" aria-hidden>
      <div className={page.page}>
        <p className={page.marking}>{marking}</p>
        <h1>{title}</h1>
        {children}
        <p>{text.trap}</p>
        <p className={styles.small}>
          {text.sources.map(({ text: source, doi }) => (doi === '' ? source : `${source}, doi ${doi}`)).join(' · ')}
        </p>
        <p className={page.marking}>{marking}</p>
      </div>
    </article>
  );
}
