import type { EvaluatePart } from '../../core/evaluation/trial-view.ts';
import { Segments } from '../controls/Segments.tsx';
import type { PanelProps } from '../modes.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { MethodsPart } from './MethodsPart.tsx';
import { TrialPart } from './trial/TrialPart.tsx';
import { WddPart } from './wdd/WddPart.tsx';

const questions: Readonly<Record<EvaluatePart, string>> = {
  methods: 'Would these maps have said where the next offences were, and better than plain counting?',
  trial: 'Did the patrols work? A trial draws by lot who is patrolled on which day, and compares.',
  displacement: 'Did offences fall by more where something was done than elsewhere, and did they only move?',
};

const parts: readonly { readonly id: EvaluatePart; readonly name: string }[] = [
  { id: 'methods', name: 'Methods' },
  { id: 'trial', name: 'Trial' },
  { id: 'displacement', name: 'Displacement' },
];

/** Whether it works: the maps, a randomised trial of patrols, and what was done without lots. */
export function EvaluatePanel({ onPrint }: PanelProps) {
  const store = useStore();
  const part = useSlice((state) => state.settings.evaluatePart);
  const busy = useSlice((state) => state.evaluating.running !== null);
  const print = () => onPrint(false);
  return (
    <div className={panel.scroll} aria-busy={busy}>
      <header>
        <h2 className={panel.title} tabIndex={-1}>
          Evaluate
        </h2>
        <p className={panel.lead}>{questions[part]}</p>
      </header>
      <Segments
        label="What is looked at"
        quiet
        choices={parts}
        value={part}
        onChoose={(chosen) => store.dispatch({ type: 'set', patch: { evaluatePart: chosen } })}
      />
      {part === 'methods' && <MethodsPart />}
      {part === 'trial' && <TrialPart onPrint={print} />}
      {part === 'displacement' && <WddPart onPrint={print} />}
    </div>
  );
}
