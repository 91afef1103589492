import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { cx } from '../cx.ts';
import { modes } from '../modes.ts';
import { useSlice, useStore } from '../store-context.ts';
import styles from './shell.module.css';

export function Rail() {
  const store = useStore();
  const current = useSlice((state) => state.mode);
  return (
    <nav className={styles.rail} aria-label="Modes">
      <ToggleButtonGroup
        aria-label="Mode"
        className={cx(styles.railGroup)}
        disallowEmptySelection
        selectedKeys={[current]}
        onSelectionChange={(keys) => {
          const next = modes.find(({ mode }) => keys.has(mode));
          if (next !== undefined) store.dispatch({ type: 'mode', mode: next.mode });
        }}
      >
        {modes.map(({ mode, name, icon: Icon }) => (
          <ToggleButton key={mode} id={mode} className={cx(styles.railButton)}>
            <Icon size={22} strokeWidth={1.75} aria-hidden />
            <span>{name}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </nav>
  );
}
