import { X } from 'lucide-react';
import type { WddRow, WddView, WddZone } from '../../../core/evaluation/trial-view.ts';
import type { WddOutcome } from '../../../core/evaluation/wdd-rows.ts';
import { wddZones, withoutWddRow, withWddEntry, withWddRow } from '../../../state/trial.ts';
import controls from '../../controls/controls.module.css';
import { IconButton } from '../../controls/IconButton.tsx';
import panel from '../../panel.module.css';
import { useStore } from '../../store-context.ts';
import { AmountInput } from './AmountInput.tsx';
import styles from './wdd.module.css';
import { zoneNames } from './wdd-words.ts';

interface WddRowFormProps {
  readonly row: WddRow;
  readonly at: number;
  readonly view: WddView;
  readonly outcome: WddOutcome | undefined;
}

/** The counts of one row, to be typed. */
export function WddRowForm({ row, at, view, outcome }: WddRowFormProps) {
  const store = useStore();
  const name = row.name.trim() || `Row ${at + 1}`;
  const change = (by: (row: WddRow) => WddRow, merge?: string) =>
    store.dispatch({
      type: 'set',
      patch: withWddRow(store.getState().settings, at, by),
      ...(merge ? { merge } : {}),
    });
  const zones = view.displacement ? wddZones : wddZones.slice(0, 2);
  const field = (zone: WddZone, of: 'before' | 'after' | 'size') => (
    <td>
      <AmountInput
        label={`${name}, ${zoneNames[zone]}, ${of}`}
        value={row.zones[zone][of]}
        whole={of !== 'size'}
        onChange={(value) => change((known) => withWddEntry(known, zone, { [of]: value }))}
      />
    </td>
  );
  return (
    <fieldset className={styles.row}>
      <legend className={controls.visuallyHidden}>{name}</legend>
      <div className={styles.head}>
        <input
          className={controls.input}
          aria-label={`Name of row ${at + 1}`}
          placeholder={`Row ${at + 1}: place or offence`}
          maxLength={80}
          value={row.name}
          onChange={(event) => change((known) => ({ ...known, name: event.target.value }), `wdd-name-${at}`)}
        />
        {view.rows.length > 1 && (
          <IconButton
            icon={X}
            label={`Remove ${name}`}
            onPress={() => store.dispatch({ type: 'set', patch: withoutWddRow(store.getState().settings, at) })}
          />
        )}
      </div>
      <table className={styles.counts}>
        <thead>
          <tr>
            <th scope="col">Offences</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            {view.sizes && <th scope="col">Size</th>}
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => (
            <tr key={zone}>
              <th scope="row">{zoneNames[zone]}</th>
              {field(zone, 'before')}
              {field(zone, 'after')}
              {view.sizes && field(zone, 'size')}
            </tr>
          ))}
        </tbody>
      </table>
      {view.harm && (
        <div className={styles.harm}>
          <span aria-hidden>Days of harm of one offence</span>
          <AmountInput
            label={`${name}, days of harm of one offence`}
            value={row.harmDays}
            whole={false}
            onChange={(value) => change((known) => ({ ...known, harmDays: value }))}
          />
        </div>
      )}
      {outcome && outcome.result === null && <p className={panel.small}>{outcome.missing}</p>}
    </fieldset>
  );
}
