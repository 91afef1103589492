import type { HotspotResult, RankedCell } from '../../core/results.ts';
import type { HarmMode } from '../../core/settings.ts';
import { formatValue } from '../format.ts';
import { placeOf } from '../hotspots/place.ts';
import panel from '../panel.module.css';
import { useSlice } from '../store-context.ts';
import { shownValue, valueHeading } from '../words.ts';
import styles from './compare.module.css';
import { useSideNames } from './names.ts';

const LISTED = 10;
const RANKS = Array.from({ length: LISTED }, (_, k) => k);

/** The best-ranked cells of each side, rank by rank. */
export function BothLists() {
  const names = useSideNames();
  const mode = useSlice((state) => state.settings.mode);
  const one = useSlice((state) => shownValue(state.hotspots));
  const other = useSlice((state) => shownValue(state.otherSide)?.result ?? null);
  if (one === null || other === null) return null;
  const rows = RANKS.filter((k) => one.top[k] !== undefined || other.top[k] !== undefined);
  return (
    <section aria-labelledby="sides-lists">
      <h3 id="sides-lists" className={styles.part}>
        Highest cells, {valueHeading[mode].toLowerCase()}
      </h3>
      {rows.length === 0 ? (
        <p className={panel.lead}>Neither side holds anything under these settings.</p>
      ) : (
        <table className={styles.lists} aria-label="Cells by rank on both sides">
          <thead>
            <tr>
              <th scope="col" aria-label="Rank">
                #
              </th>
              <th scope="col">{names.one.title}</th>
              <th scope="col">{names.other.title}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((k) => (
              <tr key={k}>
                <td>{k + 1}</td>
                <ListedCell cell={one.top[k]} mode={mode} />
                <ListedCell cell={other.top[k]} mode={mode} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {names.kind === 'period' && rows.length > 0 && <p className={panel.small}>{stayed(one, other)}</p>}
    </section>
  );
}

function ListedCell({ cell, mode }: { cell: RankedCell | undefined; mode: HarmMode }) {
  if (cell === undefined) return <td>–</td>;
  return (
    <td>
      <span className={styles.place} title={placeOf(cell)}>
        {placeOf(cell)}
      </span>
      <span className={styles.value}>{formatValue(cell.value, mode)}</span>
    </td>
  );
}

/** "4 of the ten highest cells are the same in both periods." */
function stayed(one: HotspotResult, other: HotspotResult): string {
  const before = new Set(one.top.slice(0, LISTED).map(({ cell }) => cell));
  const same = other.top.slice(0, LISTED).filter(({ cell }) => before.has(cell)).length;
  return `${same} of the ${Math.min(LISTED, Math.max(one.top.length, other.top.length))} highest cells are the same in both periods.`;
}
