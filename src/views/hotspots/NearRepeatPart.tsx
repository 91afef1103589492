import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { NearRepeatResult } from '../../core/results.ts';
import { figure } from '../../layers/legend.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { dayOfText, formatCount, formatDay, plural } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { KnoxTable } from './KnoxTable.tsx';
import { bandsInWords } from './knox-words.ts';
import { PlaceTable } from './PlaceTable.tsx';

const METRES = [50, 100, 200];
const DAYS = [2, 7, 14];

/** How wide the bands are, and for which day the risk is shown. */
export function NearRepeatForm() {
  const store = useStore();
  const methods = useSlice((state) => state.settings.methods);
  const set = (patch: Partial<typeof methods>) =>
    store.dispatch({ type: 'set', patch: { methods: { ...methods, ...patch } } });
  const pick = (
    label: string,
    value: number,
    usual: readonly number[],
    words: (n: number) => string,
    take: (n: number) => void,
  ) => (
    <label className={controls.field}>
      {label}
      <select className={controls.input} value={value} onChange={(event) => take(Number(event.target.value))}>
        {[...new Set([...usual, value])]
          .sort((a, b) => a - b)
          .map((each) => (
            <option key={each} value={each}>
              {words(each)}
            </option>
          ))}
      </select>
    </label>
  );
  return (
    <>
      <div className={controls.row}>
        {pick(
          'Bands of distance',
          methods.bandM,
          METRES,
          (m) => `${m} m, to ${4 * m} m`,
          (bandM) => set({ bandM }),
        )}
        {pick(
          'Bands of time',
          methods.bandDays,
          DAYS,
          (d) => `${plural(d, 'day')}, to ${4 * d}`,
          (bandDays) => set({ bandDays }),
        )}
      </div>
      <RiskDay key={methods.asOfDay} asOfDay={methods.asOfDay} onChange={(asOfDay) => set({ asOfDay })} />
    </>
  );
}

function RiskDay({
  asOfDay,
  onChange,
}: {
  readonly asOfDay: number | null;
  readonly onChange: (day: number | null) => void;
}) {
  const last = useSlice((state) => ('value' in state.nearRepeat ? state.nearRepeat.value?.result.asOfDay : undefined));
  const [typed, setTyped] = useState<string | null>(null);
  const shown = asOfDay ?? last;
  const text = typed ?? (shown === undefined ? '' : formatDay(shown));
  const day = dayOfText(text);
  // nothing was compared yet, or it was refused
  if (shown === undefined) return null;
  const wrong = typed !== null && day === null;
  const take = () => {
    if (typed === null || day === null) return;
    setTyped(null);
    if (day !== shown) onChange(day);
  };
  return (
    <div>
      <label className={controls.field}>
        Risk left on
        <input
          className={controls.input}
          value={text}
          data-invalid={wrong ? '' : undefined}
          aria-invalid={wrong}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
          }}
        />
      </label>
      {wrong && (
        <p className={controls.wrong} role="alert">
          “{typed}” is no day – write it as 14/4/2021.
        </p>
      )}
      {asOfDay !== null && (
        <Button className={cx(controls.link)} onPress={() => onChange(null)}>
          Day of the last offence
        </Button>
      )}
    </div>
  );
}

export function NearRepeatTables({ result }: { readonly result: NearRepeatResult }) {
  const { offences, pairs, top, asOfDay, withoutDay } = result;
  return (
    <>
      <p>{bandsInWords(result)}</p>
      <KnoxTable of={result} />
      <p className={panel.small}>
        {plural(offences, 'offence')} compared, {formatCount(pairs)} pairs within reach
        {withoutDay > 0 && `; ${formatCount(withoutDay)} not dated to the day and left out`}
      </p>
      {top.length > 0 ? (
        <PlaceTable
          caption={`Most risk left on ${formatDay(asOfDay)}. 1 is one pair at a distance and delay where pairs are twice as many as chance.`}
          heading="Risk"
          rows={top}
          words={figure}
        />
      ) : (
        <p className={panel.small}>
          No risk is left to show on {formatDay(asOfDay)}: no offence of the last days lies in a band that stands out.
        </p>
      )}
    </>
  );
}
