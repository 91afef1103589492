import { useId } from 'react';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import styles from './mapping.module.css';

interface SelectProps<Id extends string> {
  readonly label: string;
  /** Only for those who hear the page: the label stands beside it on screen. */
  readonly labelHidden?: boolean;
  readonly required?: boolean;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly title: string }[];
  readonly onChoose: (id: Id) => void;
  /** Under it, read out with it. */
  readonly words?: string;
}

/** One of several in the system's own control, which works by key and by thumb. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, labelHidden = false, required = false, value, options, onChoose, words } = props;
  const id = useId();
  return (
    <div className={styles.select}>
      <label htmlFor={id} className={labelHidden ? controls.visuallyHidden : styles.label}>
        {label}
        {required && <span className={styles.required}>required</span>}
      </label>
      <select
        id={id}
        className={cx(controls.input)}
        value={value}
        aria-required={required}
        aria-describedby={words === undefined ? undefined : `${id}-words`}
        onChange={(event) => {
          const chosen = options.find((option) => option.id === event.target.value);
          if (chosen) onChoose(chosen.id);
        }}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.title}
          </option>
        ))}
      </select>
      {words !== undefined && (
        <p id={`${id}-words`} className={styles.words}>
          {words}
        </p>
      )}
    </div>
  );
}
