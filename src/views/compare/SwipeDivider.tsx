import { MoveHorizontal } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './swipe.module.css';

interface SwipeDividerProps {
  /** How much of the width is left of it, in per cent. */
  readonly percent: number;
  readonly onMove: (percent: number) => void;
  /** What lies to the left and to the right. */
  readonly left: string;
  readonly right: string;
}

/** The bar between two maps that lie over each other: dragged, or moved by the arrow keys. */
export function SwipeDivider({ percent, onMove, left, right }: SwipeDividerProps) {
  const track = useRef<HTMLDivElement>(null);
  const put = (value: number): void => onMove(Math.min(100, Math.max(0, value)));
  const follow = (event: PointerEvent<HTMLElement>): void => {
    const box = track.current?.getBoundingClientRect();
    if (box && event.currentTarget.hasPointerCapture(event.pointerId)) {
      put(((event.clientX - box.left) / box.width) * 100);
    }
  };
  const step = (event: KeyboardEvent): void => {
    const to = stepOf(event.key, percent);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    put(to);
  };
  return (
    <div ref={track} className={styles.track}>
      <div
        className={styles.divider}
        style={{ left: `${percent}%` }}
        role="slider"
        tabIndex={0}
        aria-label="Divider between the periods"
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(percent)}
        aria-valuetext={`${Math.round(percent)} % ${left}, ${Math.round(100 - percent)} % ${right}`}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={follow}
        onKeyDown={step}
      >
        <span className={styles.handle}>
          <MoveHorizontal size={18} aria-hidden />
        </span>
      </div>
    </div>
  );
}

const STEP = 2;
const LARGE_STEP = 20;

/** Where a key moves the divider to; null for other keys. */
function stepOf(key: string, percent: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return percent - STEP;
    case 'ArrowRight':
    case 'ArrowUp':
      return percent + STEP;
    case 'PageDown':
      return percent - LARGE_STEP;
    case 'PageUp':
      return percent + LARGE_STEP;
    case 'Home':
      return 0;
    case 'End':
      return 100;
    default:
      return null;
  }
}
