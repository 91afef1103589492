import type { HarmMode } from '../../core/settings.ts';
import { type Choice, Choices } from '../controls/Choices.tsx';
import styles from '../controls/controls.module.css';
import { Toggle } from '../controls/Toggle.tsx';
import { useSlice, useStore } from '../store-context.ts';
import { modeName, modeWords } from '../words.ts';
import { ScheduleForm } from './ScheduleForm.tsx';

const modes: readonly Choice<HarmMode>[] = (['harm', 'sqrt-harm', 'count'] as const).map((id) => ({
  id,
  title: modeName[id],
  words: modeWords[id],
}));

export function WeighForm() {
  const store = useStore();
  const mode = useSlice((state) => state.settings.mode);
  const includeProactive = useSlice((state) => state.settings.includeProactive);
  const counting = mode === 'count';
  return (
    <section aria-label="Weigh by">
      <Choices
        label="Weigh by"
        choices={modes}
        value={mode}
        onChoose={(id) => store.dispatch({ type: 'set', patch: { mode: id } })}
      />
      {!counting && <ScheduleForm />}
      <div className={styles.group}>
        <Toggle
          label="Weigh what police activity finds"
          words={
            counting
              ? 'Counts keep every row either way.'
              : 'Drug and weapon possession weigh nothing unless this is on: they show where police search.'
          }
          on={includeProactive}
          disabled={counting}
          onChange={(on) => store.dispatch({ type: 'set', patch: { includeProactive: on } })}
        />
      </div>
    </section>
  );
}
