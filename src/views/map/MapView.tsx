/** The map: hexagons over the basemap, with its legend and buttons, tied to the state both ways. */
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Streets } from '../../core/geo/streets.ts';
import type { CellDetail } from '../../core/results.ts';
import { attribution } from '../../layers/basemap.ts';
import { factorKey } from '../../layers/factors.ts';
import { rollUpSentence, wallNote } from '../../layers/legend.ts';
import type { Theme } from '../../layers/palette.ts';
import { creditOf } from '../../layers/streets.ts';
import type { Action, AppState } from '../../state/app-state.ts';
import { evaluationOnScreen } from '../../state/evaluation.ts';
import { factorsOnMap } from '../../state/layers.ts';
import { onGrid } from '../../state/methods.ts';
import { modelsOnScreen } from '../../state/risk.ts';
import { shownValue } from '../words.ts';
import { Legend } from './Legend.tsx';
import { MapButtons } from './MapButtons.tsx';
import styles from './map.module.css';
import { hotspotPicture, type Picture, specialPicture } from './picture.ts';
import { doseOver } from './picture-dose.ts';
import { patrolOver } from './picture-patrol.ts';
import { trialOver } from './picture-trial.ts';
import type { SceneInput } from './scene.ts';
import { reClassed, type Shown, useShown } from './shown.ts';
import { Tooltip } from './Tooltip.tsx';
import { useDrawing } from './use-drawing.ts';
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
  /** False for cells without their ranks: something would cut the numbers. */
  readonly numbered?: boolean;
  /** Told of the map while it stands, when it is one of two: who has them fits them, and shows their one legend. */
  readonly onMap?: ((map: MapLibreMap | null) => void) | null;
  /** Told of the sentence on merged hexagons, '' for none, when another shows the legend. */
  readonly onNote?: (note: string) => void;
}

const noOffences: CellDetail['offences'] = [];
const noFactors: SceneInput['factors'] = [];
const noTop: Picture['top'] = [];
const noOutlines: SceneInput['outlines'] = [];
const noMarks: SceneInput['marks'] = [];
const noWays: SceneInput['ways'] = [];

