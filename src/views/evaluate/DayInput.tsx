import { useState } from 'react';
import controls from '../controls/controls.module.css';
import { dayOfText, formatDay, formatMonth } from '../format.ts';
import type { MonthChoice } from '../period.ts';

interface DayInputProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (day: number) => void;
}

/** A day, typed the British way; taken when the field is left or Enter pressed. */
export function DayInput({ label, value, onChange }: DayInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? formatDay(value).replaceAll('\u00a0', ' ');
  const day = dayOfText(text);
  const take = () => {
    if (typed === null || day === null) return;
    setTyped(null);
    if (day !== value) onChange(day);
  };
  return (
    <label className={controls.field}>
      {label}
      <input
        className={controls.input}
        autoComplete="off"
        value={text}
        data-invalid={day === null ? '' : undefined}
        aria-invalid={day === null}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
      {day === null && (
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
