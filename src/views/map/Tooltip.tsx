/** What lies under the pointer, in a few lines beside it. */
import { binName, figure, valueText } from '../../layers/legend.ts';
import styles from './map.module.css';
import type { Shown } from './shown.ts';
import type { Pointer } from './use-map.ts';

interface TooltipProps {
  readonly pointer: Pointer;
  readonly shown: Shown;
  readonly frame: HTMLElement | null;
}

export function Tooltip({ pointer, shown, frame }: TooltipProps) {
  const { index, cells } = pointer.hit;
  const { result, mode } = shown;
  const listed = result.top.find((cell) => cell.index === index);
  const value = result.value[index] ?? 0;
  const count = result.count[index] ?? 0;
  const recorded = count > 0;
  const significant = Number.isFinite(result.z[index]);
  // Beside the pointer, on the side where there is room.
  const left = pointer.x > (frame?.clientWidth ?? 0) - 260;
  const up = pointer.y > (frame?.clientHeight ?? 0) - 140;
  const shift = `translate(${pointer.x}px, ${pointer.y}px) translate(${left ? 'calc(-100% - 12px)' : '14px'}, ${up ? 'calc(-100% - 8px)' : '14px'})`;
  return (
    <div className={styles.tooltip} style={{ transform: shift }} aria-hidden="true">
      {cells > 1 && <p className={styles.quiet}>Worst of {cells} cells here</p>}
      {recorded ? (
        <>
          <p className={styles.place}>
            <span className={styles.rank}>{figure(result.rank[index] ?? 0)}</span>
            {listed?.place || listed?.gridRef || 'Cell'}
          </p>
          <p>
            {valueText(value, mode)}
            {mode !== 'count' && ` · ${valueText(count, 'count')}`}
          </p>
          <p className={styles.quiet}>{significant ? `Gi*: ${binName(result.bin[index] ?? 0)}` : 'Gi* not defined'}</p>
        </>
      ) : (
        <p>Nothing recorded</p>
      )}
    </div>
  );
}
