/** Asking what files of places are that could be offences or risk factors, and remembering the answer by their columns. */
import type { FileGuess } from '../core/ingest/file-kind.ts';
import type { Doing } from './doing.ts';
import type { FileAnswer } from './layers.ts';
import type { Remembering } from './quiet-storage.ts';

const ANSWERS_KEY = 'harmscape-file-kinds';
/** Older answers are forgotten. */
const MOST_ANSWERS = 50;

export interface GuessedFile {
  readonly file: File;
  readonly guess: FileGuess;
}

export interface SortedFile {
  readonly file: File;
  readonly kind: Exclude<FileGuess['kind'], 'unclear'>;
}

export function fileQuestions({ dispatch }: Doing, storage: Remembering) {
  let settle: ((answer: FileAnswer | null, remember: boolean) => void) | null = null;

  function ask(files: readonly File[], columns: string): Promise<FileAnswer | null> {
    settle?.(null, false);
    return new Promise((resolve) => {
      settle = (answer, remember) => {
        settle = null;
        dispatch({ type: 'layers', change: { question: null } });
        if (answer && remember && columns !== '') keepAnswer(storage, columns, answer);
        resolve(answer);
      };
      const question = { files: files.map(({ name }) => name), rememberable: columns !== '' };
      dispatch({ type: 'layers', change: { question } });
    });
  }

  return {
    /** Every file with what it is; those that the user leaves out are missing. */
    async sorted(files: readonly GuessedFile[]): Promise<readonly SortedFile[]> {
      const known = answersIn(storage);
      const answers = new Map<File, FileAnswer | null>();
      const unclear = files.filter(({ guess }) => guess.kind === 'unclear');
      for (const { file, guess } of unclear) {
        if (answers.has(file)) continue;
        const { columns } = guess;
        // one answer for all files of the same columns; without columns each is a question of its own
        const alike = columns === '' ? [file] : unclear.filter((u) => u.guess.columns === columns).map((u) => u.file);
        const answer = known.get(columns) ?? (await ask(alike, columns));
        for (const one of alike) answers.set(one, answer);
      }
      return files.flatMap(({ file, guess }): SortedFile[] => {
        const kind = guess.kind === 'unclear' ? answers.get(file) : guess.kind;
        return kind ? [{ file, kind }] : [];
      });
    },
    /** null leaves the files out. */
    answerFileKind: (answer: FileAnswer | null, remember: boolean): void => settle?.(answer, remember),
  };
}

function answersIn(storage: Remembering): ReadonlyMap<string, FileAnswer> {
  try {
    const kept: unknown = JSON.parse(storage.getItem(ANSWERS_KEY) ?? '[]');
    return new Map(Array.isArray(kept) ? kept.filter(isAnswered) : []);
  } catch {
    return new Map();
  }
}

function isAnswered(entry: unknown): entry is [columns: string, answer: FileAnswer] {
  if (!Array.isArray(entry)) return false;
  const [columns, answer] = entry as unknown[];
  return typeof columns === 'string' && (answer === 'offences' || answer === 'factors');
}

function keepAnswer(storage: Remembering, columns: string, answer: FileAnswer): void {
  const others = [...answersIn(storage)].filter(([known]) => known !== columns);
  storage.setItem(ANSWERS_KEY, JSON.stringify([...others, [columns, answer]].slice(-MOST_ANSWERS)));
}
