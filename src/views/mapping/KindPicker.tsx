import { ChevronDown } from 'lucide-react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import styles from './mapping.module.css';

const UNREAD = 'unread';
const WITHOUT = 'without';

interface KindPickerProps {
  readonly label: string;
  readonly titles: readonly string[];
  /** A title of the catalogue, '' for none on purpose, null while nothing was chosen. */
  readonly value: string | null;
  readonly onChoose: (value: string | null) => void;
}

/** A title of the catalogue, found by typing a part of it. */
export function KindPicker({ label, titles, value, onChoose }: KindPickerProps) {
  const items = [
    { id: UNREAD, title: 'Not chosen' },
    { id: WITHOUT, title: 'Leave without harm' },
    ...titles.map((title) => ({ id: `kind:${title}`, title })),
  ];
  const key = value === null ? UNREAD : value === '' ? WITHOUT : `kind:${value}`;
  return (
    <ComboBox
      aria-label={label}
      className={cx(styles.combo)}
      defaultItems={items}
      selectedKey={key}
      menuTrigger="focus"
      onSelectionChange={(chosen) => {
        if (chosen === null || chosen === key) return;
        onChoose(chosen === UNREAD ? null : chosen === WITHOUT ? '' : String(chosen).slice('kind:'.length));
      }}
    >
      <div className={styles.comboField}>
        <Input className={cx(controls.input)} onFocus={(event) => event.target.select()} />
        <Button className={cx(styles.comboButton)}>
          <ChevronDown size={14} aria-hidden />
        </Button>
      </div>
      <Popover className={cx(controls.popover, styles.comboPopover)} offset={4}>
        <ListBox
          className={cx(styles.comboList)}
          renderEmptyState={() => <p className={styles.words}>Nothing of that name.</p>}
        >
          {(item: (typeof items)[number]) => (
            <ListBoxItem className={cx(controls.item)} textValue={item.title}>
              {item.title}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
