import controls from '../controls/controls.module.css';
import panel from '../panel.module.css';
import { useSlice } from '../store-context.ts';
import { datasetOf } from '../words.ts';
import styles from './hotspots.module.css';
import { busiestHour, DAYS, HOURS, heatLevel, hourFigure, largest } from './hour-grid.ts';

interface HourGridProps {
  readonly hourOfWeek: Uint32Array | Float64Array | null;
  /** Numbers of offences, or rates of them. */
  readonly rates?: boolean;
}

/** A table that reads as a picture: every cell carries its count for those who cannot see the colour. */
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
      <table className={styles.hours} aria-label="Offences by weekday and hour">
        <thead>
          <tr>
            <td />
            {HOURS.map((hour) => (
              <th key={hour} scope="col">
                <span className={hour % 6 === 0 ? undefined : controls.visuallyHidden}>
                  {String(hour).padStart(2, '0')}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DAYS.map((day, d) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              {HOURS.map((hour) => {
                const count = hourOfWeek[d * 24 + hour] ?? 0;
                return (
                  <td
                    key={hour}
                    data-heat={heatLevel(count, most, rates ? 0 : 5)}
                    title={`${day} ${String(hour).padStart(2, '0')}:00, ${hourFigure(count, rates)}`}
                  >
                    <span className={controls.visuallyHidden}>{hourFigure(count, rates)}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={panel.small}>{busiestHour(hourOfWeek, rates)}</p>
    </>
  );
}
