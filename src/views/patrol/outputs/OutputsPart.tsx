import { Download, Printer, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { PatrolFileFormat } from '../../../core/tables/patrol-files.ts';
import type { AppState } from '../../../state/app-state.ts';
import { type Choice, Choices } from '../../controls/Choices.tsx';
import controls from '../../controls/controls.module.css';
import { cx } from '../../cx.ts';
import { Select } from '../../mapping/Select.tsx';
import panel from '../../panel.module.css';
import { useSlice, useStore } from '../../store-context.ts';
import { shownValue } from '../../words.ts';
import { CardsDialog } from './CardsDialog.tsx';
import { ExactGridPart } from './ExactGridPart.tsx';
import styles from './outputs.module.css';
import { usePatrolFiles } from './use-patrol-files.ts';

/** What officers take along: cards on paper or a phone, and the plan as files. Nothing while there are no areas. */
export function OutputsPart() {
  const some = useSlice((state) => (shownValue(state.patrol)?.cards.length ?? 0) > 0);
  const planned = useSlice(hasPlan);
  const [shown, setShown] = useState(false);
  if (!some) return null;
  return (
    <section className={styles.part} aria-labelledby="patrol-outputs-title">
      <h3 id="patrol-outputs-title" className={styles.title}>
        Take along
      </h3>
      <p className={panel.small}>
        {planned ? 'Cards with the shift’s timetable' : 'Cards of the areas, without times'}, two to a sheet or one
        below the other on a phone. For the force only: they show counts of single places, and no version hides them.
      </p>
      <PairChoice />
      <div className={controls.row}>
        <Button className={cx(controls.button)} onPress={() => setShown(true)}>
          <Smartphone size={15} aria-hidden />
          Show cards
        </Button>
        <Button className={cx(controls.button)} onPress={() => window.print()}>
          <Printer size={15} aria-hidden />
          Print cards
        </Button>
        <FileForm />
      </div>
      <ExactGridPart />
      {shown && <CardsDialog onClose={() => setShown(false)} />}
    </section>
  );
}

const hasPlan = (state: Pick<AppState, 'patrol'>): boolean => (shownValue(state.patrol)?.plan ?? null) !== null;

/** Whose cards: one pair’s in the order of its visits, or all by rank. */
function PairChoice() {
  const store = useStore();
  const chosen = useSlice((state) => state.cardsOfPair);
  const pairs = useSlice((state) => shownValue(state.patrol)?.plan?.pairs.length ?? 0);
  if (pairs < 2) return null;
  const options = [
    { id: 'all', title: 'All pairs, by rank' },
    ...Array.from({ length: pairs }, (_, pair) => ({ id: String(pair), title: `Pair ${pair + 1}, in order of time` })),
  ];
  return (
    <Select
      label="Cards and files for"
      value={chosen !== null && chosen < pairs ? String(chosen) : 'all'}
      options={options}
      onChoose={(id) => store.dispatch({ type: 'cards-of-pair', pair: id === 'all' ? null : Number(id) })}
    />
  );
}

const cards: Choice<PatrolFileFormat> = {
  id: 'html',
  title: 'Cards',
  words: 'One page that opens on a phone without a network, and prints two cards to a sheet.',
};
const withPlan: readonly Choice<PatrolFileFormat>[] = [
  cards,
  { id: 'csv', title: 'Timetable', words: 'CSV: a row for each visit.' },
  { id: 'ics', title: 'Calendar', words: 'An appointment for each visit (.ics).' },
  { id: 'gpx', title: 'GPX', words: 'Places and a route for each pair, for hand-held receivers.' },
  { id: 'geojson', title: 'GeoJSON', words: 'Outlines with their visits, for a map.' },
];
const withoutPlan: readonly Choice<PatrolFileFormat>[] = [
  cards,
  { id: 'csv', title: 'Areas', words: 'CSV: a row for each area.' },
  { id: 'gpx', title: 'GPX', words: 'Places, for hand-held receivers.' },
  { id: 'geojson', title: 'GeoJSON', words: 'Outlines, for a map.' },
];

function FileForm() {
  const download = usePatrolFiles();
  const planned = useSlice(hasPlan);
  const [format, setFormat] = useState<PatrolFileFormat>('html');
  const choices = planned ? withPlan : withoutPlan;
  const chosen = choices.some(({ id }) => id === format) ? format : 'html';
  return (
    <DialogTrigger>
      <Button className={cx(controls.button)}>
        <Download size={15} aria-hidden />
        Download
      </Button>
      <Popover className={cx(controls.popover)} placement="top start" offset={4}>
        <Dialog className={cx(controls.dialog)} aria-label="Download the patrol">
          {({ close }) => (
            <>
              <Choices label="File" choices={choices} value={chosen} onChoose={setFormat} />
              <div className={cx(controls.row, controls.steps)}>
                <Button
                  className={cx(controls.primary)}
                  onPress={() => {
                    close();
                    void download(chosen);
                  }}
                >
                  <Download size={15} aria-hidden />
                  Download
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
