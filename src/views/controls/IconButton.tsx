import type { LucideIcon } from 'lucide-react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { cx } from '../cx.ts';
import styles from './controls.module.css';

interface IconButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

/** A button that is only a picture: its words come as a tooltip and to screen readers. */
export function IconButton({ icon: Icon, label, keys, disabled = false, onPress }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      <Button className={cx(styles.icon)} aria-label={label} isDisabled={disabled} onPress={onPress}>
        <Icon size={18} aria-hidden />
      </Button>
      <Tooltip className={cx(styles.tooltip)} offset={6}>
        {label}
        {keys !== undefined && <kbd className={styles.keys}>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
