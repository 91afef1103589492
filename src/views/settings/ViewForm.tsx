import { type Choice, Choices } from '../controls/Choices.tsx';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf, resolutions } from '../words.ts';
import { measureChoices } from './measure-choices.ts';

const cells: readonly Choice<string>[] = resolutions.map(({ resolution, across, words }) => ({
  id: String(resolution),
  title: `${across} across`,
  words: `${words}; H3 resolution ${resolution}`,
}));

const rings: readonly Choice<'1' | '2'>[] = [
  { id: '1', title: 'The cell and its 6 neighbours' },
  { id: '2', title: 'Two rings, 19 cells' },
];

const tests: readonly Choice<'0' | '999'>[] = [
  { id: '0', title: 'Normal approximation' },
  { id: '999', title: '999 permutations', words: 'Slower, and fairer where a few grave offences make harm skewed.' },
];

export function ViewForm() {
  const store = useStore();
  const settings = useSlice((state) => state.settings);
  const info = useSlice((state) => datasetOf(state)?.info);
  const test = settings.permutations === 0 ? '0' : '999';
  return (
    <section aria-label="Map shows">
      <Choices
        label="Map shows"
        choices={measureChoices(info, settings)}
        value={settings.measure}
        onChoose={(measure) => store.dispatch({ type: 'set', patch: { measure } })}
      />
      <Choices
        label="Cells"
        choices={cells}
        value={String(settings.resolution)}
        onChoose={(id) => store.dispatch({ type: 'set', patch: { resolution: Number(id), cell: null } })}
      />
      <Choices
        label="Gi* looks at"
        choices={rings}
        value={settings.ring === 2 ? '2' : '1'}
        onChoose={(id) => store.dispatch({ type: 'set', patch: { ring: id === '2' ? 2 : 1 } })}
      />
      <Choices
        label="Gi* is tested by"
        choices={tests}
        value={test}
        onChoose={(id) => store.dispatch({ type: 'set', patch: { permutations: Number(id) } })}
      />
    </section>
  );
}
