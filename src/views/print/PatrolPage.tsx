import { CardsFrame } from '../patrol/outputs/CardsFrame.tsx';
import { useCards } from '../patrol/outputs/use-cards.ts';
import styles from './print.module.css';

/** Patrol cards, two to a sheet of A4, behind the timetable of their shift; nothing without areas. */
export function PatrolPage() {
  const page = useCards();
  if (page === null) return null;
  return (
    <article className={styles.patrolPage} aria-hidden>
      <CardsFrame page={page} theme="light" />
    </article>
  );
}
