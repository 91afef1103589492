/** The cells of a small CSV, with the line each record starts on (1-based). Blank lines are not records. */
export function readCells(text: string): { readonly line: number; readonly cells: readonly string[] }[] {
  const body = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const delimiter = delimiterOf(body.slice(0, body.indexOf('\n') < 0 ? undefined : body.indexOf('\n')));
  const records: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let started = 1;
  const endRecord = (): void => {
    cells.push(cell);
    if (cells.some((text) => text.trim() !== '')) records.push({ line: started, cells });
    cells = [];
    cell = '';
    started = line;
  };
  for (let at = 0; at < body.length; at++) {
    const char = body.charAt(at);
    if (char === '\n') line += 1;
    if (quoted) {
      // a doubled quote is a quote, a single one ends the quoting
      if (char !== '"') cell += char;
      else if (body.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (char === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (char === '\n') endRecord();
    else cell += char;
  }
  endRecord();
  return records;
}

/** The candidate that stands most often in the header; a comma when none does. */
function delimiterOf(header: string): string {
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}
