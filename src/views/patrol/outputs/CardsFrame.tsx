import { useLayoutEffect, useRef } from 'react';
import type { StyledPage } from '../../../core/tables/patrol-html.ts';
import type { Theme } from '../../../state/app-state.ts';
import { nodeOf } from './dom.ts';

/** The page of patrol cards as the file holds it, with its own style, which reaches nothing else. */
export function CardsFrame({ page, theme }: { readonly page: StyledPage; readonly theme: Theme }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(page.style);
    root.adoptedStyleSheets = [sheet];
    const { attributes } = page.content;
    root.replaceChildren(nodeOf({ ...page.content, attributes: { ...attributes, 'data-theme': theme } }));
    const follow = (event: Event) => followLink(event, root);
    root.addEventListener('click', follow);
    return () => root.removeEventListener('click', follow);
  }, [page, theme]);
  return <div ref={host} />;
}

/** Links lead to cards of the page; the address of the app, where its settings are, stays. */
function followLink(event: Event, root: ShadowRoot): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (!link) return;
  event.preventDefault();
  const card = root.getElementById(link.getAttribute('href')?.slice(1) ?? '');
  card?.scrollIntoView();
  card?.focus({ preventScroll: true });
}
