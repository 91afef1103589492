/** Ties the pen on the map to the drawing in the state, both ways. The pen is loaded when the first drawing starts. */
import { useEffect, useRef } from 'react';
import type { Theme } from '../../layers/palette.ts';
import type { Action } from '../../state/app-state.ts';
import { added, type Drawing, withRing } from '../../state/drawing.ts';
import { takesStreets } from './streets.ts';
import type { Pen, PenColours } from './terra.ts';
import type { LiveMap } from './use-map.ts';

export function useDrawing(
  live: LiveMap | null,
  drawing: Drawing | null,
  theme: Theme,
  dispatch: (action: Action) => void,
): void {
  const latest = useRef(drawing);
  latest.current = drawing;
  const pen = useRef<Pen | null>(null);
  const drawingOn = drawing === null ? null : live;

  // the colours of the pen are the theme's
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tokens follow the theme
  useEffect(() => {
    if (!drawingOn) return;
    const { map } = drawingOn;
    let over = false;
    const change = (to: (drawing: Drawing) => Drawing): void => {
      if (latest.current) dispatch({ type: 'drawing', drawing: to(latest.current) });
    };
    void import('./terra.ts').then(({ createPen }) => {
      if (over) return;
      pen.current = createPen(map, penColours(), {
        onOutline: (ring) => change((now) => added(now, ring)),
        onChanged: (piece, ring) => change((now) => withRing(now, piece, ring)),
      });
      if (latest.current) pen.current.show(latest.current);
      map.getContainer().dataset.pen = 'ready';
    });
    const tellView = (): void => {
      const { _sw, _ne } = map.getBounds();
      dispatch({ type: 'map-view', bounds: [_sw.lng, _sw.lat, _ne.lng, _ne.lat] });
    };
    tellView();
    map.on('moveend', tellView);
    return () => {
      over = true;
      delete map.getContainer().dataset.pen;
      // a map taken down in this same change took the pen along
      if (takesStreets(map)) {
        map.off('moveend', tellView);
        pen.current?.stop();
      }
      pen.current = null;
    };
  }, [drawingOn, theme, dispatch]);

  useEffect(() => {
    if (drawing) pen.current?.show(drawing);
  }, [drawing]);
}

function penColours(): PenColours {
  const tokens = getComputedStyle(document.documentElement);
  const hex = (name: string): `#${string}` => `#${tokens.getPropertyValue(name).trim().replace('#', '')}`;
  return { add: hex('--accent'), cut: hex('--danger'), paper: hex('--panel') };
}
