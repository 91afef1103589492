import { ChevronRight, FilePlus } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Button, Disclosure, DisclosurePanel, FileTrigger, Heading } from 'react-aria-components';
import { joinedPopulations } from '../../state/layers.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { formatCount, plural } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import styles from './data.module.css';

/** Residents by area: which areas have some, and what of the file and of the areas found no partner. */
export function PopulationsPart() {
  const store = useStore();
  const held = useSlice((state) => state.layers);
  const areaSet = useSlice((state) => state.areaSet);
  const joined = useMemo(() => joinedPopulations(held, areaSet), [held, areaSet]);
  const names = useMemo(() => new Map(areaSet.areas.map(({ id, name }) => [id, name])), [areaSet]);
  const { populations } = held;
  return (
    <section className={styles.part} aria-label="Populations">
      <h3 className={styles.partTitle}>Populations</h3>
      {populations === null || joined === null ? (
        <p>None yet. Residents by area, for rates by population.</p>
      ) : (
        <>
          <p>
            {populations.name}: {formatCount(joined.residents.size)} of {plural(areaSet.areas.length, 'area')} with
            residents
          </p>
          {populations.notes.length > 0 && <p className={panel.small}>{populations.notes.join(' ')}</p>}
          <div className={styles.notes}>
            <Lines title="Areas with residents" count={joined.residents.size}>
              {[...joined.residents].map(([id, residents]) => (
                <li key={id}>
                  {names.get(id)}: {formatCount(residents)}
                </li>
              ))}
            </Lines>
            <Lines title="Areas without residents" count={joined.without.length}>
              {joined.without.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </Lines>
            <Lines title="Rows of no area" count={joined.unmatched.length}>
              {joined.unmatched.slice(0, MOST_LINES).map(({ code, name, residents }) => (
                <li key={`${code} ${name}`}>
                  {[code, name].filter((text) => text !== '').join(' ')}: {formatCount(residents)}
                </li>
              ))}
              {joined.unmatched.length > MOST_LINES && (
                <li>and {formatCount(joined.unmatched.length - MOST_LINES)} more</li>
              )}
            </Lines>
          </div>
        </>
      )}
      <div className={styles.open}>
        <div className={controls.row}>
          <FileTrigger
            acceptedFileTypes={['.csv', '.tsv', '.txt']}
            onSelect={(chosen) => chosen?.[0] && void store.addPopulations(chosen[0])}
          >
            <Button className={cx(controls.button)}>
              <FilePlus size={15} aria-hidden />
              {populations === null ? 'Add populations' : 'Other populations'}
            </Button>
          </FileTrigger>
          {populations !== null && (
            <Button className={cx(controls.button)} onPress={() => void store.removePopulations()}>
              Remove
            </Button>
          )}
        </div>
        <p className={panel.small}>
          A CSV with an area code or name and a number of residents. Residents are not everyone who is there: a town
          centre at night holds many who live elsewhere.
        </p>
      </div>
    </section>
  );
}

const MOST_LINES = 200;

/** A list that is folded away; nothing when it is empty. */
function Lines({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <Disclosure>
      <Heading level={4} className={cx(styles.noteHead)}>
        <Button slot="trigger" className={cx(styles.note)}>
          <ChevronRight size={14} aria-hidden />
          <span className={styles.reason}>{title}</span>
          <span>{formatCount(count)}</span>
        </Button>
      </Heading>
      <DisclosurePanel>
        <ul className={styles.examples}>{children}</ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
