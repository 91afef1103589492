import { describe, expect, it } from 'vitest';
import type { StudyArea } from '../../src/core/geo/area.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { demoSettings, initialState } from '../../src/state/defaults.ts';
import {
  added,
  cornerAfter,
  drawingFrom,
  newDrawing,
  nudged,
  withoutLastStep,
  withoutPiece,
} from '../../src/state/drawing.ts';
import { reduce } from '../../src/state/reduce.ts';

const ring = [
  [0.7, 51.5],
  [0.71, 51.5],
  [0.71, 51.51],
] as const;
const polygons = [[[...ring, ring[0]]]];
const file: StudyArea = { id: 'E1', name: 'Square', polygons, bounds: [0.7, 51.5, 0.71, 51.51] };
const start: AppState = {
  ...initialState(demoSettings),
  areaSet: { name: 'a.geojson', origin: 'file', areas: [file] },
};

/** A state in which a drawing stands ready to be used. */
const ready = (state: AppState, name: string, changes: string | null = null): AppState => ({
  ...state,
  drawing: { ...newDrawing([]), name, changes, pieces: [{ ring, cut: false }] },
  shape: { status: 'ready', value: { polygons, areaM2: 1e6, fault: null, cells: 40, about: false, gridRefs: [] } },
});
const finished = (state: AppState, name: string, changes: string | null = null): AppState =>
  reduce(ready(state, name, changes), { type: 'drawing-finished' });

describe('a drawing', () => {
  it('takes back its last step', () => {
    const one = added(newDrawing([]), ring);
    expect(one.pieces).toEqual([{ ring, cut: false }]);
    expect(withoutLastStep(withoutPiece(one, 0)).pieces).toEqual(one.pieces);
    expect(withoutLastStep(withoutLastStep(one)).pieces).toEqual([]);
  });

  it('cuts out of what is there, never first', () => {
    const cutting = { ...newDrawing([]), cut: true };
    expect(added(added(cutting, ring), ring).pieces.map((piece) => piece.cut)).toEqual([false, true]);
  });

  it('moves a corner by metres and adds one half-way', () => {
    const one = added(newDrawing([]), ring);
    const [lon, lat] = nudged(one, 0, 1, 0, 100).pieces[0]?.ring[1] ?? [0, 0];
    expect([lon, (lat - 51.5) * 111_195]).toEqual([0.71, expect.closeTo(100, 0)]);
    expect(cornerAfter(one, 0, 2).pieces[0]?.ring).toEqual([...ring, [0.705, 51.505]]);
  });

  it('changes a copy of an area of a file, and a drawn one itself', () => {
    const outlines = { pieces: [{ ring, cut: false }], toleranceM: 0 };
    expect(drawingFrom(file, [file], outlines)).toMatchObject({ changes: null, name: 'Square, changed' });
    const drawn = { ...file, id: 'drawn-1', kind: 'drawn' };
    expect(drawingFrom(drawn, [drawn], outlines)).toMatchObject({ changes: 'drawn-1', name: 'Square' });
    expect(drawingFrom(file, [], { ...outlines, toleranceM: 20 }).note).toContain('about 20 m');
  });
});

describe('an area drawn', () => {
  it('joins the set behind the others and is chosen; results of before are not its own', () => {
    const after = finished(start, '  My   patch ');
    expect(after.areaSet.areas.map(({ id, name }) => [id, name])).toEqual([
      ['E1', 'Square'],
      ['drawn-1', 'My patch'],
    ]);
    expect(after.settings.areaId).toBe('drawn-1');
    expect(after.drawing).toBeNull();
    expect(after.generation).toBe(start.generation + 1);
  });

  it('is taken back and given again by undo and redo, with the choice of it', () => {
    const after = finished(finished(start, 'One'), 'Two');
    const undone = reduce(after, { type: 'undo' });
    expect(undone.areaSet.areas.map(({ name }) => name)).toEqual(['Square', 'One']);
    expect(undone.settings.areaId).toBe('drawn-1');
    expect(reduce(undone, { type: 'redo' }).areaSet.areas).toEqual(after.areaSet.areas);
  });

  it('replaces the one that it changes', () => {
    const after = finished(finished(start, 'One'), 'One, larger', 'drawn-1');
    expect(after.settings.drawnAreas.map(({ id, name }) => [id, name])).toEqual([['drawn-1', 'One, larger']]);
  });

  it('stays when another file of areas is opened', () => {
    const other = { ...file, id: 'E2', name: 'Other' };
    const areaSet = { name: 'b.geojson', origin: 'file', areas: [other] } as const;
    const after = reduce(finished(start, 'One'), { type: 'areas', areaSet });
    expect(after.areaSet.areas.map(({ name }) => name)).toEqual(['Other', 'One']);
  });

  it('is not used while its outlines have a fault', () => {
    const value = { polygons: null, areaM2: 0, fault: 'crosses itself', cells: 0, about: false, gridRefs: [] };
    const faulty: AppState = { ...ready(start, 'One'), shape: { status: 'ready', value } };
    expect(reduce(faulty, { type: 'drawing-finished' })).toBe(faulty);
  });
});
