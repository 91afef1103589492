import { ChevronRight } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { Mapping } from '../../core/ingest/mapping-profile.ts';
import { type Asked, columnOf, type MappingStep, withColumn, withCrs } from '../../state/mapping-step.ts';
import { cx } from '../cx.ts';
import { useStore } from '../store-context.ts';
import { type FieldWords, fieldGroups } from './field-words.ts';
import styles from './mapping.module.css';
import { placeWords } from './place-words.ts';
import { Select } from './Select.tsx';

const NONE = '';

/** A picker for each field, with the reason of its guess and the first value that it would read. */
export function FieldsPart({ step }: { step: MappingStep }) {
  const mapped = (fields: readonly FieldWords[]) => fields.some(({ asked }) => columnOf(step, asked) !== null);
  return (
    <div className={styles.fields}>
      {fieldGroups.map(({ id, title, fields }) =>
        id === 'more' ? (
          <Disclosure key={id} className={cx(styles.group)} defaultExpanded={mapped(fields)}>
            <Heading level={3} className={cx(styles.groupTitle)}>
              <Button slot="trigger" className={cx(styles.trigger)}>
                <ChevronRight size={14} aria-hidden />
                {title}
              </Button>
            </Heading>
            <DisclosurePanel className={cx(styles.panel)}>
              {fields.map((field) => (
                <FieldPicker key={field.asked} step={step} field={field} />
              ))}
            </DisclosurePanel>
          </Disclosure>
        ) : (
          <section key={id} className={styles.group} aria-label={title}>
            <h3 className={styles.groupTitle}>{title}</h3>
            {fields.map((field) => (
              <FieldPicker key={field.asked} step={step} field={field} />
            ))}
            {id === 'place' && <CrsPicker step={step} />}
            {id === 'when' && columnOf(step, 'from') && <DatesPicker step={step} />}
          </section>
        ),
      )}
    </div>
  );
}

const isRequired = (asked: Asked): boolean => asked === 'x' || asked === 'y';

function FieldPicker({ step, field: { asked, title } }: { step: MappingStep; field: FieldWords }) {
  const store = useStore();
  const column = columnOf(step, asked);
  const names = [...new Set(step.inspection.headers)].filter((name) => name !== '');
  const guessed = column?.field !== null && column !== null && sameField(column.field, asked);
  return (
    <div className={styles.field}>
      <Select
        label={title}
        required={isRequired(asked)}
        value={column?.name ?? NONE}
        options={[
          { id: NONE, title: isRequired(asked) ? 'Choose a column' : 'Not in this file' },
          ...names.map((name) => ({ id: name, title: name })),
        ]}
        onChoose={(name) => store.setMapping(withColumn(step, asked, name === NONE ? null : name))}
        {...(column ? { words: guessed ? `${column.reason}.` : 'Chosen by hand.' } : {})}
      />
      {column && column.first !== '' && (
        <p className={styles.first}>
          <span className={styles.firstLabel}>First value</span>
          {column.first}
        </p>
      )}
    </div>
  );
}

function sameField(field: string, asked: Asked): boolean {
  if (asked === 'x') return field === 'longitude' || field === 'easting';
  if (asked === 'y') return field === 'latitude' || field === 'northing';
  return field === asked;
}

const systems: readonly { readonly id: Mapping['crs']; readonly title: string }[] = [
  { id: 'auto', title: 'Tell by the values' },
  { id: 'EPSG:4326', title: 'Degrees: longitude and latitude (WGS84)' },
  { id: 'EPSG:27700', title: 'Metres: British National Grid' },
];

function CrsPicker({ step }: { step: MappingStep }) {
  const store = useStore();
  return (
    <Select
      label="Coordinate system"
      value={step.draft.crs}
      options={systems}
      onChoose={(crs) => store.setMapping(withCrs(step, crs))}
      words={placeWords(step)}
    />
  );
}

function DatesPicker({ step }: { step: MappingStep }) {
  const store = useStore();
  const date = (columnOf(step, 'from') ?? columnOf(step, 'to'))?.date;
  const shown = (read: string | null | undefined) =>
    date ? `: ${date.text} ${read ? `→ ${read}` : 'cannot be read'}` : '';
  return (
    <Select
      label="Order of the date"
      value={step.draft.dates}
      options={[
        { id: 'auto', title: 'Tell by the values' },
        { id: 'day-first', title: `Day first${shown(date?.dayFirst)}` },
        { id: 'month-first', title: `Month first${shown(date?.monthFirst)}` },
        { id: 'iso', title: `Year first (ISO)${shown(date?.iso)}` },
      ]}
      onChoose={(dates) => store.setMapping({ ...step.draft, dates })}
      words={datesWords(step)}
    />
  );
}

/** What the load tells of the order, on the values of the file. */
function datesWords({ trial }: MappingStep): string {
  const value = 'value' in trial ? trial.value : undefined;
  const told = value?.told.find(({ reason }) => reason === 'date order guessed')?.example?.found;
  return told === undefined ? 'Every date can be read in one way only.' : `Read ${told}.`;
}
