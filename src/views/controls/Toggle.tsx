import { SwitchButton, SwitchField, Text } from 'react-aria-components';
import { cx } from '../cx.ts';
import styles from './controls.module.css';

interface ToggleProps {
  readonly label: string;
  readonly words: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Toggle({ label, words, on, disabled = false, onChange }: ToggleProps) {
  return (
    <SwitchField className={cx(styles.choice)} isSelected={on} isDisabled={disabled} onChange={onChange}>
      <SwitchButton className={cx(styles.radio)}>
        <span className={styles.track} aria-hidden>
          <span className={styles.thumb} />
        </span>
        {label}
      </SwitchButton>
      <Text slot="description" className={cx(styles.words, styles.wordsOfToggle)}>
        {words}
      </Text>
    </SwitchField>
  );
}
