import type { LineKey } from '../../layers/marked-areas.ts';

/** An outline as the map draws it, as a short line. */
export function LineSwatch({ line: { colour, width, dash } }: { readonly line: Omit<LineKey, 'label'> }) {
  return (
    <svg width="24" height="8" viewBox="0 0 24 8" aria-hidden>
      <path
        d="M0 4 H24"
        fill="none"
        stroke={colour}
        strokeWidth={width}
        {...(dash.length > 0 ? { strokeDasharray: dash.map((part) => part * width).join(' ') } : {})}
      />
    </svg>
  );
}
