import { X } from 'lucide-react';
import { figure } from '../../layers/legend.ts';
import { priorityOf, type RiskModel } from '../../state/risk.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { plural } from '../format.ts';
import { placeOf } from '../hotspots/place.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { shownValue } from '../words.ts';
import styles from './risk.module.css';
import { factorised, fixed } from './risk-words.ts';

/** What makes the score of the selected cell, as a multiplication. */
export function RiskCell({ model }: { readonly model: RiskModel }) {
  const store = useStore();
  const cell = useSlice((state) => state.settings.cell);
  const grid = useSlice((state) => shownValue(state.grid));
  const hotspots = useSlice((state) => shownValue(state.hotspots));
  const detail = useSlice((state) => shownValue(state.detail));
  const { result } = model;
  const index = cell === null ? -1 : (grid?.cells.indexOf(cell) ?? -1);
  if (index < 0 || result.rrs.length !== grid?.cells.length) return null;
  const { parts, product, least, score } = factorised(result, index);
  const priority =
    hotspots?.value.length === result.rrs.length ? priorityOf(result.rrs, hotspots.value)[index] : undefined;
  return (
    <section className={styles.part} aria-label="Selected cell">
      <div className={styles.head}>
        <h3 className={styles.partTitle}>{detail?.cell === cell && detail ? placeOf(detail) : 'Cell'}</h3>
        <IconButton
          icon={X}
          label="Close cell"
          keys="Esc"
          onPress={() => store.dispatch({ type: 'set', patch: { cell: null } })}
        />
      </div>
      {parts.length === 0 ? (
        <p>None of the model’s factors is here: score {fixed(score)}.</p>
      ) : (
        <dl className={styles.product} aria-label="What makes the score">
          {parts.map(({ words, rrv }, k) => (
            <Line key={words} number={`${k === 0 ? '' : '× '}${fixed(rrv)}`} words={words} />
          ))}
          {least > 1.0001 && <Line number={`÷ ${fixed(least)}`} words="of the area’s least cell" />}
          <dt className={styles.total}>= {fixed(score)}</dt>
          <dd className={styles.total}>{least > 1.0001 ? `risk score (${fixed(product)} by itself)` : 'risk score'}</dd>
        </dl>
      )}
      <p className={panel.small}>
        {plural(result.observed[index] ?? 0, 'offence')} recorded, {fixed(result.predicted[index] ?? Number.NaN)}{' '}
        expected by the model.
        {priority !== undefined && ` Joint priority ${figure(priority)} times the mean.`}
      </p>
    </section>
  );
}

function Line({ number, words }: { readonly number: string; readonly words: string }) {
  return (
    <>
      <dt>{number}</dt>
      <dd>{words}</dd>
    </>
  );
}
