/** The buffers of all typed arrays in a reply, each once, so that they can be transferred. */
export function buffersOf(reply: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 4) return;
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    } else if (Array.isArray(value)) {
      // long lists hold plain values (cell ids, ranked cells): only lists of objects with arrays are worth a look
      if (typeof value[0] === 'object' && value.length <= 16) for (const item of value) visit(item, depth + 1);
    } else for (const item of Object.values(value)) visit(item, depth + 1);
  };
  visit(reply, 0);
  return [...found];
}

/** An error as a worker can send it: the name tells a mendable input from a fault of ours. */
export function plainError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const plain = new Error(error.message);
  plain.name = error.name;
  return plain;
}
