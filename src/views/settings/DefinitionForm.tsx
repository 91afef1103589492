import { Copy, Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { definitions } from '../../core/offences/presets.ts';
import type { Availability } from '../../core/results.ts';
import { choiceOf, copied, deleted, ownOf } from '../../state/own-definitions.ts';
import { type Choice, Choices } from '../controls/Choices.tsx';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf, shownValue } from '../words.ts';
import { CompareDefinitions } from './CompareDefinitions.tsx';
import { DefinitionEditor } from './DefinitionEditor.tsx';
import styles from './definition.module.css';
import { ruleWords } from './rule-words.ts';

export function DefinitionForm() {
  const store = useStore();
  const settings = useSlice((state) => state.settings);
  const available = useSlice((state) => datasetOf(state)?.info.definitions ?? null);
  const ownAvailable = useSlice((state) => shownValue(state.ownAvailability));
  const own = ownOf(settings);
  const choices = [
    ...Object.values(definitions).map(({ id, name, words }) => choiceWith(id, name, words, available?.[id])),
    ...settings.ownDefinitions.map(({ id, name, rule }) => choiceWith(id, name, ruleWords(rule), ownAvailable?.[id])),
  ];
  return (
    <section aria-label="Offences">
      <Choices
        label="Offences that count"
        choices={choices}
        value={own?.id ?? settings.definition}
        onChoose={(id) => {
          const patch = choiceOf(id, settings.ownDefinitions);
          if (patch !== null) store.dispatch({ type: 'set', patch });
        }}
      />
      <div className={styles.actions}>
        <Button
          className={cx(controls.button)}
          onPress={() => store.dispatch({ type: 'set', patch: copied(store.getState().settings) })}
        >
          <Copy size={15} aria-hidden />
          Copy and change
        </Button>
        {own !== null && (
          <Button
            className={cx(controls.button)}
            onPress={() => store.dispatch({ type: 'set', patch: deleted(store.getState().settings, own.id) })}
          >
            <Trash2 size={15} aria-hidden />
            Delete
          </Button>
        )}
      </div>
      {own !== null && <DefinitionEditor key={own.id} own={own} />}
      <CompareDefinitions />
    </section>
  );
}

/** An own definition that the file cannot answer stays open to choice: it is there to be changed. */
function choiceWith(id: string, title: string, words: string, availability: Availability | undefined): Choice<string> {
  if (availability === undefined || availability.state === 'exact') return { id, title, words };
  const upper = availability.state === 'upper-bound';
  return {
    id,
    title,
    words,
    tag: upper ? 'upper bound' : 'not in this file',
    why: availability.why,
    disabled: !upper && !id.startsWith('own-'),
  };
}
