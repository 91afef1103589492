import { useState } from 'react';
import controls from '../../controls/controls.module.css';

interface AmountInputProps {
  readonly label: string;
  readonly value: number | null;
  readonly whole: boolean;
  readonly onChange: (value: number | null) => void;
}

/** An amount of 0 or more, or nothing; taken when the field is left or Enter pressed, what cannot be read is marked. */
export function AmountInput({ label, value, whole, onChange }: AmountInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? '' : String(value));
  const amount = amountOf(text, whole);
  const take = () => {
    if (typed === null || amount === undefined) return;
    setTyped(null);
    if (amount !== value) onChange(amount);
  };
  return (
    <input
      className={controls.input}
      inputMode={whole ? 'numeric' : 'decimal'}
      autoComplete="off"
      aria-label={label}
      value={text}
      data-invalid={amount === undefined ? '' : undefined}
      aria-invalid={amount === undefined}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}

/** "1,320" and " 12 " are numbers, '' is none; undefined for what cannot be read. */
function amountOf(text: string, whole: boolean): number | null | undefined {
  const plain = text.trim().replaceAll(/,(?=\d{3}\b)/g, '');
  if (plain === '') return null;
  return (whole ? /^\d{1,9}$/ : /^\d{1,9}(\.\d{1,6})?$/).test(plain) ? Number(plain) : undefined;
}
