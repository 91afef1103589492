import { useRef } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { OffenceGroup } from '../../core/offences/kinds.ts';
import { type DefinitionRule, definitions, type OwnDefinition } from '../../core/offences/presets.ts';
import { renamed, ruleChanged } from '../../state/own-definitions.ts';
import { Choices } from '../controls/Choices.tsx';
import controls from '../controls/controls.module.css';
import { Toggle } from '../controls/Toggle.tsx';
import { cx } from '../cx.ts';
import { useStore } from '../store-context.ts';
import styles from './definition.module.css';
import { categorySet, groupSets } from './group-names.ts';
import { HoursFields } from './HoursFields.tsx';
import { Tick } from './Tick.tsx';

const everyGroup: readonly OffenceGroup[] = groupSets.flatMap(({ groups }) => groups.map(([group]) => group));
const robbery: readonly OffenceGroup[] = ['robbery-personal', 'robbery-business', 'category-robbery'];
const { excludedRelationships, victimAge } = definitions['community-violence'].rule;

/** The rule of an own definition as ticks and switches; each change counts at once and is undone like any other. */
export function DefinitionEditor({ own }: { own: OwnDefinition }) {
  const store = useStore();
  const gesture = useRef(0);
  const { id, rule } = own;
  const change = (patch: Partial<DefinitionRule>) =>
    store.dispatch({ type: 'set', patch: ruleChanged(store.getState().settings, id, patch) });
  return (
    <section className={styles.editor} aria-label={`Rule of ${own.name}`}>
      <TextField
        className={cx(controls.field)}
        value={own.name}
        maxLength={80}
        onFocus={() => {
          gesture.current += 1;
        }}
        onChange={(name) =>
          store.dispatch({
            type: 'set',
            patch: renamed(store.getState().settings, id, name),
            merge: `name-${id}-${gesture.current}`,
          })
        }
      >
        <Label>Name</Label>
        <Input className={cx(controls.input)} autoComplete="off" />
      </TextField>
      <Kinds rule={rule} change={change} />
      <div>
        <Toggle
          label="Public places only"
          words="Leaves out what is not known to be in a public place."
          on={rule.publicPlace}
          onChange={(publicPlace) => change({ publicPlace })}
        />
        <Toggle
          label="Knife-enabled only"
          words="Keeps only where a knife is recorded."
          on={rule.knife}
          onChange={(knife) => change({ knife })}
        />
        <Toggle
          label="Robbery only with a weapon"
          words="Other offences count either way."
          on={rule.weaponOnly.length > 0}
          onChange={(on) => change({ weaponOnly: on ? robbery : [] })}
        />
        <Toggle
          label="Without family relationships"
          words="Leaves out victims related to the suspect; an unknown relationship counts."
          on={rule.excludedRelationships.length > 0}
          onChange={(on) => change({ excludedRelationships: on ? excludedRelationships : [] })}
        />
        <Toggle
          label="Victims of certain ages"
          words="An unknown age counts."
          on={rule.victimAge !== null}
          onChange={(on) => change({ victimAge: on ? victimAge : null })}
        />
        {rule.victimAge !== null && <Ages age={rule.victimAge} change={change} />}
      </div>
      <Choices
        label="Domestic offences"
        choices={[
          { id: 'any', title: 'Count like others' },
          { id: 'not', title: 'Do not count' },
          { id: 'only', title: 'Only these count' },
        ]}
        value={rule.domestic}
        onChoose={(domestic) => change({ domestic })}
      />
      <HoursFields list={rule.hoursOfWeek} onChange={(hoursOfWeek) => change({ hoursOfWeek })} />
    </section>
  );
}

interface PartProps {
  readonly rule: DefinitionRule;
  readonly change: (patch: Partial<DefinitionRule>) => void;
}

function Kinds({ rule, change }: PartProps) {
  const { groups, categories } = rule;
  const toggled = (list: readonly OffenceGroup[], group: OffenceGroup, on: boolean) =>
    on ? [...list, group] : list.filter((other) => other !== group);
  return (
    <>
      <Toggle
        label="Every kind of offence"
        words="Off: only the kinds ticked below count."
        on={groups === null}
        onChange={(on) => change({ groups: on ? null : everyGroup })}
      />
      {groups !== null &&
        groupSets.map((set) => (
          <fieldset key={set.title} className={styles.set}>
            <legend>{set.title}</legend>
            {set.groups.map(([group, name]) => (
              <Tick
                key={group}
                label={name}
                on={groups.includes(group)}
                onChange={(on) => change({ groups: toggled(groups, group, on) })}
              />
            ))}
          </fieldset>
        ))}
      {groups !== null && (
        <fieldset className={styles.set}>
          <legend>{categorySet.title}</legend>
          {categorySet.groups.map(([group, name]) => (
            <Tick
              key={group}
              label={name}
              on={categories.includes(group)}
              onChange={(on) => change({ categories: toggled(categories, group, on) })}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

function Ages({ age, change }: { age: NonNullable<DefinitionRule['victimAge']>; change: PartProps['change'] }) {
  const field = (name: 'from' | 'to', label: string) => (
    <label className={controls.field}>
      {label}
      <input
        className={controls.input}
        type="number"
        min={0}
        max={120}
        value={age[name]}
        onChange={(event) => {
          const years = event.target.valueAsNumber;
          if (Number.isInteger(years) && years >= 0 && years <= 120) change({ victimAge: { ...age, [name]: years } });
        }}
      />
    </label>
  );
  return (
    <>
      <div className={controls.row}>
        {field('from', 'From age')}
        {field('to', 'To age')}
      </div>
      <p className={controls.wrong} role="status">
        {age.from > age.to ? 'The first age is above the last: no known age counts.' : ''}
      </p>
    </>
  );
}
