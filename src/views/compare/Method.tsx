import panel from '../panel.module.css';
import styles from './compare.module.css';

/** How the numbers came about, and what they cannot tell. */
export function Method() {
  return (
    <>
      <details className={styles.method}>
        <summary>How this is worked out</summary>
        <p>
          Rates are the offences in the cells of an area, over the ground of these cells or its residents in thousands,
          for the whole period. Small figures under a rate are its exact 95&nbsp;% interval (Garwood 1936, doi
          10.1093/biomet/28.3-4.437).
        </p>
        <p>
          Ratios compare rates per day that the data cover, with the exact interval of Przyborowski &amp; Wilenski
          (1940), doi 10.1093/biomet/31.3-4.313. Harm has no interval: one grave offence decides it.
        </p>
        <p>
          Hours: each side’s offences by hour of the week, spread over their spans, as parts of its own week; the
          difference is in percentage points, so it says when, not how much (Ratcliffe &amp; McCullagh 1998, doi
          10.1080/136588198241644).
        </p>
      </details>
      <p className={panel.limits}>
        A difference says that more was recorded, not why. Rates per resident count those who live there, not those who
        are there: a town centre looks worse by them. Offences come in series, so true intervals are wider.
      </p>
    </>
  );
}
