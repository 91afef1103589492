import { PenTool } from 'lucide-react';
import {
  Autocomplete,
  Button,
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { newDrawing } from '../../state/drawing.ts';
import styles from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { plural } from '../format.ts';
import { useSlice, useStore } from '../store-context.ts';
import { ALL_AREAS, areaGroups } from './area-groups.ts';

/** With more areas than this a field to search them helps. */
const SEARCH_ABOVE = 15;

/** The areas to choose from by group, all of them together first, and which of them is on screen. */
function useAreas() {
  const store = useStore();
  const areaSet = useSlice((state) => state.areaSet);
  const areaId = useSlice((state) => state.settings.areaId);
  const groups = areaGroups(areaSet);
  const first = groups[0]?.items[0]?.id ?? ALL_AREAS;
  return {
    areaSet,
    groups,
    chosen: areaId ?? first,
    choose: (id: string) =>
      store.dispatch({ type: 'set', patch: { areaId: id === ALL_AREAS ? null : id, cell: null } }),
  };
}

export function AreaForm() {
  const store = useStore();
  const { areaSet, groups, chosen, choose } = useAreas();
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <section aria-label="Study area">
      <Autocomplete filter={contains}>
        {areaSet.areas.length > SEARCH_ABOVE && (
          <SearchField className={cx(styles.search)} aria-label="Search areas" autoFocus>
            <Input className={cx(styles.input)} placeholder="Search areas" />
          </SearchField>
        )}
        <ListBox
          aria-label="Study areas"
          className={cx(styles.list)}
          items={groups}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[chosen]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (typeof key === 'string') choose(key);
          }}
          renderEmptyState={() => <p className={styles.note}>No area of that name.</p>}
        >
          {(group) => (
            <ListBoxSection id={group.id} aria-label={group.title || 'All together'}>
              {group.title !== '' && <Header className={cx(styles.listHead)}>{group.title}</Header>}
              <Collection items={group.items}>
                {(item) => (
                  <ListBoxItem className={cx(styles.item)} textValue={item.name}>
                    {item.name}
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
      <p className={styles.note}>
        {areaSet.name}, {plural(areaSet.areas.length, 'area')}
        {areaSet.origin === 'shipped' && '. Drawn by hand and approximate: load your own boundaries under Data'}.
      </p>
      <div className={cx(styles.row, styles.steps)}>
        <Button
          slot="close"
          className={cx(styles.button)}
          onPress={() => store.dispatch({ type: 'drawing', drawing: newDrawing(areaSet.areas) })}
        >
          <PenTool size={15} aria-hidden />
          Draw an area
        </Button>
      </div>
    </section>
  );
}

/** The same choice in the system's own control, which suits a thumb. */
export function AreaSelect() {
  const { groups, chosen, choose } = useAreas();
  const options = (items: (typeof groups)[number]['items']) =>
    items.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ));
  return (
    <section aria-label="Study area">
      <label className={styles.field}>
        Area
        <select className={styles.input} value={chosen} onChange={(event) => choose(event.target.value)}>
          {groups.map(({ id, title, items }) =>
            title === '' ? (
              options(items)
            ) : (
              <optgroup key={id} label={title}>
                {options(items)}
              </optgroup>
            ),
          )}
        </select>
      </label>
    </section>
  );
}
