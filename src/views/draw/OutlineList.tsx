import { ChevronRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { withoutPiece, withPieces } from '../../state/drawing.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { cx } from '../cx.ts';
import { plural } from '../format.ts';
import panel from '../panel.module.css';
import { Tick } from '../settings/Tick.tsx';
import { CornerTable } from './CornerTable.tsx';
import type { DrawProps } from './DrawPanel.tsx';
import styles from './draw.module.css';

/** The outlines in the order in which they are laid over each other, each with its corners. */
export function OutlineList({ drawing, change }: DrawProps) {
  const { pieces } = drawing;
  const [asRefs, setAsRefs] = useState(false);
  if (pieces.length === 0) return null;
  return (
    <section className={styles.part} aria-label="Outlines">
      <h3 className={styles.partTitle}>Outlines</h3>
      <Tick label="Corners as OS grid references" on={asRefs} onChange={setAsRefs} />
      {pieces.map(({ ring, cut }, k) => (
        <Disclosure
          // biome-ignore lint/suspicious/noArrayIndexKey: an outline is known by its place in the order
          key={k}
          className={cx(styles.outline)}
          defaultExpanded={ring.length === 0}
        >
          <div className={styles.outlineHead}>
            <Heading level={4} className={cx(styles.outlineName)}>
              <Button slot="trigger" className={cx(styles.trigger)}>
                <ChevronRight size={14} aria-hidden />
                Outline {k + 1}: {plural(ring.length, 'corner')}
              </Button>
            </Heading>
            {k > 0 && (
              <Tick
                label="Cut out"
                on={cut}
                onChange={(on) =>
                  change(
                    withPieces(
                      drawing,
                      pieces.map((p, i) => (i === k ? { ...p, cut: on } : p)),
                    ),
                  )
                }
              />
            )}
            <IconButton
              icon={Trash2}
              label={`Remove outline ${k + 1}`}
              onPress={() => change(withoutPiece(drawing, k))}
            />
          </div>
          <DisclosurePanel>
            <CornerTable drawing={drawing} change={change} piece={k} asRefs={asRefs} />
          </DisclosurePanel>
        </Disclosure>
      ))}
      {pieces.length > 1 && (
        <p className={panel.small}>Each is laid over those before it: it adds its ground, or cuts it out.</p>
      )}
    </section>
  );
}
