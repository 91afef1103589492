import { definitions } from '../../core/offences/presets.ts';
import type { Availability } from '../../core/results.ts';
import type { DefinitionId } from '../../core/settings.ts';
import { type Choice, Choices } from '../controls/Choices.tsx';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf } from '../words.ts';

export function DefinitionForm() {
  const store = useStore();
  const definition = useSlice((state) => state.settings.definition);
  const available = useSlice((state) => datasetOf(state)?.info.definitions ?? null);
  const choices = Object.values(definitions).map(({ id, name, words }) => choiceOf(id, name, words, available?.[id]));
  return (
    <section aria-label="Offences">
      <Choices
        label="Offences that count"
        choices={choices}
        value={definition}
        onChoose={(id) => store.dispatch({ type: 'set', patch: { definition: id } })}
      />
    </section>
  );
}

function choiceOf(
  id: DefinitionId,
  title: string,
  words: string,
  availability: Availability | undefined,
): Choice<DefinitionId> {
  if (availability === undefined || availability.state === 'exact') return { id, title, words };
  const upper = availability.state === 'upper-bound';
  return {
    id,
    title,
    words,
    tag: upper ? 'upper bound' : 'not in this file',
    why: availability.why,
    disabled: !upper,
  };
}
