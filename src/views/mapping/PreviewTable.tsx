import { askedOf, type MappingStep } from '../../state/mapping-step.ts';
import { cx } from '../cx.ts';
import { fieldTitle } from './field-words.ts';
import styles from './mapping.module.css';

/** The first rows as they stand in the file; the columns in use are marked, and named. */
export function PreviewTable({ step }: { step: MappingStep }) {
  const { headers, preview } = step.inspection;
  const used = headers.map((name, i) => (headers.indexOf(name) === i ? askedOf(step.draft, name) : null));
  return (
    <section
      className={styles.preview}
      aria-label="The first rows of the file"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by key
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            {headers.map((name, i) => {
              const asked = used[i] ?? null;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns may share a name and never move
                <th key={i} scope="col" className={cx(asked !== null && styles.used)}>
                  {name || '(no name)'}
                  <span className={styles.usedFor}>{asked === null ? 'not used' : fieldTitle(asked)}</span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {preview.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
            <tr key={r}>
              {row.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={i} className={cx(used[i] !== null && styles.used)} title={cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {preview.length === 0 && <p className={styles.words}>The file has a header and no rows.</p>}
    </section>
  );
}
