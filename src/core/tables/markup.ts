/** A page as a tree of elements, so that a file and the screen are made of the same one. Texts are texts until written. */
import { xmlText } from './xml.ts';

export type Markup = string | MarkupElement;

export interface MarkupElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Markup[];
}

export function element(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Markup[]
): MarkupElement {
  return { tag, attributes, children };
}

/** HTML with every text and attribute escaped. Only for elements that have an end tag. */
export function toHtml(markup: Markup): string {
  if (typeof markup === 'string') return xmlText(markup);
  const { tag, attributes, children } = markup;
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${xmlText(value)}"`);
  return `<${tag}${written.join('')}>${children.map(toHtml).join('')}</${tag}>`;
}
