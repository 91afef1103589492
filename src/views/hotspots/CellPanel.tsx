import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CellDetail, HotspotResult } from '../../core/results.ts';
import controls from '../controls/controls.module.css';
import { IconButton } from '../controls/IconButton.tsx';
import { cx } from '../cx.ts';
import { formatArea, formatCount, formatLonLat, formatShare, formatValue, formatZ, plural } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { shownValue, significanceWords, valueHeading } from '../words.ts';
import { HourGrid } from './HourGrid.tsx';
import { WeekHours } from './HoursPart.tsx';
import styles from './hotspots.module.css';
import { MethodAtCell } from './MethodAtCell.tsx';
import { placeOf } from './place.ts';
import { neighbourInRank } from './rank-steps.ts';

/** Everything about the selected cell. */
export function CellPanel() {
  const store = useStore();
  const slot = useSlice((state) => state.detail);
  const cell = useSlice((state) => state.settings.cell);
  const result = useSlice((state) => shownValue(state.hotspots));
  const detail = shownValue(slot);
  const shown = detail !== null && detail.cell === cell ? detail : null;
  const step = (direction: -1 | 1) => {
    const next = result === null ? null : neighbourInRank(result.top, cell, direction);
    return next === null ? null : () => store.dispatch({ type: 'set', patch: { cell: next }, merge: 'rank-step' });
  };
  const before = step(-1);
  const after = step(1);
  return (
    <section className={styles.cell} aria-label="Selected cell" aria-busy={slot.status === 'running'}>
      <header className={styles.cellHead}>
        <h3 className={styles.cellTitle}>{shown === null ? 'Cell' : placeOf(shown)}</h3>
        <IconButton
          icon={ChevronUp}
          label="Rank before"
          keys="["
          disabled={before === null}
          onPress={() => before?.()}
        />
        <IconButton icon={ChevronDown} label="Next rank" keys="]" disabled={after === null} onPress={() => after?.()} />
        <IconButton
          icon={X}
          label="Close cell"
          keys="Esc"
          onPress={() => store.dispatch({ type: 'set', patch: { cell: null } })}
        />
      </header>
      {slot.status === 'failed' && (
        <p className={panel.failure} role="alert">
          {slot.message}
        </p>
      )}
      {shown === null ? (
        <p className={panel.small}>{slot.status === 'failed' ? '' : 'Reading the cell …'}</p>
      ) : (
        <Detail detail={shown} result={result} />
      )}
    </section>
  );
}

function Detail({ detail, result }: { detail: CellDetail; result: HotspotResult | null }) {
  const mode = useSlice((state) => state.settings.mode);
  const { index } = detail;
  const at = (values: { readonly [i: number]: number } | undefined) => values?.[index] ?? Number.NaN;
  const value = at(result?.value);
  const ranked = value > 0;
  return (
    <>
      <dl className={styles.figures}>
        <Figure
          name="Rank"
          figure={ranked ? `${formatCount(at(result?.rank))} of ${formatCount(result?.rank.length ?? 0)}` : 'none'}
        />
        <Figure name={valueHeading[mode]} figure={formatValue(value, mode)} />
        <Figure name="Share" figure={formatShare(detail.share)} />
        <Figure name="Offences" figure={formatCount(detail.count)} />
      </dl>
      <p className={styles.significance}>
        Gi* z {formatZ(at(result?.z))}: {significanceWords(at(result?.bin), at(result?.q))}
      </p>
      <MethodAtCell index={index} />
      <p className={panel.small}>
        {detail.gridRef !== '' && <span className={styles.reference}>{detail.gridRef}</span>}
        <span className={styles.reference}>{formatLonLat(detail.lon, detail.lat)}</span>
        <span className={styles.reference}>{formatArea(detail.areaM2)}</span>
      </p>
      <ByOffence detail={detail} />
      <h4 className={styles.part}>Hour and weekday</h4>
      <CellHoursGrid detail={detail} />
      <Offences key={detail.cell} detail={detail} />
    </>
  );
}

/** With the spans of its offences once they are read; until then by their starts. */
function CellHoursGrid({ detail }: { detail: CellDetail }) {
  const hours = useSlice((state) => shownValue(state.cellHours));
  if (detail.hourOfWeek === null || hours?.cell !== detail.cell) return <HourGrid hourOfWeek={detail.hourOfWeek} />;
  return <WeekHours of={hours.result} />;
}

function Figure({ name, figure }: { name: string; figure: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{figure}</dd>
    </div>
  );
}

function ByOffence({ detail }: { detail: CellDetail }) {
  if (detail.byOffence.length === 0) return <p className={panel.small}>Nothing was recorded in this cell.</p>;
  return (
    <table className={styles.byOffence}>
      <thead>
        <tr>
          <th scope="col">Offence</th>
          <th scope="col" className={styles.number}>
            Count
          </th>
          <th scope="col" className={styles.number}>
            Harm days
          </th>
        </tr>
      </thead>
      <tbody>
        {detail.byOffence.map(({ title, count, harm }) => (
          <tr key={title}>
            <th scope="row">{title || 'No offence named'}</th>
            <td className={styles.number}>{formatCount(count)}</td>
            <td className={styles.number}>{formatValue(harm, 'harm')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const FIRST = 50;

function Offences({ detail }: { detail: CellDetail }) {
  const [shown, setShown] = useState(FIRST);
  const { offences } = detail;
  if (offences.length === 0) return null;
  return (
    <>
      <h4 className={styles.part}>
        {plural(detail.count, 'offence')}, newest first
        {offences.length < detail.count && `; the newest ${formatCount(offences.length)}`}
      </h4>
      <ol className={styles.offences}>
        {offences.slice(0, shown).map((offence, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never reorders, and offences carry no id of their own
          <li key={i}>
            <span className={styles.offenceTitle}>{offence.title || 'No offence named'}</span>
            <span className={styles.offenceHarm}>{formatValue(offence.harm, 'harm')}</span>
            <span className={styles.offenceWhen}>{[offence.when, offence.place].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ol>
      {shown < offences.length && (
        <Button className={cx(controls.link)} onPress={() => setShown(shown + FIRST)}>
          Show {Math.min(FIRST, offences.length - shown)} more
        </Button>
      )}
    </>
  );
}
