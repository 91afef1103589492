import type { Patrol } from '../../state/patrol.ts';
import panel from '../panel.module.css';
import styles from './patrol.module.css';
import { planWords, shiftWords } from './patrol-words.ts';
import { ShiftForm } from './ShiftForm.tsx';
import { Timetable } from './Timetable.tsx';

/** Who goes where when; where that cannot be told, why. */
export function PlanPart({ patrol }: { readonly patrol: Patrol }) {
  const { plan, noPlan, query } = patrol;
  // without hours there is nothing that another shift could change
  const hours = patrol.cards.some((card) => card.hours.timed > 0);
  return (
    <section className={styles.part} aria-labelledby="patrol-plan-title">
      <h3 id="patrol-plan-title" className={styles.partTitle}>
        {plan === null ? 'Plan of the shift' : `Plan for ${shiftWords({ day: patrol.day, query })}`}
      </h3>
      {noPlan !== '' && <p className={hours ? panel.failure : undefined}>{noPlan}</p>}
      {plan !== null && <p aria-live="polite">{planWords(patrol)}</p>}
      {plan !== null && plan.said.length > 0 && (
        <ul className={panel.cautions} aria-label="What could not be met">
          {plan.said.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {(plan !== null || hours) && <ShiftForm patrol={patrol} />}
      {plan !== null && <Timetable patrol={patrol} plan={plan} />}
    </section>
  );
}
