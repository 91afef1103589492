/** The file of corrections that the grid references of a project were made with, by name and SHA-256. */
import { at, type Part, text, wrong } from './check.ts';
import type { Project } from './project.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/** Nothing when it was made without. */
export function readExactGrid(part: Part): Pick<Project, 'exactGrid'> {
  if (part.value === undefined) return {};
  const sha256 = at(part, 'sha256');
  if (!SHA256.test(text(sha256))) throw wrong(sha256, 'a SHA-256 of 64 hexadecimal digits');
  return { exactGrid: { name: text(at(part, 'name')).slice(0, 255), sha256: text(sha256) } };
}
