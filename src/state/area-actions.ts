/** What takes the worker while study areas are drawn, named and kept. */
import { areasGeoJson } from '../core/geo/area-json.ts';
import type { Store } from './app-state.ts';
import type { Doing } from './doing.ts';
import { drawingFrom } from './drawing.ts';
import { messageOf } from './message-of.ts';

type AreaActions = Pick<Store, 'changeArea' | 'nameAreasBy' | 'place' | 'circle' | 'areasFile'>;

export function areaActions({ client, dispatch, getState }: Doing): AreaActions {
  return {
    async changeArea(id) {
      const { areas } = getState().areaSet;
      const area = areas.find((candidate) => candidate.id === id);
      if (!area) return;
      try {
        dispatch({ type: 'drawing', drawing: drawingFrom(area, areas, await client.outlinesOf(id)) });
      } catch (error) {
        dispatch({ type: 'toast', toast: { kind: 'error', message: messageOf(error) } });
      }
    },

    async nameAreasBy(field) {
      const { areaSet, outlines } = getState();
      try {
        const { areas, nameField, nameFields } = await client.nameAreasBy(field);
        const naming = { field: nameField, fields: nameFields };
        dispatch({ type: 'areas', areaSet: { ...areaSet, areas, naming }, outlines });
        const { areaId } = getState().settings;
        if (areaId !== null && !getState().areaSet.areas.some(({ id }) => id === areaId)) {
          dispatch({ type: 'set', patch: { areaId: null } });
        }
      } catch (error) {
        dispatch({ type: 'toast', toast: { kind: 'error', message: messageOf(error) } });
      }
    },

    place: (text) => orSentence(() => client.place(text)),
    circle: (text, radiusM) => orSentence(() => client.circle(text, radiusM)),
    areasFile: () => areasGeoJson(getState().areaSet.areas),
  };
}

/** What was asked for, or what is wrong with it. */
async function orSentence<T>(ask: () => Promise<T>): Promise<T | string> {
  try {
    return await ask();
  } catch (error) {
    return messageOf(error);
  }
}
