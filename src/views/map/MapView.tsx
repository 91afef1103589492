/** The map: hexagons over the basemap, with its legend and buttons, tied to the state both ways. */
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Streets } from '../../core/geo/streets.ts';
import type { CellDetail } from '../../core/results.ts';
import { attribution } from '../../layers/basemap.ts';
import { legendOf, rollUpSentence, wallNote } from '../../layers/legend.ts';
import type { Theme } from '../../layers/palette.ts';
import { creditOf } from '../../layers/streets.ts';
import type { Action, AppState } from '../../state/app-state.ts';
import { scheduleWords } from '../words.ts';
import { Legend } from './Legend.tsx';
import { MapButtons } from './MapButtons.tsx';
import styles from './map.module.css';
import type { SceneInput } from './scene.ts';
import { breaksOf, reClassed, type Shown, useShown } from './shown.ts';
import { Tooltip } from './Tooltip.tsx';
import { fitTo, type LiveMap, type Pointer, scaleFor, useMap } from './use-map.ts';
import { areasOf, boundsOf, indexOfCell } from './view.ts';

export interface MapViewProps {
  readonly state: AppState;
  readonly theme: Theme;
  readonly dispatch: (action: Action) => void;
  /** Called each time everything asked for has been drawn. */
  readonly onReady?: () => void;
  /** A picture for a wall: no controls, no legend, large labels, the ten best-ranked cells numbered. */
  readonly present?: boolean;
}

const noOffences: CellDetail['offences'] = [];
const noClasses: readonly number[] = [0];

export function MapView({ state, theme, dispatch, onReady, present = false }: MapViewProps) {
  const container = useRef<HTMLDivElement>(null);
  const [legend, setLegend] = useState<HTMLElement | null>(null);
  const [pointer, setPointer] = useState<Pointer | null>(null);
  const shown = useShown(state);
  const { settings } = state;
  const streets = state.streets.status === 'ready' ? state.streets.value : null;
  const input = useSceneInput(state, shown, theme, present, scaleFor(container.current, present));

  const { live, level, failed } = useMap(container, input, streets, present, {
    onPointer: (next) => {
      setPointer(next);
      const index = next ? next.hit.index : null;
      if (index !== state.hovered) dispatch({ type: 'hover', index });
    },
    onPick: ({ index }) => {
      const cell = shown?.grid.cells[index] ?? null;
      dispatch({ type: 'set', patch: { cell: cell === settings.cell ? null : cell } });
    },
    onReady: () => onReady?.(),
    onStreetsFailed: (message) => {
      dispatch({ type: 'streets', streets: { status: 'failed', message } });
      dispatch({ type: 'toast', toast: { kind: 'error', message } });
    },
  });

  useFit(live, state, legend, present);
  useSelectedInView(live, shown, input.selected);

  const hexLevel = shown?.grid.levels[level];
  const cellsPerHexagon = shown && hexLevel ? shown.grid.cells.length / hexLevel.n : 1;
  const model = legendOf(settings.measure, shown?.mode ?? settings.mode, input.breaks, theme, scheduleWords(state));
  const reClass = (): void => {
    if (shown) dispatch({ type: 'set', patch: { classes: reClassed(settings, shown) } });
  };

  return (
    <div className={styles.frame}>
      <div ref={container} className={styles.map} data-map="" data-ready="false" />
      {failed && (
        <p className={styles.failed} role="alert">
          This browser cannot draw the map: WebGL 2 is missing or switched off. The list holds the same cells.
        </p>
      )}
      {present && <Caption note={wallNote(level, cellsPerHexagon)} streets={streets} />}
      {!present && (
        <>
          {streets?.kind === 'online' && <p className={styles.online}>Streets from {streets.hosts.join(', ')}</p>}
          <MapButtons map={live?.map ?? null} onFit={() => dispatch({ type: 'fit' })} />
          {shown && (
            <Legend
              ref={setLegend}
              model={model}
              note={rollUpSentence(level, cellsPerHexagon)}
              {...(settings.measure === 'value' ? { onReClass: reClass } : {})}
            />
          )}
          {shown && pointer && <Tooltip pointer={pointer} shown={shown} frame={container.current} />}
        </>
      )}
    </div>
  );
}

/** What a picture for a wall must say of itself: merged hexagons, and whose map it is. */
function Caption({ note, streets }: { readonly note: string; readonly streets: Streets | null }) {
  return (
    <div className={styles.caption}>
      {note && <p>{note}</p>}
      <p className={styles.owners} data-fine-print>
        {[attribution, ...(streets ? [creditOf(streets)] : [])].join(' · ')}
      </p>
    </div>
  );
}

function useSceneInput(
  state: AppState,
  shown: Shown | null,
  theme: Theme,
  present: boolean,
  scale: number,
): SceneInput {
  const { areaSet, outlines, hovered, settings } = state;
  const { areaId, measure, cell } = settings;
  const areas = useMemo(() => areasOf(areaSet.areas, areaId), [areaSet, areaId]);
  const breaks = shown ? breaksOf(settings, shown) : noClasses;
  const selected = useMemo(() => (shown ? indexOfCell(shown.grid.cells, cell) : null), [shown, cell]);
  const detail = state.detail.status === 'ready' && state.detail.value.cell === cell ? state.detail.value : null;
  const offences = present || !detail ? noOffences : detail.offences;
  return useMemo(
    () => ({
      theme,
      areas,
      outlines,
      grid: shown?.grid ?? null,
      result: shown?.result ?? null,
      measure,
      breaks,
      selected: present ? null : selected,
      hovered: present ? null : hovered,
      offences,
      badges: present,
      scale,
    }),
    [theme, areas, outlines, shown, measure, breaks, selected, hovered, offences, present, scale],
  );
}

/**
 * Fits the view to the study area when that changes, when asked to, and when a picture changes its size; not when the
 * map only comes back from a presentation.
 */
function useFit(live: LiveMap | null, state: AppState, legend: HTMLElement | null, present: boolean): void {
  const { areaSet, settings, fitRequest } = state;
  const { areaId } = settings;
  const hasLegend = legend !== null;
  const fitted = useRef<readonly unknown[]>([]);
  useEffect(() => {
    const bounds = boundsOf(areasOf(areaSet.areas, areaId));
    if (!live || !bounds) return;
    const { map } = live;
    const refit = (): void => fitTo(map, bounds, legend && { width: legend.offsetWidth, height: legend.offsetHeight });
    if (present) {
      refit();
      map.on('resize', refit);
      return () => {
        map.off('resize', refit);
      };
    }
    const now = [areaSet, areaId, fitRequest, hasLegend];
    if (now.every((what, i) => what === fitted.current[i])) return;
    // in a task of its own: the panels that change in the same breath have held up the page enough
    const later = setTimeout(() => {
      fitted.current = now;
      refit();
    });
    return () => clearTimeout(later);
  }, [live, areaSet, areaId, fitRequest, legend, hasLegend, present]);
}

/** A cell chosen in the list is brought into view when it lies outside of it. */
function useSelectedInView(live: LiveMap | null, shown: Shown | null, selected: number | null): void {
  useEffect(() => {
    const level = shown?.grid.levels[0];
    if (!live || !level || selected === null) return;
    const at: [number, number] = [level.lon[selected] ?? 0, level.lat[selected] ?? 0];
    // MapLibre jumps instead of gliding when the reader prefers reduced motion.
    if (!live.map.getBounds().contains(at)) live.map.easeTo({ center: at, duration: 140 });
  }, [live, shown, selected]);
}
