import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { DAYS, HOURS } from './hour-grid.ts';
import styles from './hour-table.module.css';

interface HourTableProps {
  readonly label: string;
  /** What an hour of the week (0 = Monday 00) says to those who cannot see its colour, and the attribute that colours it. */
  readonly hourOf: (hourOfWeek: number) => { readonly words: string; readonly colour: HourColour };
  /** With colours of its own. */
  readonly className?: string | undefined;
}

type HourColour = { readonly 'data-heat': number } | { readonly 'data-level': number };

/** A week of 7 × 24 hours: a table that reads as a picture. */
export function HourTable({ label, hourOf, className }: HourTableProps) {
  return (
    <table className={cx(styles.hours, className)} aria-label={label}>
      <thead>
        <tr>
          <td />
          {HOURS.map((hour) => (
            <th key={hour} scope="col">
              <span className={hour % 6 === 0 ? undefined : controls.visuallyHidden}>{twoDigits(hour)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {DAYS.map((day, d) => (
          <tr key={day}>
            <th scope="row">{day}</th>
            {HOURS.map((hour) => {
              const { words, colour } = hourOf(d * 24 + hour);
              return (
                <td key={hour} {...colour} title={`${day} ${twoDigits(hour)}:00, ${words}`}>
                  <span className={controls.visuallyHidden}>{words}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0');
}
