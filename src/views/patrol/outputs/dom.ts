import type { Markup, MarkupElement } from '../../../core/tables/markup.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The elements of a tree, made one by one: texts of files stay texts. */
export function nodeOf(markup: Markup, inSvg = false): Node {
  if (typeof markup === 'string') return document.createTextNode(markup);
  return elementOf(markup, inSvg);
}

function elementOf({ tag, attributes, children }: MarkupElement, inSvg: boolean): Element {
  const svg = inSvg || tag === 'svg';
  const made = svg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.map((child) => nodeOf(child, svg)));
  return made;
}
