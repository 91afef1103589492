import { useRef } from 'react';
import type { FlagWord } from '../../core/ingest/mapping-profile.ts';
import { catalogueTitles, type MappingStep, unreadOf, withFlag, withOffence } from '../../state/mapping-step.ts';
import { formatCount, plural } from '../format.ts';
import { useStore } from '../store-context.ts';
import { fieldTitle } from './field-words.ts';
import { KindPicker } from './KindPicker.tsx';
import styles from './mapping.module.css';
import { Select } from './Select.tsx';

/** What offence titles and yes/no values mean that are not understood by themselves. */
export function ValuesPart({ step }: { step: MappingStep }) {
  return (
    <>
      <Offences step={step} />
      <Flags step={step} />
    </>
  );
}

/** Every title that was unknown once stays in the list, with its choice, while the step is open. */
function useTitles(step: MappingStep): readonly { readonly title: string; readonly rows: number | null }[] {
  const seen = useRef({ file: step.file, rows: new Map<string, number | null>() });
  if (seen.current.file !== step.file) seen.current = { file: step.file, rows: new Map() };
  const { rows } = seen.current;
  const value = 'value' in step.trial ? step.trial.value : undefined;
  for (const { title, rows: n } of value?.unknownOffences ?? []) rows.set(title, n);
  for (const title of Object.keys(step.draft.offences)) if (!rows.has(title)) rows.set(title, null);
  return [...rows].map(([title, n]) => ({ title, rows: n }));
}

function Offences({ step }: { step: MappingStep }) {
  const store = useStore();
  const titles = useTitles(step);
  const value = 'value' in step.trial ? step.trial.value : undefined;
  if (titles.length === 0) return null;
  return (
    <section className={styles.values} aria-label="Offences not in the catalogue">
      <h3 className={styles.groupTitle}>Offences not in the catalogue</h3>
      <p className={styles.words}>Harm comes from the catalogue: what is left here counts, and weighs nothing.</p>
      <ul className={styles.valueList}>
        {titles.map(({ title, rows }) => (
          <li key={title} className={styles.value}>
            <span className={styles.valueText}>
              {title}
              {rows !== null && <span className={styles.rows}>{plural(rows, 'row')}</span>}
            </span>
            <KindPicker
              label={`“${title}” is`}
              titles={catalogueTitles}
              value={step.draft.offences[title] ?? null}
              onChoose={(name) => store.setMapping(withOffence(step.draft, title, name))}
            />
          </li>
        ))}
      </ul>
      {value && value.moreUnknown > 0 && (
        <p className={styles.words}>and {formatCount(value.moreUnknown)} rarer ones, which weigh nothing.</p>
      )}
    </section>
  );
}

const meanings: readonly { readonly id: FlagWord; readonly title: string }[] = [
  { id: 'unknown', title: 'Unknown' },
  { id: 'yes', title: 'Yes' },
  { id: 'no', title: 'No' },
];

function Flags({ step }: { step: MappingStep }) {
  const store = useStore();
  return unreadOf(step).map(({ field, header, values }) => (
    <section key={field} className={styles.values} aria-label={`What “${header}” says`}>
      <h3 className={styles.groupTitle}>
        {fieldTitle(field)}: what “{header}” says
      </h3>
      <ul className={styles.valueList}>
        {values.map(({ text, count }) => (
          <li key={text} className={styles.value}>
            <span className={styles.valueText}>
              {text}
              <span className={styles.rows}>{plural(count, 'row')}</span>
            </span>
            <Select
              label={`“${text}” means`}
              labelHidden
              value={step.draft.flags[field]?.[text] ?? 'unknown'}
              options={meanings}
              onChoose={(word) => store.setMapping(withFlag(step.draft, field, text, word))}
            />
          </li>
        ))}
      </ul>
    </section>
  ));
}
