import { trialViewed } from '../../../state/trial.ts';
import { Segments } from '../../controls/Segments.tsx';
import { MethodNote } from '../../hotspots/MethodNote.tsx';
import { useSlice, useStore } from '../../store-context.ts';
import styles from '../evaluate.module.css';
import { DesignPart } from './DesignPart.tsx';
import { ResultPart } from './ResultPart.tsx';
import { designText, trialText } from './trial-words.ts';

/** A randomised trial: what it showed, or how to draw one. */
export function TrialPart({ onPrint }: { readonly onPrint: () => void }) {
  const store = useStore();
  const show = useSlice((state) => state.settings.trial.show);
  return (
    <>
      <Segments
        label="Trial"
        quiet
        choices={[
          { id: 'result' as const, name: 'Result' },
          { id: 'design' as const, name: 'Design' },
        ]}
        value={show}
        onChoose={(chosen) =>
          store.dispatch({ type: 'set', patch: trialViewed(store.getState().settings, { show: chosen }) })
        }
      />
      {show === 'result' ? <ResultPart onPrint={onPrint} /> : <DesignPart />}
      <div className={styles.notes}>
        <MethodNote text={show === 'result' ? trialText : designText} />
      </div>
    </>
  );
}
