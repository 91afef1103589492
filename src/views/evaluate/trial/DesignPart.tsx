import { Download, Shuffle } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { DrawnTrial, TrialView } from '../../../core/evaluation/trial-view.ts';
import type { DatasetInfo } from '../../../core/results.ts';
import {
  differsFromDrawn,
  drawnNow,
  MOST_TRIAL_AREAS,
  MOST_TRIAL_DAYS,
  plannedDays,
  trialViewed,
} from '../../../state/trial.ts';
import controls from '../../controls/controls.module.css';
import { DayInput } from '../../controls/DayInput.tsx';
import { NumberInput } from '../../controls/NumberInput.tsx';
import { cx } from '../../cx.ts';
import { NoOffences } from '../../data/NoOffences.tsx';
import { fileName, saveFile } from '../../download.ts';
import { formatCount, formatPeriod, plural } from '../../format.ts';
import methods from '../../hotspots/methods.module.css';
import panel from '../../panel.module.css';
import { useSlice, useStore } from '../../store-context.ts';
import { areaName, datasetOf, definitionName, shownValue } from '../../words.ts';
import styles from '../evaluate.module.css';
import { LotsStrip, LotsTable } from './Lots.tsx';
import { PowerChart, PowerTable } from './PowerChart.tsx';
import { powerWords } from './trial-words.ts';

/** How to draw a trial, and whether it could show anything. */
export function DesignPart() {
  const info = useSlice((state) => datasetOf(state)?.info ?? null);
  const drawn = useSlice((state) => state.settings.trial.drawn);
  return (
    <>
      {info === null ? (
        <NoOffences />
      ) : info.hasDays && !info.snapped ? (
        <Planned info={info} />
      ) : (
        <p>
          These offences are dated by month or snapped to map points, so no trial by places and days can be planned on
          them. Load the force’s own records.
        </p>
      )}
      {drawn !== null && <Drawn drawn={drawn} />}
    </>
  );
}

function Planned({ info }: { readonly info: DatasetInfo }) {
  const slot = useSlice((state) => state.trialPlan);
  const plan = shownValue(slot);
  const { days } = useSlice((state) => state.settings.trial);
  const area = useSlice(areaName);
  const offences = useSlice((state) => definitionName(state.settings));
  return (
    <>
      <section className={styles.part} aria-label="Plan" aria-busy={slot.status === 'running'}>
        <PlanForm info={info} />
        {slot.status === 'failed' && (
          <p className={panel.failure} role="alert">
            {slot.message}
          </p>
        )}
        {plan === null && slot.status === 'running' && <p className={panel.lead}>Looking for places …</p>}
        {plan !== null && slot.status !== 'failed' && <Extent info={info} places={plan.places.length} />}
        {plan !== null && slot.status !== 'failed' && <DrawButton />}
      </section>
      {plan !== null && slot.status !== 'failed' && (
        <section className={styles.part} aria-label="Power">
          <h3 className={methods.partTitle}>Could it show anything?</h3>
          <p aria-live="polite">{powerWords(plan.power, days)}</p>
          <PowerChart power={plan.power} />
          <PowerTable power={plan.power} />
          <p className={panel.small}>
            By {plural(plan.past.offences, 'offence')} in these places, {area}, {offences},{' '}
            {formatPeriod(plan.past.fromDay, plan.past.toDay)}.
          </p>
        </section>
      )}
    </>
  );
}

