import { isJson } from './magic.ts';
import { sniffEncoding, textStream } from './text-decoding.ts';

/** What a file is loaded as. */
export type FileKind = 'areas' | 'offences';

/**
 * JSON with polygons is study areas; JSON with points or of the police.uk API, and everything that is no JSON, is
 * offences. The first geometry decides, by its type or, where a long outline comes before the type, by how deep its
 * coordinates are nested. `head` is the start of the file, 64 KB or so.
 */
export function fileKind(head: Uint8Array): FileKind {
  if (!isJson(head)) return 'offences';
  const text = textStream(sniffEncoding(head)).push(head);
  const type = /"type"\s*:\s*"(?:Multi)?(Point|Polygon|LineString)"/.exec(text);
  const coordinates = /"coordinates"\s*:\s*(\[\s*\[\s*\[|\[\s*-?\d)/.exec(text);
  if (coordinates && (!type || coordinates.index < type.index)) {
    return /\d$/.test(coordinates[1] ?? '') ? 'offences' : 'areas';
  }
  if (type) return type[1] === 'Point' ? 'offences' : 'areas';
  // without a geometry in sight: features are those of areas with long properties, other records are offences
  return /"type"\s*:\s*"(?:Feature|FeatureCollection|GeometryCollection)"/.test(text) ? 'areas' : 'offences';
}
