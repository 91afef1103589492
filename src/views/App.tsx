import './base.css';
import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Store } from '../state/app-state.ts';
import styles from './App.module.css';
import { PairFrame } from './compare/PairFrame.tsx';
import { usePair } from './compare/use-pair.ts';
import { BatchQuestionDialog } from './data/BatchQuestionDialog.tsx';
import { FileQuestionDialog } from './data/FileQuestionDialog.tsx';
import { NO_NUMBER } from './format.ts';
import { Inspector } from './Inspector.tsx';
import { MapArea } from './MapArea.tsx';
import { MappingSheet } from './mapping/MappingSheet.tsx';
import { PresentFrame } from './present/PresentFrame.tsx';
import { PresentKeys } from './present/PresentKeys.tsx';
import present from './present/present.module.css';
import { enterFullScreen, useFullScreen } from './present/use-full-screen.ts';
import { useSlide } from './present/use-slide.ts';
import { useSlidePicture } from './present/use-slide-picture.ts';

import { SlidePage } from './print/SlidePage.tsx';
import { useRankedPrint } from './print/use-ranked-print.ts';
import { WorkPage } from './print/WorkPage.tsx';
import { PassphraseDialog } from './project/PassphraseDialog.tsx';
import { runCommand } from './shell/commands.ts';
import { DropOverlay } from './shell/DropOverlay.tsx';
import { HelpDialog } from './shell/HelpDialog.tsx';
import { Rail } from './shell/Rail.tsx';
import { SkipLink } from './shell/SkipLink.tsx';
import { ToastBar } from './shell/ToastBar.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { useCommands } from './shell/use-commands.ts';
import { StoreContext, useSlice, useStore } from './store-context.ts';
import { Timeline } from './timeline/Timeline.tsx';
import { useTheme } from './use-theme.ts';
import { areaName } from './words.ts';

export function App({ store }: { store: Store }) {
  return (
    <StoreContext.Provider value={store}>
      <I18nProvider locale="en-GB">
        <Screen />
      </I18nProvider>
    </StoreContext.Provider>
  );
}

/** Workbench and presentation share one map, which only changes its frame. */
function Screen() {
  const store = useStore();
  const theme = useTheme();
  const presenting = useSlice((state) => state.presenting);
  const slide = useSlide(theme, presenting);
  // Paper is light whatever the screen is, so its legend must be too.
  const paperSlide = useSlide('light', presenting);
  const picture = useSlidePicture(slide, theme);
  const pair = usePair(theme, presenting);
  const [help, setHelp] = useState(false);
  useTitle();
  useFullScreen();

  const setPresenting = (on: boolean) => {
    if (on) enterFullScreen();
    store.dispatch({ type: 'present', on });
  };
  const rankedPrint = useRankedPrint();
  const print = () => {
    if (!presenting) rankedPrint.print(false);
    else if (pair) pair.noPage();
    else picture.print();
  };
  const letterKeys = useSlice((state) => state.letterKeys);
  useCommands(letterKeys, presenting, (command) =>
    runCommand(command, store, theme, {
      present: setPresenting,
      print,
      savePicture: pair ? pair.save : picture.save,
      help: () => setHelp(true),
    }),
  );

  return (
    <>
      <div className={presenting ? present.stage : styles.workbench} data-pair={pair === null ? undefined : ''}>
        {!presenting && <SkipLink />}
        {!presenting && <TopBar theme={theme} onHelp={() => setHelp(true)} onPresent={() => setPresenting(true)} />}
        {!presenting && <Rail />}
        <main className={presenting ? present.map : styles.map} aria-label="Map">
          <MapArea theme={theme} />
        </main>
        {!presenting && <Timeline />}
        {!presenting && <Inspector onPrint={rankedPrint.print} />}
        {presenting && (pair ? <PairFrame slide={pair.slide} /> : <PresentFrame slide={slide} />)}
        {presenting && (
          <PresentKeys
            onSave={pair ? pair.save : picture.save}
            onPrint={pair ? null : picture.print}
            onLeave={() => setPresenting(false)}
          />
        )}
      </div>
      {presenting ? <SlidePage slide={paperSlide} map={picture.pageMap} /> : <WorkPage outside={rankedPrint.outside} />}
      <PassphraseDialog />
      <BatchQuestionDialog />
      <FileQuestionDialog />
      <MappingSheet />
      <HelpDialog open={help} onClose={() => setHelp(false)} />
      <ToastBar />
      <DropOverlay />
    </>
  );
}

function useTitle() {
  const area = useSlice(areaName);
  useEffect(() => {
    document.title = area === NO_NUMBER ? 'Harmscape' : `${area}, Harmscape`;
  }, [area]);
}
