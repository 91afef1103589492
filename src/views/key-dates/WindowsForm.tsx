import { type KeyDateView, LONGEST_WINDOW } from '../../core/settings.ts';
import { keyDateViewed } from '../../state/key-date-view.ts';
import controls from '../controls/controls.module.css';
import { NumberInput } from '../controls/NumberInput.tsx';
import { Segments } from '../controls/Segments.tsx';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import styles from './panel.module.css';

/** How long before and after, what it is compared with, and what the map shows. */
export function WindowsForm({ months }: { readonly months: boolean }) {
  const store = useStore();
  const view = useSlice((state) => state.settings.keyDateView);
  const narrowed = useSlice(({ settings }) => settings.fromDay !== null || settings.toDay !== null);
  const change = (patch: Partial<KeyDateView>) =>
    store.dispatch({ type: 'set', patch: keyDateViewed(store.getState().settings, patch) });
  const lastYear = view.baseline === 'last-year';
  return (
    <section className={styles.part} aria-label="Windows">
      <div className={controls.row}>
        {!lastYear && (
          <NumberInput
            label="Days before"
            value={view.beforeDays}
            least={1}
            most={LONGEST_WINDOW}
            onChange={(beforeDays) => change({ beforeDays })}
          />
        )}
        <NumberInput
          label="Days from it on"
          value={view.afterDays}
          least={1}
          most={LONGEST_WINDOW}
          onChange={(afterDays) => change({ afterDays })}
        />
      </div>
      <Segments
        label="Compared with"
        choices={[
          { id: 'previous' as const, name: 'The days before' },
          { id: 'last-year' as const, name: 'A year earlier' },
        ]}
        value={view.baseline}
        onChoose={(baseline) => change({ baseline })}
      />
      {lastYear && <p className={panel.small}>The same weekdays, 364 days earlier, as many as from the date on.</p>}
      <Segments
        label="On the map"
        choices={[
          { id: 'count' as const, name: 'Offences' },
          { id: 'harm' as const, name: 'Harm' },
        ]}
        value={view.show}
        onChoose={(show) => change({ show })}
      />
      {months && <p className={panel.small}>Dates are months here: windows become whole months.</p>}
      {narrowed && <p className={panel.small}>The period chosen above does not count here: the windows do.</p>}
    </section>
  );
}
