import { useState } from 'react';
import styles from './controls.module.css';

interface NumberInputProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A whole number that is taken when the field is left or Enter pressed; what cannot be taken is said and not used. */
export function NumberInput({ label, value, least, most, onChange }: NumberInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? String(value);
  const number = Number(text);
  const right = /^\d{1,7}$/.test(text.trim()) && number >= least && number <= most;
  const take = () => {
    if (!right) return;
    setTyped(null);
    if (number !== value) onChange(number);
  };
  return (
    <label className={styles.field}>
      {label}
      <input
        className={styles.input}
        inputMode="numeric"
        value={text}
        data-invalid={right ? undefined : ''}
        aria-invalid={!right}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
      {!right && (
        <span className={styles.wrong} role="alert">
          A whole number from {least} to {most.toLocaleString('en-GB')}
        </span>
      )}
    </label>
  );
}
