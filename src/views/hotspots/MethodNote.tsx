import controls from '../controls/controls.module.css';
import panel from '../panel.module.css';
import type { MethodText } from './method-texts.ts';
import styles from './methods.module.css';

/** What a method cannot tell, always in sight, and behind a fold how it works and where it comes from. */
export function MethodNote({ text }: { readonly text: MethodText }) {
  return (
    <>
      <details className={styles.note}>
        <summary>How this is worked out</summary>
        {text.how.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <ul aria-label="Sources">
          {text.sources.map(({ text: source, doi }) => (
            <li key={source}>
              {source}
              {doi !== '' && <span className={styles.doi}>, doi {doi}</span>}
            </li>
          ))}
        </ul>
      </details>
      <p className={panel.limits}>
        <span className={controls.visuallyHidden}>What it cannot tell: </span>
        {text.trap}
      </p>
    </>
  );
}
