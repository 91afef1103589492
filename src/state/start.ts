/** What the app starts from: its address, and what the browser remembers that the address does not hold. */
import type { AppState, Settings } from './app-state.ts';
import { defaultSettings, demoSettings, initialState } from './defaults.ts';
import type { Draft } from './drafts.ts';
import { fromFragment, ownNameIn } from './url.ts';

const LOST_SCHEDULE =
  'This view was weighed by a schedule of its own, which this browser does not have. It shows the Cambridge Crime Harm Index: open the schedule again under “Weigh by”.';

const lostDefinition = (name: string): string =>
  `This view counted by “${name}”, a definition that this browser does not have. It shows the one it was copied from: open the project, or change a copy again under “Offences”.`;

/** @param hash the fragment of the address */
export function startOf(hash: string, draft: Draft | null): AppState {
  const fromUrl = fromFragment(hash, defaultSettings);
  const ownDefinitions = draft?.ownDefinitions ?? [];
  const drawnAreas = draft?.drawnAreas ?? [];
  const keyDates = draft?.keyDates ?? null;
  const ownSchedule = draft?.ownSchedule ?? null;
  const lost: string[] = [];
  const fromAddress = fromUrl?.settings ?? demoSettings;
  const trial = { ...fromAddress.trial, drawn: draft?.drawnTrial ?? null };
  const wdd = draft?.wdd ?? defaultSettings.wdd;
  const patrol = { ...fromAddress.patrol, edits: draft?.patrolEdits ?? [] };

  let settings: Settings = { ...fromAddress, ownDefinitions, drawnAreas, keyDates, patrol, trial, wdd };
  if (settings.schedule === 'own' && !ownSchedule) {
    settings = { ...settings, schedule: defaultSettings.schedule };
    lost.push(LOST_SCHEDULE);
  }
  const ownName = fromUrl && ownNameIn(hash);
  if (ownName !== null) {
    const own = ownDefinitions.find(
      ({ name, base }) => name.slice(0, ownName.length) === ownName && base === settings.definition,
    );
    if (own) settings = { ...settings, ownId: own.id };
    else lost.push(lostDefinition(ownName));
  }

  const files = fromUrl?.source === 'files';
  const start = initialState(settings);
  return {
    ...start,
    ownSchedule,
    areaSet: { ...start.areaSet, areas: drawnAreas },
    missingAreas: files ? (draft?.areaFile ?? null) : null,
    marking: draft?.marking ?? start.marking,
    compareWith: draft?.compareWith ?? null,
    drawing: draft?.drawing ?? null,
    toast: lost.length > 0 ? { kind: 'info', message: lost.join(' ') } : null,
    reopening: files,
    // files are to be opened again first
    mode: files ? 'data' : (draft?.mode ?? start.mode),
  };
}