function PlanForm({ info }: { readonly info: DatasetInfo }) {
  const store = useStore();
  const settings = useSlice((state) => state.settings);
  const { areas, perDay, days, seed } = settings.trial;
  const { fromDay } = plannedDays(settings, info);
  const change = (patch: Partial<TrialView>) =>
    store.dispatch({ type: 'set', patch: trialViewed(store.getState().settings, patch) });
  return (
    <div className={styles.form}>
      <div className={controls.row}>
        <NumberInput
          label="Patrol areas"
          value={areas}
          least={2}
          most={MOST_TRIAL_AREAS}
          onChange={(value) => change({ areas: value })}
        />
        <NumberInput
          label="Patrolled a day"
          value={perDay}
          least={1}
          most={areas - 1}
          onChange={(value) => change({ perDay: value })}
        />
      </div>
      <div className={controls.row}>
        <DayInput label="First day" value={fromDay} onChange={(value) => change({ fromDay: value })} />
        <NumberInput
          label="Days"
          value={days}
          least={1}
          most={MOST_TRIAL_DAYS}
          onChange={(value) => change({ days: value })}
        />
        <NumberInput
          label="Seed"
          value={seed}
          least={0}
          most={9_999_999}
          onChange={(value) => change({ seed: value })}
        />
      </div>
    </div>
  );
}

/** How much patrol the plan asks for. */
function Extent({ info, places }: { readonly info: DatasetInfo; readonly places: number }) {
  const settings = useSlice((state) => state.settings);
  const { areas, perDay, days } = settings.trial;
  const { fromDay, toDay } = plannedDays(settings, info);
  const treated = perDay * days;
  return (
    <>
      <p>
        Of the {plural(places, 'worst patrol area')} {perDay} are drawn each day, {formatPeriod(fromDay, toDay)}:{' '}
        {formatCount(treated)} place-days with patrol, {formatCount(places * days - treated)} without.
      </p>
      {places < areas && <p className={panel.small}>The period holds no more than {plural(places, 'patrol area')}.</p>}
      <p className={panel.small}>
        The places are the areas of Patrol, with what was changed there by hand. It needs {perDay} patrols of 10 to 16
        minutes every single day, a log of when they were there, and no choosing of places by anyone but the lot.
      </p>
    </>
  );
}

function DrawButton() {
  const store = useStore();
  const ready = useSlice((state) => drawnNow(state) !== null);
  const kept = useSlice((state) => state.settings.trial.drawn !== null);
  const differs = useSlice(differsFromDrawn);
  return (
    <div className={controls.row}>
      <Button
        className={cx(kept ? controls.button : controls.primary)}
        isDisabled={!ready || (kept && !differs)}
        onPress={() => store.drawTrial()}
      >
        <Shuffle size={15} aria-hidden />
        {kept ? 'Draw this plan instead' : 'Draw the lots'}
      </Button>
      {kept && ready && !differs && <p className={panel.small}>Drawn as planned. The same seed draws the same.</p>}
    </div>
  );
}

/** The trial that is kept: who is patrolled on which day. */
function Drawn({ drawn }: { readonly drawn: DrawnTrial }) {
  const store = useStore();
  const save = () => {
    const text = store.lotsFile();
    if (text === null) return;
    const period = formatPeriod(drawn.fromDay, drawn.toDay);
    saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), fileName(['trial', 'lots', period], 'csv'));
  };
  return (
    <section className={styles.part} aria-label="Lots">
      <h3 className={methods.partTitle}>Drawn with seed {drawn.seed}</h3>
      <p>
        {plural(drawn.places.length, 'place')}, {drawn.perDay} a day, {formatPeriod(drawn.fromDay, drawn.toDay)}. Kept
        with the project and in this browser.
      </p>
      <LotsStrip drawn={drawn} />
      <LotsTable drawn={drawn} />
      <div className={controls.row}>
        <Button className={cx(controls.button)} onPress={save}>
          <Download size={15} aria-hidden />
          Download the lots
        </Button>
        <Button
          className={cx(controls.button)}
          onPress={() =>
            store.dispatch({
              type: 'set',
              patch: trialViewed(store.getState().settings, { show: 'result', source: 'drawn' }),
            })
          }
        >
          See its result
        </Button>
      </div>
      <p className={panel.small}>
        As CSV: place, date, assigned. With minutes and offences added it can be opened as place-days.
      </p>
    </section>
  );
}
