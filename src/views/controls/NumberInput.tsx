import styles from './controls.module.css';
import { useTyped } from './use-typed.ts';

interface NumberInputProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A whole number that is taken when the field is left or Enter pressed; what cannot be taken is said and not used. */
export function NumberInput({ label, value, least, most, onChange }: NumberInputProps) {
  const read = (text: string): number | undefined => {
    const number = Number(text);
    return /^\d{1,7}$/.test(text.trim()) && number >= least && number <= most ? number : undefined;
  };
  const { wrong, field } = useTyped({ value, write: String, read, onChange });
  return (
    <label className={styles.field}>
      {label}
      <input className={styles.input} inputMode="numeric" {...field} />
      {wrong && (
        <span className={styles.wrong} role="alert">
          A whole number from {least} to {most.toLocaleString('en-GB')}
        </span>
      )}
    </label>
  );
}
