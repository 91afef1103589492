import { densityUnit } from '../../layers/density.ts';
import { emergingKind } from '../../layers/emerging.ts';
import { figure } from '../../layers/legend.ts';
import { onGrid } from '../../state/methods.ts';
import { formatDay } from '../format.ts';
import { useSlice } from '../store-context.ts';
import { hotShareWords, trendWords } from './emerging-words.ts';
import styles from './hotspots.module.css';

/** What the method on the map says of the selected cell; nothing while it is none. */
export function MethodAtCell({ index }: { readonly index: number }) {
  const measure = useSlice((state) => state.settings.measure);
  const kde = useSlice((state) => onGrid(state.kde, state.gridKey));
  const emerging = useSlice((state) => onGrid(state.emerging, state.gridKey));
  const nearRepeat = useSlice((state) => onGrid(state.nearRepeat, state.gridKey));
  if (measure === 'kde' && kde !== null) {
    return (
      <p className={styles.significance}>
        Density: {figure(kde.result.density[index] ?? 0)} {densityUnit(kde.mode)}
      </p>
    );
  }
  if (measure === 'emerging' && emerging !== null) {
    const { result } = emerging;
    const kind = emergingKind(result.category[index] ?? 0);
    return (
      <p className={styles.significance}>
        {kind === null ? 'No pattern over the steps.' : `${kind.name}. ${hotShareWords(result, index, kind.hot)}.`}{' '}
        {trendWords(result.trendZ[index] ?? Number.NaN, result.trendP[index] ?? Number.NaN)}.
      </p>
    );
  }
  if (measure === 'near-repeat' && nearRepeat !== null) {
    const { risk, asOfDay } = nearRepeat.result;
    return (
      <p className={styles.significance}>
        Near-repeat risk left on {formatDay(asOfDay)}: {figure(risk[index] ?? 0)}
      </p>
    );
  }
  return null;
}
