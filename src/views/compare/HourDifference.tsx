import type { SidesHours, SidesResult } from '../../core/methods/sides.ts';
import { HourTable } from '../hotspots/HourTable.tsx';
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

function Grid({ hours }: { hours: SidesHours }) {
  const largest = largestDifference(hours);
  return (
    <HourTable
      label="Difference of the shares of offences by weekday and hour, in points"
      className={styles.hours}
      hourOf={(hour) => {
        const difference = hours.difference[hour] ?? 0;
        return {
          words: `${signed.format(difference)} points`,
          colour: { 'data-level': differenceLevel(difference, largest) },
        };
      }}
    />
  );
}
