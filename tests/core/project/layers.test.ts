import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectLayers } from '../../../src/core/project/layers.ts';
import type { Project } from '../../../src/core/project/project.ts';
import { projectJson, readProject } from '../../../src/core/project/read.ts';
import { writeProject } from '../../../src/core/project/write.ts';
import { PROJECT } from './projects.ts';

const SHA256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

const LAYERS: ProjectLayers = {
  factors: [
    {
      file: {
        name: 'venues.geojson',
        shapes: [
          { row: 0, kind: 'points', parts: [[[0.7, 51.5]]] },
          {
            row: 2,
            kind: 'polygons',
            parts: [
              [
                [0.1, 51],
                [0.2, 51],
                [0.2, 52],
                [0.1, 51],
              ],
            ],
          },
        ],
        fields: [{ name: 'sort', values: ['Pub', 'Bar'], of: Int16Array.of(0, -1, 1) }],
        notes: ['1 feature without a geometry, left out.'],
      },
      sha256: SHA256,
      origin: 'file',
      splitBy: 'sort',
      names: { 'venues.geojson#sort=Pub': 'Pubs', __proto__x: 'odd' },
      removed: ['venues.geojson#sort=Bar'],
    },
  ],
  populations: {
    name: 'residents.csv',
    sha256: SHA256,
    origin: 'demo',
    notes: [],
    populations: [{ code: 'E1', name: 'West', residents: 1000.5 }],
  },
};

/** The JSON of layers, for a test to spoil. */
interface LayersJson {
  factors: [
    {
      shapes: [[number, unknown, unknown], [number, unknown, unknown]];
      fields: [{ of: unknown }];
      splitBy: unknown;
    },
  ];
  populations: { populations: unknown[] };
}

const read = (project: Project) => readProject(projectJson(writeProject(project), 'x'), 'x');

describe('layers of a project', () => {
  it('come back as they were saved', () => {
    expect(read({ ...PROJECT, layers: LAYERS })).toEqual({ ...PROJECT, layers: LAYERS });
    const places = fc.array(
      fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
      { minLength: 2 },
    );
    fc.assert(
      fc.property(places, (part) => {
        // JSON knows no negative zero
        const line = part.map(([lon, lat]) => [lon + 0, lat + 0] as const);
        const [first] = LAYERS.factors;
        if (!first) return;
        const file = { ...first.file, shapes: [{ row: 0, kind: 'lines' as const, parts: [line] }] };
        const layers = { ...LAYERS, factors: [{ ...first, file }] };
        expect(read({ ...PROJECT, layers }).layers).toEqual(layers);
      }),
    );
  });

  it('leave no trace when there are none', () => {
    expect(writeProject({ ...PROJECT, layers: { factors: [], populations: null } })).toBe(writeProject(PROJECT));
    expect(read(PROJECT).layers).toBeUndefined();
  });

  it('have the same bytes whatever order names were given in', () => {
    const [first] = LAYERS.factors;
    const turned = (names: Record<string, string>): string =>
      writeProject({ ...PROJECT, layers: { ...LAYERS, factors: first ? [{ ...first, names }] : [] } });
    expect(turned({ a: '1', b: '2' })).toBe(turned({ b: '2', a: '1' }));
  });

  it.each([
    [(l: LayersJson) => (l.factors[0].shapes[0][2] = [[[0.7, 251]]]), 'layers.factors[0].shapes[0][2][0][0][1]'],
    [(l: LayersJson) => (l.factors[0].shapes[1][1] = 'circles'), 'layers.factors[0].shapes[1][1]'],
    [(l: LayersJson) => (l.factors[0].fields[0].of = [5]), 'layers.factors[0].fields[0].of[0]'],
    [(l: LayersJson) => (l.factors[0].splitBy = 'colour'), 'layers.factors[0].splitBy'],
    [(l: LayersJson) => (l.populations.populations[0] = ['E1']), 'layers.populations.populations[0]'],
  ])('that are damaged are refused by where they are wrong: %#', (damage, where) => {
    const json = projectJson(writeProject({ ...PROJECT, layers: LAYERS }), 'x') as {
      layers: LayersJson;
    };
    damage(json.layers);
    expect(() => readProject(json, 'x')).toThrow(`“${where}”`);
  });
});
