import type { TextColumn } from '../offences/table.ts';

/** Distinct texts in the order in which they came; code 0 is ''. */
export interface Dictionary {
  codeOf(text: string): number;
  readonly values: string[];
}

export function dictionary(): Dictionary {
  const values = [''];
  const codes = new Map([['', 0]]);
  // the same text often comes several times running, and comparing is quicker than looking up
  let last = '';
  let lastCode = 0;
  return {
    values,
    codeOf(text) {
      if (text === last) return lastCode;
      const known = codes.get(text);
      if (known !== undefined) {
        last = values[known] ?? '';
        lastCode = known;
        return known;
      }
      const owned = ownText(text);
      const code = values.length;
      values.push(owned);
      codes.set(owned, code);
      return code;
    },
  };
}

/**
 * A copy that stands alone. A piece cut from a long string keeps the whole of it in memory, so a table that kept pieces
 * of its file would keep the file.
 */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}

export function textColumn(codes: Uint32Array, words: Dictionary): TextColumn {
  return { codes, values: words.values };
}
