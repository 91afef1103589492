import { type ChangeEvent, type KeyboardEvent, useState } from 'react';

interface Typed<T> {
  readonly value: T;
  readonly write: (value: T) => string;
  /** undefined for what cannot be read. */
  readonly read: (text: string) => T | undefined;
  readonly onChange: (value: T) => void;
}

/**
 * A field whose value is taken when it is left or Enter pressed, and given up by Escape; what cannot be read stays, marked
 * as wrong, and is not used. `field` goes onto the input.
 */
export function useTyped<T>({ value, write, read, onChange }: Typed<T>) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? write(value);
  const found = read(text);
  const wrong = found === undefined;
  const take = () => {
    if (typed === null || found === undefined) return;
    setTyped(null);
    if (found !== value) onChange(found);
  };
  const field = {
    value: text,
    'data-invalid': wrong ? '' : undefined,
    'aria-invalid': wrong,
    onChange: (event: ChangeEvent<HTMLInputElement>) => setTyped(event.target.value),
    onBlur: take,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') take();
      if (event.key === 'Escape') setTyped(null);
    },
  };
  return { wrong, field };
}
