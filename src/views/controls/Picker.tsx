import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { cx } from '../cx.ts';
import styles from './controls.module.css';

interface PickerProps {
  readonly label: string;
  readonly value: string;
  /** Room for a week of hours side by side. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A setting in the top bar: what it is, what it stands at, and behind it the form that changes it. */
export function Picker({ label, value, wide = false, children }: PickerProps) {
  return (
    <DialogTrigger>
      <Button className={cx(styles.picker)} aria-label={`${label}: ${value}`}>
        <span className={styles.pickerLabel}>{label}</span>
        <span className={styles.pickerValue}>
          <span className={styles.pickerText}>{value}</span>
          <ChevronDown size={14} aria-hidden />
        </span>
      </Button>
      <Popover className={cx(styles.popover, wide && styles.wide)} placement="bottom start" offset={4}>
        <Dialog className={cx(styles.dialog)} aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
