/** Reads the relationship of victim and suspect, which forces write in many ways: "Ex-partner", "Suspect is brother". */

/** A relationship with one of these words is not of the family, whatever else it says: "business partner", "no relation". */
const notFamily: ReadonlySet<string> = new Set([
  'no',
  'non',
  'not',
  'business',
  'work',
  'friend',
  'friends',
  'unknown',
]);

/** True when a whole word of the relationship, or its singular, is one of `words`. */
export function isRelationship(relationship: string, words: ReadonlySet<string>): boolean {
  const found = relationship
    .toLowerCase()
    .replace(/é/g, 'e')
    .split(/[^a-z]+/);
  if (found.some((word) => notFamily.has(word))) return false;
  return found.some((word) => words.has(word) || (word.endsWith('s') && words.has(word.slice(0, -1))));
}
