import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import type { Beside } from '../../core/settings.ts';
import { datesShown, districtOf, keyDatesHere } from '../../state/key-dates.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { dayOfText, formatDay, formatPeriod } from '../format.ts';
import { monthsOf } from '../period.ts';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf } from '../words.ts';
import styles from './compare.module.css';
import { aroundKeyDate, periodSuggestions } from './periods.ts';

type Period = Extract<Beside, { kind: 'period' }>;

interface OtherPeriodProps {
  readonly beside: Period;
  readonly put: (next: Beside) => void;
}

/** The period of the other side: one that suggests itself, any dates, or both sides around a key date. */
export function OtherPeriod({ beside, put }: OtherPeriodProps) {
  const info = useSlice((state) => datasetOf(state)?.info);
  const settings = useSlice((state) => state.settings);
  if (info === undefined) return null;
  const from = beside.fromDay ?? info.fromDay;
  const to = beside.toDay ?? info.toDay;
  const suggestions = periodSuggestions(settings, info);
  const toPeriod = (fromDay: number, toDay: number) => put({ kind: 'period', fromDay, toDay });
  return (
    <>
      <div className={controls.chips}>
        {suggestions.map(({ name, fromDay, toDay }) => (
          <Button
            key={name}
            className={cx(controls.chip)}
            aria-pressed={fromDay === beside.fromDay && toDay === beside.toDay}
            onPress={() => toPeriod(fromDay, toDay)}
          >
            {name}
          </Button>
        ))}
      </div>
      {info.hasDays ? (
        <DayFields key={`${from} ${to}`} from={from} to={to} onPeriod={toPeriod} />
      ) : (
        <MonthFields months={monthsOf(info)} from={from} to={to} onPeriod={toPeriod} />
      )}
      <p className={controls.note}>
        Right: {formatPeriod(from, to)}. The file covers {formatPeriod(info.fromDay, info.toDay)}.
      </p>
      {info.hasDays && <KeyDateField />}
    </>
  );
}

interface FieldsProps {
  readonly from: number;
  readonly to: number;
  readonly onPeriod: (fromDay: number, toDay: number) => void;
}

const typed = (day: number) => formatDay(day).replaceAll('\u00a0', ' ');

/** What is half typed waits until the field is left. */
function DayFields({ from, to, onPeriod }: FieldsProps) {
  const [draft, setDraft] = useState({ from: typed(from), to: typed(to) });
  const fromDay = dayOfText(draft.from);
  const toDay = dayOfText(draft.to);
  const wrong = fromDay === null || toDay === null || fromDay > toDay;
  const done = () => {
    if (!wrong && (fromDay !== from || toDay !== to)) onPeriod(fromDay, toDay);
  };
  const field = (name: 'from' | 'to', label: string) => (
    <TextField
      className={cx(controls.field)}
      value={draft[name]}
      isInvalid={wrong}
      onChange={(text) => setDraft({ ...draft, [name]: text })}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done();
      }}
    >
      <Label>{label}</Label>
      <Input className={cx(controls.input)} autoComplete="off" />
    </TextField>
  );
  return (
    <>
      <div className={styles.two}>
        {field('from', 'Right from')}
        {field('to', 'Right to')}
      </div>
      {wrong && (
        <p className={controls.wrong} role="status">
          Write two dates such as 12/04/2021, the first before the last.
        </p>
      )}
    </>
  );
}

function MonthFields({ months, from, to, onPeriod }: FieldsProps & { readonly months: ReturnType<typeof monthsOf> }) {
  const fromIndex = Math.max(
    0,
    months.findLastIndex((month) => month.fromDay <= from),
  );
  const toIndex = Math.max(
    0,
    months.findLastIndex((month) => month.fromDay <= to),
  );
  const choose = (a: number, b: number) => {
    const first = months[Math.min(a, b)];
    const last = months[Math.max(a, b)];
    if (first && last) onPeriod(first.fromDay, last.toDay);
  };
  const field = (label: string, value: number, onIndex: (index: number) => void) => (
    <label className={controls.field}>
      {label}
      <select className={controls.input} value={value} onChange={(event) => onIndex(Number(event.target.value))}>
        {months.map((month, index) => (
          <option key={month.fromDay} value={index}>
            {month.label}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div className={styles.two}>
      {field('Right from', fromIndex, (index) => choose(index, toIndex))}
      {field('Right to', toIndex, (index) => choose(fromIndex, index))}
    </div>
  );
}

/** Both sides at once: as many days before a key date as from it on. */
function KeyDateField() {
  const store = useStore();
  const settings = useSlice((state) => state.settings);
  const areaSet = useSlice((state) => state.areaSet);
  const info = useSlice((state) => datasetOf(state)?.info);
  if (info === undefined) return null;
  const list = keyDatesHere({ settings, areaSet });
  const district = districtOf(list, areaSet.areas, settings.areaId)?.id ?? null;
  const { marks } = datesShown(list, district, info.fromDay + 1, info.toDay);
  const dates = marks.flatMap(({ keyDates }) => keyDates);
  if (dates.length === 0) return null;
  const around = (id: string) => {
    const found = dates.find((date) => date.id === id);
    if (!found) return;
    const patch = aroundKeyDate(found.fromDay, settings, info);
    const swipe = settings.beside?.kind === 'period' && settings.beside.swipe ? { swipe: true as const } : {};
    store.dispatch({ type: 'set', patch: { ...patch, beside: { ...patch.beside, ...swipe } } });
  };
  const standing = dates.find(({ fromDay }) => {
    const patch = aroundKeyDate(fromDay, settings, info);
    return patch.toDay === settings.toDay && patch.fromDay === settings.fromDay;
  });
  return (
    <label className={controls.field}>
      Before and from a key date
      <select className={controls.input} value={standing?.id ?? ''} onChange={(event) => around(event.target.value)}>
        <option value="">None</option>
        {dates.map(({ id, label, fromDay }) => (
          <option key={id} value={id}>
            {formatDay(fromDay)}, {label}
          </option>
        ))}
      </select>
    </label>
  );
}
