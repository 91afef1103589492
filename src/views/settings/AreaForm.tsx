import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import styles from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { plural } from '../format.ts';
import { useSlice, useStore } from '../store-context.ts';

const ALL = '*';
/** From this many areas on a field to search them helps. */
const SEARCH_FROM = 9;

/** `inSheet`: among other forms, where it takes neither the focus nor much room. */
export function AreaForm({ inSheet = false }: { inSheet?: boolean }) {
  const store = useStore();
  const areaSet = useSlice((state) => state.areaSet);
  const areaId = useSlice((state) => state.settings.areaId);
  const { contains } = useFilter({ sensitivity: 'base' });
  const many = areaSet.areas.length > 1;
  const items = [
    ...(many ? [{ id: ALL, name: `All ${areaSet.areas.length} areas together` }] : []),
    ...areaSet.areas.map(({ id, name }) => ({ id, name })),
  ];
  const choose = (keys: 'all' | Iterable<unknown>) => {
    const [key] = keys === 'all' ? [] : [...keys];
    if (typeof key !== 'string') return;
    store.dispatch({ type: 'set', patch: { areaId: key === ALL ? null : key, cell: null } });
  };
  return (
    <section aria-label="Study area">
      <Autocomplete filter={contains}>
        {areaSet.areas.length >= SEARCH_FROM && (
          <SearchField aria-label="Search areas" autoFocus={!inSheet}>
            <Input className={cx(styles.input)} placeholder="Search areas" />
          </SearchField>
        )}
        <ListBox
          aria-label="Study areas"
          className={cx(styles.list, inSheet && styles.shortList)}
          items={items}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[areaId ?? (many ? ALL : (areaSet.areas[0]?.id ?? ALL))]}
          onSelectionChange={choose}
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
        {areaSet.approximate && '. Drawn by hand and approximate: load your own boundaries under Data'}.
      </p>
    </section>
  );
}
