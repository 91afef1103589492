/** Hands bytes to the browser as a file; nothing leaves the machine. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The click has been taken by then; the bytes may go.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** ["Southend-on-Sea", "ranked"], "csv" → "harmscape-southend-on-sea-ranked.csv". */
export function fileName(parts: readonly string[], extension: string): string {
  return `${plainName(['harmscape', ...parts])}.${extension}`;
}

/** Words as the name of a file, of letters, digits and hyphens. */
export function plainName(parts: readonly string[]): string {
  const plain = parts.map((part) =>
    part
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .toLowerCase(),
  );
  return plain.filter(Boolean).join('-');
}
