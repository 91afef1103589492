/** Whether a file is understood well enough to be loaded without asking. */
import { evidenceOf, flagsRead, isFlagField } from './column-guess.ts';
import { type ColumnGuess, isPlace, type SampledColumn } from './place-guess.ts';

/** Less than this part of the values read: a person knows better. */
const HALF = 0.5;

/**
 * The reason to ask, as a sentence; null when the file is understood, and also when asking could not help: without two
 * columns of numbers there is no place to name.
 */
export function whyAsk(columns: readonly SampledColumn[], guesses: readonly ColumnGuess[]): string | null {
  const evidence = columns.map(evidenceOf);
  const sure = (field: string) => guesses.some((guess) => guess.sure && guess.field === field);
  const placed = (sure('longitude') && sure('latitude')) || (sure('easting') && sure('northing'));
  const numeric = evidence.filter(({ numbers, given }) => given > 0 && numbers >= HALF * given).length;
  if (!placed) return numeric < 2 ? null : 'No pair of coordinate columns was recognised by its names.';

  const offence = sure('offence') || sure('offence_code');
  const guessed = (...fields: readonly string[]) =>
    guesses.find((guess) => !guess.sure && guess.field !== null && fields.includes(guess.field));
  const offenceGuess = offence ? undefined : guessed('offence', 'offence_code');
  if (offenceGuess) return 'No column for the offence was recognised by its name, but one looks like it.';
  if (!sure('from') && guessed('from'))
    return 'No column for the date was recognised by its name, but one looks like it.';
  const unused = guesses.filter(
    ({ field, sure: known }, i) =>
      !(field !== null && known) && (evidence[i]?.given ?? 0) > (evidence[i]?.numbers ?? 0),
  ).length;
  if (!offence && !sure('from') && unused > 0) {
    return `Neither offence nor date was recognised, and ${unused === 1 ? 'a column' : `${unused} columns`} of text ${unused === 1 ? 'stands' : 'stand'} unused.`;
  }

  for (const [i, { field, sure: known }] of guesses.entries()) {
    const column = columns[i];
    if (!known || field === null || !column || isPlace(field)) continue;
    if (field === 'offence' && !sure('offence_code')) {
      const { given, offences } = evidence[i] ?? { given: 0, offences: 0 };
      if (given > 0 && offences < HALF * given) {
        return `Most offence titles are not in the catalogue: ${count(offences)} of ${count(given)} were recognised.`;
      }
    }
    if (isFlagField(field)) {
      const { read, given } = flagsRead(field, column);
      if (given > 0 && read < HALF * given) {
        return `Most values of “${column.name}” read neither as yes nor as no.`;
      }
    }
  }
  return null;
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}
