import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import styles from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { plural } from '../format.ts';
import { useSlice, useStore } from '../store-context.ts';

const ALL = '*';
/** From this many areas on a field to search them helps. */
const SEARCH_FROM = 9;

/** The areas to choose from, all of them together first, and which of them is on screen. */
function useAreas() {
  const store = useStore();
  const areaSet = useSlice((state) => state.areaSet);
  const areaId = useSlice((state) => state.settings.areaId);
  const { areas } = areaSet;
  const many = areas.length > 1;
  return {
    areaSet,
    items: [
      ...(many ? [{ id: ALL, name: `All ${areas.length} areas together` }] : []),
      ...areas.map(({ id, name }) => ({ id, name })),
    ],
    chosen: areaId ?? (many ? ALL : (areas[0]?.id ?? ALL)),
    choose: (id: string) => store.dispatch({ type: 'set', patch: { areaId: id === ALL ? null : id, cell: null } }),
  };
}

export function AreaForm() {
  const { areaSet, items, chosen, choose } = useAreas();
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <section aria-label="Study area">
      <Autocomplete filter={contains}>
        {areaSet.areas.length >= SEARCH_FROM && (
          <SearchField className={cx(styles.search)} aria-label="Search areas" autoFocus>
            <Input className={cx(styles.input)} placeholder="Search areas" />
          </SearchField>
        )}
        <ListBox
          aria-label="Study areas"
          className={cx(styles.list)}
          items={items}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[chosen]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (typeof key === 'string') choose(key);
          }}
          renderEmptyState={() => <p className={styles.note}>No area of that name.</p>}
        >
          {(item) => (
            <ListBoxItem className={cx(styles.item)} textValue={item.name}>
              {item.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      <p className={styles.note}>
        {areaSet.name}, {plural(areaSet.areas.length, 'area')}
        {areaSet.origin === 'shipped' && '. Drawn by hand and approximate: load your own boundaries under Data'}.
      </p>
    </section>
  );
}

/** The same choice in the system's own control, which suits a thumb. */
export function AreaSelect() {
  const { items, chosen, choose } = useAreas();
  return (
    <section aria-label="Study area">
      <label className={styles.field}>
        Area
        <select className={styles.input} value={chosen} onChange={(event) => choose(event.target.value)}>
          {items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
