import { Button } from 'react-aria-components';
import type { EmergingResult, HotspotResult } from '../../core/results.ts';
import { type EmergingKind, emergingColour, emergingKinds } from '../../layers/emerging.ts';
import { css } from '../../layers/palette.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { formatCount, formatPeriod, plural } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { useTheme } from '../use-theme.ts';
import { nextOfKind } from './emerging-words.ts';
import styles from './methods.module.css';

const STEPS = [7, 14, 28, 56, 91];

/** How long a step is. */
export function EmergingForm() {
  const store = useStore();
  const methods = useSlice((state) => state.settings.methods);
  const days = STEPS.includes(methods.stepDays) ? STEPS : [...STEPS, methods.stepDays].sort((a, b) => a - b);
  return (
    <label className={controls.field}>
      Length of a step
      <select
        className={controls.input}
        value={methods.stepDays}
        onChange={(event) =>
          store.dispatch({ type: 'set', patch: { methods: { ...methods, stepDays: Number(event.target.value) } } })
        }
      >
        {days.map((each) => (
          <option key={each} value={each}>
            {each} days{each % 7 === 0 ? `, ${plural(each / 7, 'week')}` : ''}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The kinds that occur with their cells; a press shows one alone and goes from cell to cell of it. */
export function EmergingTable({
  result,
  hotspots,
  cells,
}: {
  readonly result: EmergingResult;
  readonly hotspots: HotspotResult;
  readonly cells: readonly string[];
}) {
  const store = useStore();
  const theme = useTheme();
  const highlight = useSlice((state) => state.highlight);
  const cell = useSlice((state) => state.settings.cell);
  const present = emergingKinds.filter(({ code }) => (result.inCategory[code] ?? 0) > 0);
  const selected = cell === null ? null : cells.indexOf(cell);
  const next = ({ code }: EmergingKind) => {
    const index = nextOfKind(result.category, hotspots.rank, code, highlight === code ? selected : null);
    store.dispatch({ type: 'highlight', category: code });
    const id = index === null ? undefined : cells[index];
    if (id !== undefined) store.dispatch({ type: 'set', patch: { cell: id }, merge: 'rank-step' });
  };
  const first = result.startDay[0] ?? 0;
  const last = result.endDay.at(-1) ?? 0;
  return (
    <>
      {present.length === 0 ? (
        <p className={panel.small}>No cell is significantly hot or cold in any pattern.</p>
      ) : (
        <table className={styles.places}>
          <caption>
            {plural(result.startDay.length, 'step')}, {formatPeriod(first, last)}. Press a kind to see it alone and go
            from cell to cell, by rank.
          </caption>
          <thead>
            <tr>
              <th scope="col">Kind</th>
              <th scope="col" className={styles.number}>
                Cells
              </th>
            </tr>
          </thead>
          <tbody>
            {present.map((kind) => (
              <tr key={kind.code} data-chosen={highlight === kind.code || undefined}>
                <th scope="row">
                  <Button className={cx(styles.kind)} aria-pressed={highlight === kind.code} onPress={() => next(kind)}>
                    <svg width="12" height="12" aria-hidden>
                      <rect width="12" height="12" rx="2" fill={css(emergingColour(kind.code, theme))} />
                    </svg>
                    <span>
                      {kind.name}
                      <span className={styles.kindWords}>{kind.words}</span>
                    </span>
                  </Button>
                </th>
                <td className={styles.number}>{formatCount(result.inCategory[kind.code] ?? 0)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">No pattern</th>
              <td className={styles.number}>{formatCount(result.inCategory[0] ?? 0)}</td>
            </tr>
          </tbody>
        </table>
      )}
      {highlight !== null && (
        <Button className={cx(controls.link)} onPress={() => store.dispatch({ type: 'highlight', category: null })}>
          Show all kinds
        </Button>
      )}
      {result.cautions.map((caution) => (
        <p key={caution} className={panel.small}>
          {caution}
        </p>
      ))}
    </>
  );
}
