/** Progress and notes go to stderr; stdout is for results alone. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
