import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { definitions } from '../../../src/core/offences/presets.ts';
import { fromBase64, toBase64 } from '../../../src/core/project/base64.ts';
import { projectJson, projectKind, readProject } from '../../../src/core/project/read.ts';
import { writeProject } from '../../../src/core/project/write.ts';
import { runs } from '../../runs.ts';
import { anyProject, PROJECT } from './projects.ts';

const written = (): Record<string, unknown> => JSON.parse(writeProject(PROJECT)) as Record<string, unknown>;
const read = (json: unknown) => readProject(json, 'x.harmscape.json');

describe('base64', () => {
  it('writes the vectors of RFC 4648', () => {
    const of = (text: string): string => toBase64(new TextEncoder().encode(text));
    expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map(of)).toEqual([
      '',
      'Zg==',
      'Zm8=',
      'Zm9v',
      'Zm9vYg==',
      'Zm9vYmE=',
      'Zm9vYmFy',
    ]);
  });

  it('agrees with Node on any bytes, there and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
  });

  it('refuses what is none', () => {
    expect(['A', 'AAA', 'AA=A', 'A===', 'Zm9v\n', 'Zm9é', '-_-_'].map(fromBase64)).toEqual(Array(7).fill(null));
  });
});

describe('a project file', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        expect(readProject(projectJson(writeProject(project), 'x'), 'x')).toEqual(project);
      }),
    );
  });

  it('has the same bytes whatever order its parts were made in', () => {
    const { settings, ...rest } = PROJECT;
    const classes = Object.fromEntries(Object.entries(settings.classes).reverse());
    const turned = Object.fromEntries(Object.entries({ ...settings, classes }).reverse()) as unknown as typeof settings;
    expect(writeProject({ settings: turned, ...rest })).toBe(writeProject(PROJECT));
    expect(writeProject(PROJECT)).toBe(writeProject(readProject(written(), 'x')));
  });

  it('is told by its beginning', () => {
    expect(projectKind(writeProject(PROJECT).slice(0, 256))).toBe('project');
    expect(projectKind('{"harmscape":"encrypted","v":1')).toBe('encrypted');
    expect(projectKind('{"type":"FeatureCollection"')).toBeNull();
    expect(projectKind('longitude,latitude')).toBeNull();
  });

  it('holds no rows unless asked to', () => {
    expect(written().rows).toBeNull();
  });

  it('survives any JSON with one sentence', () => {
    const survives = (json: unknown): void => {
      try {
        read(json);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    };
    fc.assert(fc.property(fc.jsonValue(), survives), runs);
    // and a sound one with any part of it replaced, at any depth of two
    const names = Object.keys(written());
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, value) =>
        survives({ ...written(), [name]: value }),
      ),
      runs,
    );
    const inner = fc.constantFrom(...Object.keys(PROJECT.settings));
    fc.assert(
      fc.property(inner, fc.jsonValue(), (name, value) =>
        survives({ ...written(), settings: { ...PROJECT.settings, [name]: value } }),
      ),
      runs,
    );
  });

  it.each([
    ['not a project', { type: 'FeatureCollection' }, 'is not a project file'],
    ['batches of other inputs', { ...written(), batches: [], batchKey: 'none' }, 'batches of 1 inputs together'],
    ['a newer version', { ...written(), v: 2 }, 'newer Harmscape'],
    ['no version', { ...written(), v: undefined }, 'no project version'],
    ['a missing part', { ...written(), marking: undefined }, '“marking” is missing'],
    ['a wrong setting', { ...written(), settings: { ...PROJECT.settings, ring: 3 } }, '“settings.ring” is 3'],
    ['an area that is not there', { ...written(), settings: { ...PROJECT.settings, areaId: 'E9' } }, 'areaId'],
    [
      'an own definition that is not there',
      { ...written(), settings: { ...PROJECT.settings, ownId: 'own-9' } },
      'ownId',
    ],
    [
      'an own definition of no known group',
      {
        ...written(),
        settings: {
          ...PROJECT.settings,
          ownDefinitions: [
            { id: 'own-1', base: 'all', name: 'Mine', rule: { ...definitions.all.rule, groups: ['piracy'] } },
          ],
        },
      },
      'rule.groups[0]',
    ],
    ['own weights without them', { ...written(), settings: { ...PROJECT.settings, schedule: 'own' } }, 'ownSchedule'],
    [
      'a name with a folder',
      { ...written(), inputs: [{ ...PROJECT.inputs[0], name: '../secret.csv' }] },
      'inputs[0].name',
    ],
    ['a digest cut short', { ...written(), inputs: [{ ...PROJECT.inputs[0], sha256: 'ba78' }] }, 'inputs[0].sha256'],
    ['rows for another number of files', { ...written(), rows: ['Zg==', 'Zg=='] }, '“rows” is a list'],
    ['rows that are no base64', { ...written(), rows: ['?'] }, 'rows[0]'],
    [
      'an open ring',
      {
        ...written(),
        areaSet: {
          ...PROJECT.areaSet,
          areas: [
            {
              id: 'E1',
              name: '',
              polygons: [
                [
                  [
                    [0, 1],
                    [1, 1],
                    [1, 2],
                    [0, 2],
                  ],
                ],
              ],
            },
          ],
        },
      },
      'closed ring',
    ],
  ])('with %s is refused by name', (_, json, words) => {
    expect(() => read(json)).toThrow(InputError);
    expect(() => read(json)).toThrow(words);
  });

  it('that is cut off says so', () => {
    expect(() => projectJson(writeProject(PROJECT).slice(0, 300), 'x.harmscape.json')).toThrow(
      /x\.harmscape\.json is not a whole/,
    );
  });
});
