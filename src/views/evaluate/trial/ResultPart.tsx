import { Download, Printer } from 'lucide-react';
import { useDeferredValue } from 'react';
import { Button } from 'react-aria-components';
import type { TrialShown } from '../../../state/trial.ts';
import { trialSourceOf, trialViewed } from '../../../state/trial.ts';
import controls from '../../controls/controls.module.css';
import { NumberInput } from '../../controls/NumberInput.tsx';
import { Segments } from '../../controls/Segments.tsx';
import { cx } from '../../cx.ts';
import panel from '../../panel.module.css';
import { useSlice, useStore } from '../../store-context.ts';
import { shownValue } from '../../words.ts';
import styles from '../evaluate.module.css';
import { IntervalChart, ratioAxis } from '../IntervalChart.tsx';
import { ArmsTable, ChangesTable } from './ArmsTable.tsx';
import { CarryOverPart } from './CarryOverPart.tsx';
import { DosePart } from './DosePart.tsx';
import { SourceForm } from './SourceForm.tsx';
import { certainty, headline, measuredRows, trialExtent, worstWords } from './trial-words.ts';
import { useTrialDownload } from './use-trial-download.ts';

/** What a trial showed. */
export function ResultPart({ onPrint }: { readonly onPrint: () => void }) {
  const source = useSlice(trialSourceOf);
  const slot = useSlice((state) => state.trialResult);
  const fetching = useSlice((state) => trialSourceOf(state) === 'demo' && state.trialFiles.demo === 'loading');
  const shown = shownValue(slot);
  const found = useDeferredValue(shown !== null && shown.source === source ? shown : null);
  const working = fetching || slot.status === 'running';
  return (
    <>
      <section className={styles.part} aria-label="Trial" aria-busy={working}>
        <SourceForm />
        {working && source !== null && <p className={panel.lead}>Drawing the lots again …</p>}
        {slot.status === 'failed' && source !== null && !working && (
          <p className={panel.failure} role="alert">
            {slot.message}
          </p>
        )}
      </section>
      {found !== null && slot.status !== 'failed' && <Found shown={found} onPrint={onPrint} />}
    </>
  );
}

function Found({ shown, onPrint }: { readonly shown: TrialShown; readonly onPrint: () => void }) {
  const { result, notes } = shown;
  const rows = measuredRows(result);
  const around = rows.some(({ id }) => id.startsWith('buffer'));
  return (
    <>
      <section className={styles.part} aria-label="Result">
        <p className={styles.verdict} aria-live="polite">
          {headline(result)}
        </p>
        <p>{certainty(result)}</p>
        <p className={panel.small}>
          {trialExtent(result)}
          {shown.source === 'demo' &&
            ' Synthetic: the patrols were made to take away 73.5 % of the offences and 88.5 % of the harm.'}
        </p>
        {rows.length > 0 && (
          <IntervalChart
            rows={rows}
            axis={ratioAxis(rows)}
            label="Change with patrol and its 95 % interval, of each measure; the table below has the numbers"
          />
        )}
        <ChangesTable rows={rows} />
        {around && (
          <p className={panel.small}>Around: in the buffer about the places. Both: places and buffer together.</p>
        )}
        <ArmsTable result={result} />
        {worstWords(result).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <CarryOverPart result={result} />
      <DosePart result={result} />
      <ul className={panel.cautions} aria-label="Cautions">
        {[...result.cautions, ...notes].map((caution) => (
          <li key={caution}>{caution}</li>
        ))}
      </ul>
      <Reading />
      <Takeaway shown={shown} onPrint={onPrint} />
    </>
  );
}

/** How the trial was run, as far as the place-days do not say. */
function Reading() {
  const store = useStore();
  const { leastMin, drawnWithin } = useSlice((state) => state.settings.trial);
  const change = (patch: { readonly leastMin?: number; readonly drawnWithin?: 'day' | 'place' }) =>
    store.dispatch({ type: 'set', patch: trialViewed(store.getState().settings, patch) });
  return (
    <section className={styles.part} aria-label="How the trial was run">
      <Segments
        label="Lots were drawn among"
        choices={[
          { id: 'day' as const, name: 'Places, each day' },
          { id: 'place' as const, name: 'Days, each place' },
        ]}
        value={drawnWithin}
        onChoose={(chosen) => change({ drawnWithin: chosen })}
      />
      <NumberInput
        label="A patrol counts as made from so many minutes"
        value={leastMin}
        least={1}
        most={240}
        onChange={(minutes) => change({ leastMin: minutes })}
      />
    </section>
  );
}

function Takeaway({ shown, onPrint }: { readonly shown: TrialShown; readonly onPrint: () => void }) {
  const download = useTrialDownload();
  return (
    <div className={styles.form}>
      <div className={controls.row}>
        <Button className={cx(controls.button)} onPress={() => void download('result', shown)}>
          <Download size={15} aria-hidden />
          Result
        </Button>
        <Button className={cx(controls.button)} onPress={() => void download('place-days', shown)}>
          <Download size={15} aria-hidden />
          Place-days
        </Button>
        <Button className={cx(controls.button)} onPress={onPrint}>
          <Printer size={15} aria-hidden />
          Print
        </Button>
      </div>
      <p className={panel.small}>
        The result as JSON, place-days as CSV. For the force: place-days hold single offences by place and day.
      </p>
    </div>
  );
}
