import { Button } from 'react-aria-components';
import { cx } from '../cx.ts';
import controls from './controls.module.css';
import styles from './long-job.module.css';

interface LongJobProps {
  /** "Testing the methods". */
  readonly words: string;
  /** 0–1. */
  readonly done: number;
  readonly onCancel: () => void;
}

/** How far a job of several seconds is, and the way to give it up. */
export function LongJob({ words, done, onCancel }: LongJobProps) {
  const percent = Math.round(100 * done);
  return (
    <div className={styles.running}>
      <div className={styles.runningHead}>
        <span>{words} …</span>
        <span>{percent} %</span>
      </div>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={words}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div className={styles.fill} style={{ width: `${percent}%` }} />
      </div>
      <div className={controls.row}>
        <Button className={cx(controls.button)} onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
