import controls from '../../controls/controls.module.css';
import { useTyped } from '../../controls/use-typed.ts';

interface AmountInputProps {
  readonly label: string;
  readonly value: number | null;
  readonly whole: boolean;
  readonly onChange: (value: number | null) => void;
}

/** An amount of 0 or more, or nothing; taken when the field is left or Enter pressed, what cannot be read is marked. */
export function AmountInput({ label, value, whole, onChange }: AmountInputProps) {
  const { field } = useTyped({
    value,
    write: (amount) => (amount === null ? '' : String(amount)),
    read: (text) => amountOf(text, whole),
    onChange,
  });
  return (
    <input
      className={controls.input}
      inputMode={whole ? 'numeric' : 'decimal'}
      autoComplete="off"
      aria-label={label}
      {...field}
    />
  );
}

/** "1,320" and " 12 " are numbers, '' is none; undefined for what cannot be read. */
function amountOf(text: string, whole: boolean): number | null | undefined {
  const plain = text.trim().replaceAll(/,(?=\d{3}\b)/g, '');
  if (plain === '') return null;
  return (whole ? /^\d{1,9}$/ : /^\d{1,9}(\.\d{1,6})?$/).test(plain) ? Number(plain) : undefined;
}
