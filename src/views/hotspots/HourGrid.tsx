import panel from '../panel.module.css';
import { useSlice } from '../store-context.ts';
import { datasetOf } from '../words.ts';
import { HourTable } from './HourTable.tsx';
import { busiestHour, heatLevel, hourFigure, largest } from './hour-grid.ts';

interface HourGridProps {
  readonly hourOfWeek: Uint32Array | Float64Array | null;
  /** Numbers of offences, or rates of them. */
  readonly rates?: boolean;
}

/** How many offences, or how often, in each hour of the week. */
export function HourGrid({ hourOfWeek, rates = false }: HourGridProps) {
  const snapped = useSlice((state) => datasetOf(state)?.info.snapped ?? false);
  if (hourOfWeek === null) {
    return (
      <p className={panel.small}>
        {snapped
          ? 'Not shown: this source publishes months only, so hours and weekdays cannot be read from it.'
          : 'Not shown: no offence of this cell carries a time of day.'}
      </p>
    );
  }
  const most = largest(hourOfWeek);
  return (
    <>
      <HourTable
        label="Offences by weekday and hour"
        hourOf={(hour) => {
          const count = hourOfWeek[hour] ?? 0;
          return { words: hourFigure(count, rates), colour: { 'data-heat': heatLevel(count, most, rates ? 0 : 5) } };
        }}
      />
      <p className={panel.small}>{busiestHour(hourOfWeek, rates)}</p>
    </>
  );
}
