/** What lies under the pointer, in a few lines beside it. */
import styles from './map.module.css';
import type { Picture } from './picture.ts';
import type { Hit } from './scene.ts';
import type { Pointer } from './use-map.ts';

interface TooltipProps {
  readonly pointer: Pointer;
  readonly picture: Picture | null;
  readonly frame: HTMLElement | null;
}

export function Tooltip({ pointer, picture, frame }: TooltipProps) {
  const { hit, factor } = pointer;
  // Beside the pointer, on the side where there is room.
  const left = pointer.x > (frame?.clientWidth ?? 0) - 260;
  const up = pointer.y > (frame?.clientHeight ?? 0) - 140;
  const shift = `translate(${pointer.x}px, ${pointer.y}px) translate(${left ? 'calc(-100% - 12px)' : '14px'}, ${up ? 'calc(-100% - 8px)' : '14px'})`;
  return (
    <div className={styles.tooltip} style={{ transform: shift }} aria-hidden="true">
      {factor !== '' && <p className={styles.factor}>{factor}</p>}
      {hit && picture && <Cell hit={hit} picture={picture} />}
    </div>
  );
}

function Cell({ hit, picture }: { readonly hit: Hit; readonly picture: Picture }) {
  const { rank, place, lines, quiet } = picture.about(hit.index);
  return (
    <>
      {hit.cells > 1 && (
        <p className={styles.quiet}>
          {sentence(picture.stands ?? 'the worst')} of {hit.cells} cells here
        </p>
      )}
      {place !== '' && (
        <p className={styles.place}>
          {rank !== '' && <span className={styles.rank}>{rank}</span>}
          {place}
        </p>
      )}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {quiet !== '' && <p className={styles.quiet}>{quiet}</p>}
    </>
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`.replace(/^The worst/, 'Worst');
}
