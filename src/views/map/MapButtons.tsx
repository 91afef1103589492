/** Zoom and fit. */
import { Maximize, Minus, Plus } from 'lucide-react';
import type { Map as MapLibreMap } from 'maplibre-gl';
import styles from './map.module.css';

export function MapButtons({ map, onFit }: { readonly map: MapLibreMap | null; readonly onFit: () => void }) {
  return (
    <div className={styles.buttons}>
      <button type="button" aria-label="Zoom in" onClick={() => map?.zoomIn({ duration: 140 })}>
        <Plus size={16} aria-hidden="true" />
      </button>
      <button type="button" aria-label="Zoom out" onClick={() => map?.zoomOut({ duration: 140 })}>
        <Minus size={16} aria-hidden="true" />
      </button>
      <button type="button" aria-label="Fit the study area" onClick={onFit}>
        <Maximize size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
