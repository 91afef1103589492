import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { cx } from '../cx.ts';
import { useSideNames } from './names.ts';
import styles from './panes.module.css';

interface SideTabsProps {
  readonly value: 'one' | 'other';
  readonly onChange: (side: 'one' | 'other') => void;
}

/** Which map is on top where there is room for one only. */
export function SideTabs({ value, onChange }: SideTabsProps) {
  const names = useSideNames();
  return (
    <ToggleButtonGroup
      aria-label="Map shown"
      className={cx(styles.tabs)}
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => onChange(keys.has('other') ? 'other' : 'one')}
    >
      <ToggleButton id="one" className={cx(styles.tab)}>
        {names.one.title}
      </ToggleButton>
      <ToggleButton id="other" className={cx(styles.tab)}>
        {names.other.title}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
