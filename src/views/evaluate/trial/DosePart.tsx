import type { CrossoverResult } from '../../../core/evaluation/crossover.ts';
import type { Dose } from '../../../core/evaluation/dose.ts';
import { formatCount, formatShare, NO_NUMBER } from '../../format.ts';
import methods from '../../hotspots/methods.module.css';
import panel from '../../panel.module.css';
import { useSlice } from '../../store-context.ts';
import styles from '../evaluate.module.css';

/** Whether the patrols drawn were made. */
export function DosePart({ result }: { readonly result: CrossoverResult }) {
  const { all, byPlace } = result.dose;
  const leastMin = useSlice((state) => state.settings.trial.leastMin);
  const logged = all.notLogged < all.treatedDays + all.controlDays;
  return (
    <section className={styles.part} aria-label="Dose">
      <h3 className={methods.partTitle}>Were the patrols made?</h3>
      {logged ? (
        <>
          <p>
            {formatShare(all.compliance)} of those drawn, by a log of {leastMin} minutes and more.
          </p>
          <DoseTable dose={all} />
          <details className={methods.note}>
            <summary>By place</summary>
            <PlacesTable places={result.places} byPlace={byPlace} />
          </details>
          {all.notLogged > 0 && (
            <p className={panel.small}>
              {formatCount(all.notLogged)} place-days have no log: no patrol is counted for them.
            </p>
          )}
        </>
      ) : (
        <p>
          No minutes are logged. Put them into the column delivered_min of the place-days, or for a trial drawn here
          open the log of patrols in Patrol.
        </p>
      )}
    </section>
  );
}

const minutes = (value: number): string => (Number.isFinite(value) ? value.toFixed(1) : NO_NUMBER);

function DoseTable({ dose }: { readonly dose: Dose }) {
  return (
    <table className={styles.table}>
      <caption>Place-days, and those with a patrol made; minutes are means of the logged days.</caption>
      <thead>
        <tr>
          <th scope="col" />
          <th scope="col">Days</th>
          <th scope="col">Made</th>
          <th scope="col">Minutes</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Drawn</th>
          <td>{formatCount(dose.treatedDays)}</td>
          <td>{formatCount(dose.delivered)}</td>
          <td>{minutes(dose.minutesTreated)}</td>
        </tr>
        <tr>
          <th scope="row">Not drawn</th>
          <td>{formatCount(dose.controlDays)}</td>
          <td>{formatCount(dose.controlPatrolled)}</td>
          <td>{minutes(dose.minutesControl)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function PlacesTable({ places, byPlace }: { readonly places: readonly string[]; readonly byPlace: readonly Dose[] }) {
  return (
    <table className={styles.table}>
      <caption>Patrols made of those drawn, and on days not drawn.</caption>
      <thead>
        <tr>
          <th scope="col">Place</th>
          <th scope="col">Made</th>
          <th scope="col">Share</th>
          <th scope="col">Besides</th>
        </tr>
      </thead>
      <tbody>
        {byPlace.map((dose, i) => (
          <tr key={places[i]}>
            <th scope="row">{places[i]}</th>
            <td>
              {formatCount(dose.delivered)} of {formatCount(dose.treatedDays)}
            </td>
            <td>{formatShare(dose.compliance)}</td>
            <td>{formatCount(dose.controlPatrolled)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
