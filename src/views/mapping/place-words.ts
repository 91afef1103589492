import type { MappingStep } from '../../state/mapping-step.ts';

/** Where the first row that is kept comes to lie, and how that was told. */
export function placeWords({ trial }: MappingStep): string {
  const value = 'value' in trial ? trial.value : undefined;
  if (value === undefined) return 'Shown once both columns are chosen.';
  const told = value.told.find(({ reason }) => reason === 'coordinate system guessed')?.example?.found;
  const place = value.firstPlace
    ? `The first row lies at ${degrees(value.firstPlace)}.`
    : 'No row has a place this way.';
  return told === undefined ? place : `${told}. ${place}`;
}

function degrees({ lon, lat }: { readonly lon: number; readonly lat: number }): string {
  const of = (value: number, [positive, negative]: readonly [string, string]) =>
    `${Math.abs(value).toFixed(4)}° ${value < 0 ? negative : positive}`;
  return `${of(lat, ['N', 'S'])}, ${of(lon, ['E', 'W'])}`;
}
