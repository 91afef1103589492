import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { cx } from '../cx.ts';
import styles from './segments.module.css';

interface SegmentsProps<Id extends string | number> {
  readonly label: string;
  /** For screen readers only, where the choices speak for themselves. */
  readonly quiet?: boolean;
  readonly choices: readonly { readonly id: Id; readonly name: string }[];
  readonly value: Id;
  readonly onChoose: (id: Id) => void;
}

/** One of a few short choices, side by side. */
export function Segments<Id extends string | number>({
  label,
  quiet = false,
  choices,
  value,
  onChoose,
}: SegmentsProps<Id>) {
  return (
    <div className={styles.oneOf}>
      {!quiet && (
        <span className={styles.oneOfLabel} aria-hidden>
          {label}
        </span>
      )}
      <ToggleButtonGroup
        aria-label={label}
        className={cx(styles.segments)}
        disallowEmptySelection
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          const next = choices.find(({ id }) => keys.has(id));
          if (next !== undefined) onChoose(next.id);
        }}
      >
        {choices.map(({ id, name }) => (
          <ToggleButton key={id} id={id} className={cx(styles.segment)}>
            {name}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
