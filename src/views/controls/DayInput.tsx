import { dayOfText, formatDay, formatMonth } from '../format.ts';
import type { MonthChoice } from '../period.ts';
import controls from './controls.module.css';
import { useTyped } from './use-typed.ts';

interface DayInputProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (day: number) => void;
}

/** A day, typed the British way; taken when the field is left or Enter pressed. */
export function DayInput({ label, value, onChange }: DayInputProps) {
  const write = (day: number) => formatDay(day).replaceAll('\u00a0', ' ');
  const read = (text: string) => dayOfText(text) ?? undefined;
  const { wrong, field } = useTyped({ value, write, read, onChange });
  return (
    <label className={controls.field}>
      {label}
      <input className={controls.input} autoComplete="off" {...field} />
      {wrong && (
        <span className={controls.wrong} role="alert">
          Write a day as 12/04/2021
        </span>
      )}
    </label>
  );
}

/** The last day of a month. */
export function MonthInput({
  label,
  value,
  onChange,
  months,
}: DayInputProps & { readonly months: readonly MonthChoice[] }) {
  const ends = [...new Set([...months.map(({ toDay }) => toDay), value])].sort((a, b) => a - b);
  return (
    <label className={controls.field}>
      {label}
      <select className={controls.input} value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {ends.map((day) => (
          <option key={day} value={day}>
            {formatMonth(day)}
          </option>
        ))}
      </select>
    </label>
  );
}
