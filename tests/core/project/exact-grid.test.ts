import { expect, it } from 'vitest';
import { projectJson, readProject } from '../../../src/core/project/read.ts';
import { writeProject } from '../../../src/core/project/write.ts';
import { PROJECT } from './projects.ts';

const again = (text: string) => readProject(projectJson(text, 'p.json'), 'p.json');

it('a project keeps the name and the fingerprint of the file that grid references were made with', () => {
  const exactGrid = { name: 'OSTN15_OSGM15_DataFile.txt', sha256: 'a'.repeat(64) };
  expect(again(writeProject({ ...PROJECT, exactGrid })).exactGrid).toEqual(exactGrid);
  expect('exactGrid' in again(writeProject(PROJECT))).toBe(false);
});

it('a fingerprint that is none is refused', () => {
  const text = writeProject({ ...PROJECT, exactGrid: { name: 'a.txt', sha256: 'b' } });
  expect(() => again(text)).toThrow('“exactGrid.sha256” is “b” and should be a SHA-256');
});
