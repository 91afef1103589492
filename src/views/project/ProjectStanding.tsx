import panel from '../panel.module.css';
import { useSlice } from '../store-context.ts';
import styles from './project.module.css';

/** What an open project still wants, and whether it was given the files it was made with. */
export function ProjectStanding() {
  const project = useSlice((state) => state.project);
  if (project === null || project.status === 'locked') return null;
  if (project.status === 'waiting') {
    return (
      <div className={panel.cautions} role="status">
        <p>
          <strong>{project.name} is open.</strong> It holds no offences: now open the files it was made with.
        </p>
        <ul className={styles.list}>
          {project.inputs.map((input) => (
            <li key={`${input.name} ${input.sha256}`}>{input.name}</li>
          ))}
        </ul>
      </div>
    );
  }
  if (project.differences.length === 0)
    return <p className={styles.name}>{project.name}: the files are those it was made with.</p>;
  return (
    <div className={panel.failure} role="alert">
      <p>{project.name} gives other tables than it was saved with:</p>
      <ul className={styles.list}>
        {project.differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
    </div>
  );
}
