import { CircleHelp, Moon, Presentation, Redo2, SlidersHorizontal, Sun, Undo2 } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Theme } from '../../state/app-state.ts';
import controls from '../controls/controls.module.css';
import { IconButton } from '../controls/IconButton.tsx';
import { Picker } from '../controls/Picker.tsx';
import { cx } from '../cx.ts';
import { AreaForm, AreaSelect } from '../settings/AreaForm.tsx';
import { DefinitionForm } from '../settings/DefinitionForm.tsx';
import { HoursFilter } from '../settings/HoursFilter.tsx';
import { hoursName } from '../settings/hour-paint.ts';
import { measureNames } from '../settings/measure-choices.ts';
import { PeriodForm } from '../settings/PeriodForm.tsx';
import { ViewForm } from '../settings/ViewForm.tsx';
import { WeighForm } from '../settings/WeighForm.tsx';
import { useSlice, useStore } from '../store-context.ts';
import { acrossOf, areaName, definitionName, modeName, periodWords, weighWords } from '../words.ts';
import { Marking } from './Marking.tsx';
import styles from './shell.module.css';

interface TopBarProps {
  readonly theme: Theme;
  readonly onHelp: () => void;
  readonly onPresent: () => void;
}

export function TopBar({ theme, onHelp, onPresent }: TopBarProps) {
  const store = useStore();
  const canUndo = useSlice((state) => state.past.length > 0);
  const canRedo = useSlice((state) => state.future.length > 0);
  const turnTheme = () => store.dispatch({ type: 'theme', choice: theme === 'dark' ? 'light' : 'dark' });
  return (
    <header className={styles.topBar}>
      <h1 className={styles.name}>Harmscape</h1>
      <Pickers />
      <SettingsSheet />
      <div className={styles.topRight}>
        <Marking />
        <div className={styles.icons}>
          <IconButton
            icon={Undo2}
            label="Undo"
            keys="Ctrl Z"
            disabled={!canUndo}
            onPress={() => store.dispatch({ type: 'undo' })}
          />
          <IconButton
            icon={Redo2}
            label="Redo"
            keys="Ctrl Shift Z"
            disabled={!canRedo}
            onPress={() => store.dispatch({ type: 'redo' })}
          />
          <IconButton
            icon={theme === 'dark' ? Sun : Moon}
            label={theme === 'dark' ? 'Light theme' : 'Dark theme'}
            keys="T"
            onPress={turnTheme}
          />
          <IconButton icon={CircleHelp} label="Keyboard shortcuts" keys="?" onPress={onHelp} />
        </div>
        <Button className={cx(controls.primary, styles.present)} aria-label="Present" onPress={onPresent}>
          <Presentation size={16} aria-hidden />
          <span>Present</span>
        </Button>
      </div>
    </header>
  );
}

/** What every control in the bar stands at, in words. */
function useStandings() {
  const area = useSlice(areaName);
  const period = useSlice(periodWords);
  const settings = useSlice((state) => state.settings);
  return {
    area,
    period: settings.fromDay === null && settings.toDay === null && period !== '–' ? `All, ${period}` : period,
    hours: hoursName(settings.hours),
    definition: definitionName(settings),
    weigh: weighWords(settings),
    map: `${settings.measure === 'value' ? modeName[settings.mode] : measureNames[settings.measure]}, ${acrossOf(settings.resolution)}`,
  };
}

function Pickers() {
  const at = useStandings();
  return (
    <nav className={styles.pickers} aria-label="View settings">
      <Picker label="Area" value={at.area}>
        <AreaForm />
      </Picker>
      <Picker label="Period" value={at.period}>
        <PeriodForm />
      </Picker>
      <Picker label="Hours" value={at.hours} wide>
        <HoursFilter />
      </Picker>
      <Picker label="Offences" value={at.definition}>
        <DefinitionForm />
      </Picker>
      <Picker label="Weigh by" value={at.weigh}>
        <WeighForm />
      </Picker>
      <Picker label="Map shows" value={at.map}>
        <ViewForm />
      </Picker>
    </nav>
  );
}

/** The same forms one under the other, for a narrow window. */
function SettingsSheet() {
  const at = useStandings();
  return (
    <DialogTrigger>
      <Button className={cx(styles.settingsButton)} aria-label={`View settings: ${at.area}, ${at.period}`}>
        <SlidersHorizontal size={16} aria-hidden />
        <span className={styles.settingsText}>
          <span className={styles.settingsArea}>{at.area}</span>
          <span className={styles.settingsPeriod}>{at.period}</span>
        </span>
      </Button>
      <ModalOverlay className={cx(styles.sheetOverlay)} isDismissable>
        <Modal className={cx(styles.sheet)}>
          <Dialog className={cx(styles.sheetDialog)}>
            {({ close }) => (
              <>
                <div className={styles.sheetHead}>
                  <Heading slot="title" className={cx(styles.sheetTitle)}>
                    View settings
                  </Heading>
                  <Button className={cx(controls.primary)} onPress={close}>
                    Done
                  </Button>
                </div>
                <AreaSelect />
                <h3 className={styles.sheetPart}>Period</h3>
                <PeriodForm />
                <h3 className={styles.sheetPart}>Hours of the week</h3>
                <HoursFilter />
                <DefinitionForm />
                <WeighForm />
                <ViewForm />
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
