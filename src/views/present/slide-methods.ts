/** What a slide says while the map shows a method beside Gi*. Pure. */
import type { PlacedCell } from '../../core/results.ts';
import { emergingKind, emergingKinds } from '../../layers/emerging.ts';
import { figure } from '../../layers/legend.ts';
import type { AppState } from '../../state/app-state.ts';
import { onGrid, showsMethods } from '../../state/methods.ts';
import { formatCount, formatDay, plural } from '../format.ts';
import { placeOf } from '../hotspots/place.ts';
import type { Shown } from '../map/shown.ts';
import { wholeOf } from '../words.ts';
import type { Slide } from './slide.ts';

type MethodSlide = Pick<Slide, 'listTitle' | 'valueHeading' | 'rows' | 'limits'> & {
  /** The message behind the name of the area. */
  readonly message: string;
};

const ROWS = 10;

/** Null in other modes, while the measure is no such method, or without a result for the cells shown. */
export function methodSlide(state: AppState, shown: Shown): MethodSlide | null {
  if (!showsMethods(state)) return null;
  switch (state.settings.measure) {
    case 'kde':
      return densitySlide(state);
    case 'emerging':
      return emergingSlide(state, shown);
    case 'near-repeat':
      return riskSlide(state);
    default:
      return null;
  }
}

function densitySlide({ kde, gridKey }: AppState): MethodSlide | null {
  const found = onGrid(kde, gridKey);
  if (found === null) return null;
  const [first] = found.result.peaks;
  const whole = wholeOf[found.mode];
  return {
    message: first === undefined ? `no ${whole} recorded` : `${whole} densest around ${placeOf(first)}`,
    listTitle: 'Densest places',
    valueHeading: 'Per km²',
    rows: placed(found.result.peaks, formatCount),
    limits: 'Maps of other bandwidths cannot be compared, and a peak may be chance: nothing here is tested.',
  };
}

function emergingSlide({ emerging, gridKey, highlight }: AppState, { result: hotspots }: Shown): MethodSlide | null {
  const found = onGrid(emerging, gridKey);
  if (found === null) return null;
  const { category, inCategory } = found.result;
  const kinds = emergingKinds.filter(({ code }) => (inCategory[code] ?? 0) > 0);
  const cellsOf = ({ code }: { readonly code: number }) => inCategory[code] ?? 0;
  const hot = kinds
    .filter((kind) => kind.hot)
    .sort((a, b) => cellsOf(b) - cellsOf(a))
    .slice(0, 2);
  const named = hot.map(({ code, short }) => `${formatCount(inCategory[code] ?? 0)} ${short.toLowerCase()}`);
  const rows = hotspots.top.flatMap((ranked) => {
    const code = category[ranked.index] ?? 0;
    const kind = emergingKind(code);
    if (kind === null || (highlight !== null && code !== highlight)) return [];
    const value = kind.hot ? kind.short : `${kind.short} cold`;
    return [{ rank: formatCount(ranked.rank), place: placeOf(ranked), value, bin: 0, significance: kind.name }];
  });
  return {
    message: named.length === 0 ? 'no emerging hot spots' : `${listed(named)} hot cells`,
    listTitle: 'Highest cells of a kind',
    valueHeading: 'Kind',
    // a long legend needs the room of the last rows
    rows: rows.slice(0, kinds.length > 12 ? ROWS - 2 : kinds.length > 8 ? ROWS - 1 : ROWS),
    limits: 'The whole area going up, or a change in recording, makes the last steps hot everywhere.',
  };
}

function riskSlide({ nearRepeat, gridKey }: AppState): MethodSlide | null {
  const found = onGrid(nearRepeat, gridKey);
  if (found === null) return null;
  const { top, asOfDay } = found.result;
  const [first] = top;
  return {
    message:
      first === undefined
        ? `no near-repeat risk left on ${formatDay(asOfDay)}`
        : `most near-repeat risk around ${placeOf(first)}`,
    listTitle: `Most risk left on ${formatDay(asOfDay)}`,
    valueHeading: 'Risk',
    rows: placed(top, figure),
    limits: `The risk is no probability. ${plural(found.result.offences, 'offence')} compared.`,
  };
}

function placed(list: readonly PlacedCell[], words: (value: number) => string): Slide['rows'] {
  return list.slice(0, ROWS).map((cell) => ({
    rank: formatCount(cell.rank),
    place: placeOf(cell),
    value: words(cell.value),
    bin: 0,
    significance: '',
  }));
}

/** "a, b and c". */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
