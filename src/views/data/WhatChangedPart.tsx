import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ChangeCounts, ChangeRow } from '../../core/batches/what-changed.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { formatCount, plural } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice } from '../store-context.ts';
import { shownValue } from '../words.ts';
import data from './data.module.css';
import { useDownloads } from './use-downloads.ts';

const MOST = 8;

/** What the batch received last brought, by area and by offence. */
export function WhatChangedPart() {
  const changed = useSlice((state) => shownValue(state.whatChanged));
  const list = useSlice((state) => state.batches);
  const download = useDownloads();
  const on = list?.batches.filter((batch) => batch.on) ?? [];
  const last = on.at(-1);
  if (changed === null || last === undefined || on.length < 2) return null;
  const { total } = changed;
  return (
    <section className={data.part} aria-label="What changed since the last batch">
      <h3 className={data.partTitle}>What changed since the last batch</h3>
      <p>
        {last.name} brought {plural(total.new, 'new offence')} and updated {formatCount(total.updated)}:{' '}
        {formatCount(total.reclassified)} became another offence, {formatCount(total.moved)} moved.
      </p>
      <ChangeTable by="Area" rows={changed.byArea} total={total} />
      <ChangeTable by="Offence" rows={changed.byOffence} total={total} />
      <p className={panel.small}>
        An updated row counts where it is now; one that became another offence counts as such under what it was. Moved
        is a metre or more. New in the batch need not be recent.
      </p>
      <div>
        <Button
          className={cx(controls.button)}
          onPress={() => void download('what-changed', { format: 'csv', outside: false })}
        >
          <Download size={15} aria-hidden />
          Changes as CSV
        </Button>
      </div>
    </section>
  );
}

interface ChangeTableProps {
  readonly by: string;
  readonly rows: readonly ChangeRow[];
  readonly total: ChangeCounts;
}

function ChangeTable({ by, rows, total }: ChangeTableProps) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, MOST);
  return (
    <>
      <table className={data.table} aria-label={`Changes by ${by.toLowerCase()}`}>
        <thead>
          <tr>
            <th scope="col">{by}</th>
            <th scope="col">New</th>
            <th scope="col">Updated</th>
            <th scope="col">Other offence</th>
            <th scope="col">Moved</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Line key={row.name} name={row.name} counts={row} />
          ))}
          {/* long offence lists are cut; the total is of all */}
          <Line name="Together" counts={total} />
        </tbody>
      </table>
      {rows.length > MOST && (
        <div>
          <Button className={cx(controls.link)} onPress={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${rows.length}`}
          </Button>
        </div>
      )}
    </>
  );
}

function Line({ name, counts }: { name: string; counts: ChangeCounts }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatCount(counts.new)}</td>
      <td>{formatCount(counts.updated)}</td>
      <td>{formatCount(counts.reclassified)}</td>
      <td>{formatCount(counts.moved)}</td>
    </tr>
  );
}
