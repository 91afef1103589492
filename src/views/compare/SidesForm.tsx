import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Beside } from '../../core/settings.ts';
import { besideOf, periodBeside } from '../../state/compare.ts';
import { halvesOf } from '../../state/halves.ts';
import controls from '../controls/controls.module.css';
import { Segments } from '../controls/Segments.tsx';
import { cx } from '../cx.ts';
import panel from '../panel.module.css';
import { ALL_AREAS, areaGroups } from '../settings/area-groups.ts';
import { useSlice, useStore } from '../store-context.ts';
import { areaName, datasetOf, periodWords } from '../words.ts';
import styles from './compare.module.css';
import { OtherPeriod } from './OtherPeriod.tsx';
import { periodSuggestions } from './periods.ts';

/** What the other side is; the first is the view itself. */
export function SidesForm() {
  const store = useStore();
  const settings = useSlice((state) => state.settings);
  const areaSet = useSlice((state) => state.areaSet);
  const dataset = useSlice((state) => state.dataset);
  const known = { settings, areaSet, dataset };
  const beside = besideOf(known);
  const dated = datasetOf({ dataset })?.info.hasDates ?? false;
  const several = areaSet.areas.length > 1;
  const put = (next: Beside | null) => {
    if (next !== null) store.dispatch({ type: 'set', patch: { beside: laidOut(next, beside) } });
  };
  if (beside === null) {
    return (
      <p className={panel.lead}>
        There is one area and no dates, so nothing stands beside it. Open areas with several outlines, or draw one.
      </p>
    );
  }
  const toKind = (kind: Beside['kind']) => {
    if (kind === beside.kind) return;
    if (kind === 'period') {
      const info = datasetOf({ dataset })?.info;
      const [suggested] = info ? periodSuggestions(settings, info) : [];
      const parted = info && suggested === undefined ? halvesOf(info) : null;
      if (suggested) put({ kind, fromDay: suggested.fromDay, toDay: suggested.toDay });
      else if (parted) store.dispatch({ type: 'set', patch: parted });
      else put(periodBeside(known));
    } else put(besideOf({ ...known, settings: { ...settings, beside: null } }));
  };
  return (
    <section className={styles.form} aria-label="What is compared">
      <ToggleButtonGroup
        aria-label="Compare"
        className={cx(controls.chips)}
        disallowEmptySelection
        selectedKeys={[beside.kind]}
        onSelectionChange={(keys) => toKind(keys.has('period') ? 'period' : 'area')}
      >
        <ToggleButton id="area" className={cx(controls.chip)} isDisabled={!several}>
          Two areas
        </ToggleButton>
        <ToggleButton id="period" className={cx(controls.chip)} isDisabled={!dated}>
          Two periods
        </ToggleButton>
      </ToggleButtonGroup>
      {beside.kind === 'area' ? (
        <div className={styles.two}>
          <AreaField
            label="Left"
            areaId={settings.areaId}
            onChoose={(areaId) => store.dispatch({ type: 'set', patch: { areaId } })}
          />
          <AreaField
            label="Right"
            areaId={beside.areaId}
            without={settings.areaId}
            onChoose={(areaId) => put({ kind: 'area', areaId })}
          />
        </div>
      ) : (
        <>
          <p className={panel.small}>
            {areaName(known)}. Left: {periodWords(known)}, the period of the view.
          </p>
          <OtherPeriod beside={beside} put={put} />
          <Segments
            label="The two maps"
            choices={layouts}
            value={beside.swipe ? 'swipe' : 'beside'}
            onChoose={(id) => {
              const { swipe: _, ...period } = beside;
              store.dispatch({
                type: 'set',
                patch: { beside: id === 'swipe' ? { ...period, swipe: true } : period },
              });
            }}
          />
          {beside.swipe && (
            <p className={panel.small}>
              Drag the divider over the map, or move it with the arrow keys: left of it the first period, right of it
              the second.
            </p>
          )}
        </>
      )}
    </section>
  );
}

const layouts = [
  { id: 'beside', name: 'Side by side' },
  { id: 'swipe', name: 'Swipe' },
] as const;

/** Another period keeps how the two maps are laid out. */
function laidOut(next: Beside, now: Beside | null): Beside {
  return next.kind === 'period' && now?.kind === 'period' && now.swipe ? { ...next, swipe: true } : next;
}

interface AreaFieldProps {
  readonly label: string;
  readonly areaId: string | null;
  /** The other side's, which cannot stand beside itself. */
  readonly without?: string | null;
  readonly onChoose: (areaId: string | null) => void;
}

function AreaField({ label, areaId, without, onChoose }: AreaFieldProps) {
  const areaSet = useSlice((state) => state.areaSet);
  const taken = without === undefined ? undefined : (without ?? ALL_AREAS);
  return (
    <label className={controls.field}>
      {label}
      <select
        className={controls.input}
        value={areaId ?? ALL_AREAS}
        onChange={(event) => onChoose(event.target.value === ALL_AREAS ? null : event.target.value)}
      >
        {areaGroups(areaSet).map(({ id, title, items }) => (
          <optgroup key={id} label={title === '' ? 'Areas' : title}>
            {items.map((item) => (
              <option key={item.id} value={item.id} disabled={item.id === taken}>
                {item.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
