import type { SidesHours, SidesResult } from '../../core/methods/sides.ts';
import controls from '../controls/controls.module.css';
import { DAYS, HOURS } from '../hotspots/hour-grid.ts';
import panel from '../panel.module.css';
import styles from './compare.module.css';
import { useSideNames } from './names.ts';
import { differenceLevel, differenceSentence, largestDifference } from './words.ts';

/** At which hours of the week the other side has a larger part of its offences, and at which the first. */
export function HourDifference({ result }: { result: SidesResult }) {
  const names = useSideNames();
  return (
    <section aria-labelledby="sides-hours">
      <h3 id="sides-hours" className={styles.part}>
        Hours of the week
      </h3>
      {result.hours === null ? (
        <p className={panel.small}>{result.whyNoHours}</p>
      ) : (
        <>
          <Grid hours={result.hours} />
          <p className={styles.ends}>
            <span>
              <i data-level="-5" /> more in {names.one.title}
            </span>
            <span>
              <i data-level="5" /> more in {names.other.title}
            </span>
          </p>
          <p className={panel.small}>{differenceSentence(result.hours, names.one.title, names.other.title)}</p>
        </>
      )}
    </section>
  );
}

const signed = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2, signDisplay: 'exceptZero' });

/** A table that reads as a picture: each cell carries its difference for those who cannot see the colour. */
function Grid({ hours }: { hours: SidesHours }) {
  const largest = largestDifference(hours);
  return (
    <table className={styles.hours} aria-label="Difference of the shares of offences by weekday and hour, in points">
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
              const difference = hours.difference[d * 24 + hour] ?? 0;
              const text = `${signed.format(difference)} points`;
              return (
                <td
                  key={hour}
                  data-level={differenceLevel(difference, largest)}
                  title={`${day} ${String(hour).padStart(2, '0')}:00, ${text}`}
                >
                  <span className={controls.visuallyHidden}>{text}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
