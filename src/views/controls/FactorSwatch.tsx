import type { FactorKey } from '../../layers/factors.ts';

/** A factor's symbol as the map draws it: a dot, a line or an outline, the second time that a colour is used hollow or thin. */
export function FactorSwatch({ of }: { readonly of: Pick<FactorKey, 'kind' | 'colour' | 'hollow'> }) {
  const { kind, colour, hollow } = of;
  const width = hollow ? 1.5 : 2.5;
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden>
      {kind === 'points' && (
        <circle cx="7" cy="7" r={hollow ? 3.5 : 4} fill={hollow ? 'none' : colour} stroke={colour} strokeWidth="1.5" />
      )}
      {kind === 'lines' && <path d="M1 10 L5 5 L9 9 L13 4" fill="none" stroke={colour} strokeWidth={width} />}
      {kind === 'polygons' && (
        <path d="M2 4 L9 2 L12 8 L7 12 L2 10 Z" fill="none" stroke={colour} strokeWidth={width} />
      )}
    </svg>
  );
}