export function MapView(props: MapViewProps) {
  const { state, theme, dispatch, onReady, present = false, numbered = true, onMap = null, onNote } = props;
  const container = useRef<HTMLDivElement>(null);
  const [legend, setLegend] = useState<HTMLElement | null>(null);
  const [pointer, setPointer] = useState<Pointer | null>(null);
  const shown = useShown(state);
  const { settings } = state;
  const streets = state.streets.status === 'ready' ? state.streets.value : null;
  const picture = usePicture(state, shown, theme);
  const factors = useMemo(() => (present ? noFactors : factorsOnMap(state.layers)), [state.layers, present]);
  const input = useSceneInput(
    state,
    picture,
    factors,
    theme,
    { present, numbered },
    scaleFor(container.current, present),
  );

  const { live, level, failed } = useMap(container, input, streets, present, {
    onPointer: (pointed) => {
      const next = state.drawing ? null : pointed;
      setPointer(next);
      const index = next?.hit?.index ?? null;
      if (index !== state.hovered) dispatch({ type: 'hover', index });
    },
    onPick: ({ index }) => {
      // the pointer is a pen meanwhile
      if (state.drawing) return;
      const cell = picture?.grid.cells[index] ?? null;
      dispatch({ type: 'set', patch: { cell: cell === settings.cell ? null : cell } });
    },
    onReady: () => onReady?.(),
    onStreetsFailed: (message) => {
      dispatch({ type: 'streets', streets: { status: 'failed', message } });
      dispatch({ type: 'toast', toast: { kind: 'error', message } });
    },
  });

  useFit(live, state, legend, present, onMap !== null);
  useTold(live, onMap);
  useDrawing(present ? null : live, state.drawing, theme, dispatch);
  useSelectedInView(live, picture, input.selected);

  const hexLevel = picture?.grid.levels[level];
  const cellsPerHexagon = picture && hexLevel ? picture.grid.cells.length / hexLevel.n : 1;
  const note = picture ? rollUpSentence(level, cellsPerHexagon, picture.stands) : '';
  useEffect(() => onNote?.(note), [onNote, note]);
  const reClass = (): void => {
    if (shown) dispatch({ type: 'set', patch: { classes: picture?.reClassed ?? reClassed(settings, shown) } });
  };

  return (
    <div className={styles.frame} data-drawing={state.drawing ? '' : undefined}>
      <div ref={container} className={styles.map} data-map="" data-ready="false" />
      {failed && (
        <p className={styles.failed} role="alert">
          This browser cannot draw the map: WebGL 2 is missing or switched off. The list holds the same cells.
        </p>
      )}
      {present && <Caption note={wallNote(level, cellsPerHexagon, picture?.stands)} streets={streets} />}
      {!present && (
        <>
          {streets?.kind === 'online' && <p className={styles.online}>Streets from {streets.hosts.join(', ')}</p>}
          <MapButtons map={live?.map ?? null} onFit={() => dispatch({ type: 'fit' })} />
          {picture && !onMap && (
            <Legend
              ref={setLegend}
              model={picture.legend}
              factors={factors.map((drawn) => factorKey(drawn, theme))}
              note={note}
              {...(picture.hasClasses ? { onReClass: reClass } : {})}
            />
          )}
          {pointer && <Tooltip pointer={pointer} picture={picture} frame={container.current} />}
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

/** Made anew only when what it is made of changes: a pointer that moves repaints nothing. */
function usePicture(state: AppState, shown: Shown | null, theme: Theme): Picture | null {
  const { settings, ownSchedule, gridKey, kde, emerging, nearRepeat, highlight } = state;
  const { measure, classes, mode, schedule } = settings;
  const dates = useKeyDateDeps(state);
  const risk = useRiskDeps(state);
  const tested = useEvaluationDeps(state);
  // of the two maps of Compare each has a slot of its own, made anew with each state
  const density = onGrid(kde, gridKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only these change the picture
  const special = useMemo(
    () => shown && specialPicture(state, shown, theme),
    [
      shown,
      theme,
      ownSchedule,
      measure,
      classes,
      mode,
      schedule,
      gridKey,
      density,
      emerging,
      nearRepeat,
      highlight,
      state.mode,
      dates,
      risk,
      tested,
    ],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the settings only these change the hotspots
  const hotspots = useMemo(
    () => (special ? null : shown && hotspotPicture({ settings, ownSchedule }, shown, theme)),
    [special === null, shown, theme, ownSchedule, measure, classes, mode, schedule],
  );
  const base = special ?? hotspots;
  const patrolled = usePatrolDeps(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only these change what a patrol lays over it
  const over = useMemo(() => base && patrolOver(base, state, theme), [base, patrolled, theme]);
  const logged = useLogDeps(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only these change what a log lays over it
  const dosed = useMemo(() => over && doseOver(over, state, theme), [over, logged, theme]);
  const tried = useTrialDeps(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only these change what a trial lays over it
  return useMemo(() => dosed && shown && trialOver(dosed, state, shown, theme), [dosed, shown, tried, theme]);
}

/** The same array while the places of a trial on the map stay the same. */
function useTrialDeps({ mode, settings, trialPlan, trialFiles }: AppState): readonly unknown[] {
  const part = mode === 'evaluate' ? settings.evaluatePart : 'methods';
  const trial = part === 'trial' ? settings.trial : null;
  const plan = trial && shownValue(trialPlan);
  return useMemo(() => [part, trial, plan, trialFiles], [part, trial, plan, trialFiles]);
}

/** The same array while what the map shows of a log stays the same. */
function useLogDeps({ mode, visitLog, visitDose }: AppState): readonly unknown[] {
  const open = mode === 'patrol' && visitLog.open;
  const dose = open ? shownValue(visitDose) : null;
  const { files } = visitLog;
  return useMemo(() => [open, dose, files], [open, dose, files]);
}

/** The same array while the patrol on the map stays the same. */
function usePatrolDeps(state: AppState): readonly unknown[] {
  const found = state.mode === 'patrol' ? onGrid(state.patrol, state.gridKey) : null;
  const cell = found && state.settings.cell;
  return useMemo(() => [found, cell], [found, cell]);
}

/** The same array while nothing changes that a picture of key dates is made of. */
function useKeyDateDeps({ mode, keyDateChanges, settings, areaSet, dataset }: AppState): readonly unknown[] {
  const { keyDateView, keyDates, areaId } = settings;
  return useMemo(
    () => [mode, keyDateChanges, keyDateView, keyDates, areaId, areaSet, dataset],
    [mode, keyDateChanges, keyDateView, keyDates, areaId, areaSet, dataset],
  );
}

/** The same array while the models on the map stay the same. */
function useRiskDeps(state: AppState): readonly unknown[] {
  const { show } = state.settings.risk;
  const [one, other] = state.mode === 'risk' ? modelsOnScreen(state) : [];
  return useMemo(() => [one, other, show], [one, other, show]);
}

/** The same array while the test on the map stays the same. */
function useEvaluationDeps(state: AppState): readonly unknown[] {
  const methods = state.mode === 'evaluate' && state.settings.evaluatePart === 'methods';
  const found = methods ? evaluationOnScreen(state)?.evaluation : undefined;
  const { method, budgetPercent } = state.settings.evaluation;
  return useMemo(() => [found, method, budgetPercent], [found, method, budgetPercent]);
}

function useSceneInput(
  state: AppState,
  picture: Picture | null,
  factors: SceneInput['factors'],
  theme: Theme,
  { present, numbered }: Required<Pick<MapViewProps, 'present' | 'numbered'>>,
  scale: number,
): SceneInput {
  const { areaSet, outlines, hovered, settings } = state;
  const { areaId, cell } = settings;
  const areas = useMemo(() => areasOf(areaSet.areas, areaId), [areaSet, areaId]);
  const selected = useMemo(() => (picture ? indexOfCell(picture.grid.cells, cell) : null), [picture, cell]);
  const detail = state.detail.status === 'ready' && state.detail.value.cell === cell ? state.detail.value : null;
  // those are of the chosen period, and patrol areas that are marked are of others
  const offences = present || !detail || picture?.marks ? noOffences : detail.offences;
  return useMemo(
    () => ({
      theme,
      areas,
      outlines: picture?.marks ? noOutlines : outlines,
      marks: picture?.marks ?? noMarks,
      ways: picture?.ways ?? noWays,
      grid: picture?.grid ?? null,
      paint: picture?.paint ?? null,
      top: (numbered ? picture?.top : null) ?? noTop,
      selected: present ? null : selected,
      hovered: present ? null : hovered,
      offences,
      factors,
      badges: present,
      scale,
    }),
    [theme, areas, outlines, picture, selected, hovered, offences, factors, present, numbered, scale],
  );
}

/**
 * Fits the view to the study area when that changes, when asked to, and when a picture changes its size; not when the
 * map only comes back from a presentation. `byOthers`: who shows two maps fits them.
 */
function useFit(
  live: LiveMap | null,
  state: AppState,
  legend: HTMLElement | null,
  present: boolean,
  byOthers: boolean,
): void {
  const { areaSet, settings, fitRequest } = state;
  const { areaId } = settings;
  const hasLegend = legend !== null;
  const fitted = useRef<readonly unknown[]>([]);
  useEffect(() => {
    if (byOthers) {
      fitted.current = [];
      return;
    }
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
  }, [live, areaSet, areaId, fitRequest, legend, hasLegend, present, byOthers]);
}

/** Hands out the map on screen, and takes it back. */
function useTold(live: LiveMap | null, onMap: MapViewProps['onMap']): void {
  useEffect(() => {
    if (!onMap) return;
    onMap(live?.map ?? null);
    return () => onMap(null);
  }, [live, onMap]);
}

/** A cell chosen in the list is brought into view when it lies outside of it. */
function useSelectedInView(live: LiveMap | null, picture: Picture | null, selected: number | null): void {
  useEffect(() => {
    const level = picture?.grid.levels[0];
    if (!live || !level || selected === null) return;
    const at: [number, number] = [level.lon[selected] ?? 0, level.lat[selected] ?? 0];
    // MapLibre jumps instead of gliding when the reader prefers reduced motion.
    if (!live.map.getBounds().contains(at)) live.map.easeTo({ center: at, duration: 140 });
  }, [live, picture, selected]);
}
