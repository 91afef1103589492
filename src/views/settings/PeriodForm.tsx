import { useRef, useState } from 'react';
import { Button, Input, Label, TextField, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { DatasetInfo } from '../../core/results.ts';
import styles from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { dayOfText, formatDay, formatPeriod } from '../format.ts';
import { monthsOf, periodChoices, shiftedPeriod } from '../period.ts';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf } from '../words.ts';

export function PeriodForm() {
  const info = useSlice((state) => datasetOf(state)?.info ?? null);
  if (info === null) return <p className={styles.note}>Load offences to pick a period.</p>;
  if (!info.hasDates) return <p className={styles.note}>This file has no dates: every row counts, whenever it was.</p>;
  return <DatedPeriodForm info={info} />;
}

function DatedPeriodForm({ info }: { info: DatasetInfo }) {
  const store = useStore();
  const fromDay = useSlice((state) => state.settings.fromDay);
  const toDay = useSlice((state) => state.settings.toDay);
  const set: FieldsProps['set'] = (patch, merge) =>
    store.dispatch({ type: 'set', patch, ...(merge === undefined ? {} : { merge }) });
  const choices = periodChoices(info);
  const chosen = choices.find((choice) => choice.fromDay === fromDay && choice.toDay === toDay);
  const from = fromDay ?? info.fromDay;
  const to = toDay ?? info.toDay;
  const open = fromDay === null && toDay === null;
  const before = open ? null : shiftedPeriod(from, to, -1, info);
  const after = open ? null : shiftedPeriod(from, to, 1, info);
  return (
    <section aria-label="Period">
      <ToggleButtonGroup
        aria-label="Common periods"
        className={cx(styles.chips)}
        selectedKeys={chosen ? [chosen.id] : []}
        onSelectionChange={(keys) => {
          const choice = choices.find((candidate) => keys.has(candidate.id));
          if (choice !== undefined) set({ fromDay: choice.fromDay, toDay: choice.toDay });
        }}
      >
        {choices.map((choice) => (
          <ToggleButton key={choice.id} id={choice.id} className={cx(styles.chip)}>
            {choice.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {info.snapped ? (
        <MonthFields info={info} from={from} to={to} set={set} />
      ) : (
        <DayFields info={info} from={from} to={to} set={set} />
      )}
      <div className={cx(styles.row, styles.steps)}>
        <Button className={cx(styles.link)} isDisabled={before === null} onPress={() => before && set(before)}>
          ‹ Period before
        </Button>
        <Button className={cx(styles.link)} isDisabled={after === null} onPress={() => after && set(after)}>
          Period after ›
        </Button>
      </div>
      <p className={styles.note}>
        Both days included. The file covers {formatPeriod(info.fromDay, info.toDay)}
        {info.snapped && '; its dates are months, so a month counts whole or not at all'}.
      </p>
    </section>
  );
}

interface FieldsProps {
  readonly info: DatasetInfo;
  readonly from: number;
  readonly to: number;
  /** Changes with the same `merge` are one step of undo. */
  readonly set: (patch: { fromDay: number | null; toDay: number | null }, merge?: string) => void;
}

/** Two date fields, typed the British way whatever the browser's own habits; what is half typed waits in its field. */
function DayFields({ info, from, to, set }: FieldsProps) {
  const [draft, setDraft] = useState({ from: typed(from), to: typed(to), was: `${from} ${to}` });
  const gesture = useRef(0);
  // The period changed: by these fields, whose text then stands, or elsewhere, and the fields follow.
  if (draft.was !== `${from} ${to}`) {
    setDraft({
      from: dayOfText(draft.from) === from ? draft.from : typed(from),
      to: dayOfText(draft.to) === to ? draft.to : typed(to),
      was: `${from} ${to}`,
    });
  }
  const change = (next: typeof draft) => {
    setDraft(next);
    const period = { fromDay: dayOfText(next.from), toDay: dayOfText(next.to) };
    if (whatIsWrong(period.fromDay, period.toDay) === null) set(period, `period-${gesture.current}`);
  };
  const wrong = whatIsWrong(dayOfText(draft.from), dayOfText(draft.to));
  const field = (name: 'from' | 'to', label: string) => (
    <TextField
      className={cx(styles.field)}
      value={draft[name]}
      isInvalid={wrong !== null}
      onChange={(text) => change({ ...draft, [name]: text })}
      onFocus={() => {
        gesture.current += 1;
      }}
    >
      <Label>{label}</Label>
      <Input className={cx(styles.input)} autoComplete="off" />
    </TextField>
  );
  return (
    <>
      <div className={styles.row}>
        {field('from', 'From')}
        {field('to', 'To')}
      </div>
      <p className={styles.wrong} role="status">
        {wrong}
      </p>
      {wrong === null && to > info.toDay && <p className={styles.note}>The file ends before that day.</p>}
    </>
  );
}

function whatIsWrong(fromDay: number | null, toDay: number | null): string | null {
  if (fromDay === null || toDay === null) return 'Write a date such as 12/04/2021 or 12 Apr 2021.';
  return fromDay > toDay ? 'The first day is after the last.' : null;
}

/** A day in a field: its no-break spaces would be hard to type over. */
function typed(day: number): string {
  return formatDay(day).replaceAll('\u00a0', ' ');
}

function MonthFields({ info, from, to, set }: FieldsProps) {
  const months = monthsOf(info);
  const first = months.findLast((month) => month.fromDay <= from) ?? months[0];
  const last = months.findLast((month) => month.fromDay <= to) ?? months.at(-1);
  if (first === undefined || last === undefined) return null;
  const choose = (fromIndex: number, toIndex: number) => {
    const start = months[Math.min(fromIndex, toIndex)];
    const end = months[Math.max(fromIndex, toIndex)];
    if (start !== undefined && end !== undefined) set({ fromDay: start.fromDay, toDay: end.toDay });
  };
  const options = months.map((month, index) => (
    <option key={month.fromDay} value={index}>
      {month.label}
    </option>
  ));
  const fromIndex = months.indexOf(first);
  const toIndex = months.indexOf(last);
  return (
    <div className={styles.row}>
      <label className={styles.field}>
        From
        <select
          className={styles.input}
          value={fromIndex}
          onChange={(event) => choose(Number(event.target.value), toIndex)}
        >
          {options}
        </select>
      </label>
      <label className={styles.field}>
        To
        <select
          className={styles.input}
          value={toIndex}
          onChange={(event) => choose(fromIndex, Number(event.target.value))}
        >
          {options}
        </select>
      </label>
    </div>
  );
}
