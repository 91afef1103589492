/** How key dates are looked at ⇄ parameters of the address: those that differ from where they start. */
import { defaultKeyDateView, type KeyDateView, LONGEST_WINDOW, MOST_OVERLAYS } from '../core/settings.ts';

/** Of an id of a list of one's own. */
const LONGEST_ID = 200;

export function keyDateParams(view: KeyDateView): readonly (readonly [name: string, value: string])[] {
  const { id, beforeDays, afterDays, baseline, show, overlays } = view;
  const start = defaultKeyDateView;
  return [
    ...(id === null ? [] : ([['key-date', id]] as const)),
    ...(beforeDays === start.beforeDays ? [] : ([['before', String(beforeDays)]] as const)),
    ...(afterDays === start.afterDays ? [] : ([['after', String(afterDays)]] as const)),
    ...(baseline === start.baseline ? [] : ([['baseline', baseline]] as const)),
    ...(show === start.show ? [] : ([['change', show]] as const)),
    ...overlays.map((overlay) => ['overlay', overlay] as const),
  ];
}

export function keyDateViewOf(params: URLSearchParams, defaults: KeyDateView): KeyDateView {
  const days = (name: string, otherwise: number): number => {
    const text = params.get(name) ?? '';
    const value = Number(text);
    return /^\d{1,3}$/.test(text) && value >= 1 && value <= LONGEST_WINDOW ? value : otherwise;
  };
  const idOf = (text: string): string => text.slice(0, LONGEST_ID);
  const id = params.get('key-date');
  return {
    id: id === null || id === '' ? defaults.id : idOf(id),
    beforeDays: days('before', defaults.beforeDays),
    afterDays: days('after', defaults.afterDays),
    baseline: params.get('baseline') === 'last-year' ? 'last-year' : defaults.baseline,
    show: params.get('change') === 'harm' ? 'harm' : defaults.show,
    overlays: params
      .getAll('overlay')
      .map(idOf)
      .filter((overlay) => overlay !== '')
      .slice(0, MOST_OVERLAYS),
  };
}
