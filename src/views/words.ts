/** The words the app uses for its settings and results, in one place so that panel, slide and paper say the same. */
import { definitions } from '../core/offences/presets.ts';
import type { Availability } from '../core/results.ts';
import type { HarmMode, ScheduleId } from '../core/settings.ts';
import type { AppState, OwnSchedule, Settings } from '../state/app-state.ts';
import { DEMO_MARKING, LOADED_MARKING } from '../state/defaults.ts';
import { togetherAreas } from '../state/drawing.ts';
import { ownOf } from '../state/own-definitions.ts';
import { formatP, formatPeriod, NO_NUMBER } from './format.ts';

export const modeName: Readonly<Record<HarmMode, string>> = {
  harm: 'Harm',
  'sqrt-harm': '√ Harm',
  count: 'Count',
};

export const modeWords: Readonly<Record<HarmMode, string>> = {
  harm: 'The days that each offence weighs, added up.',
  'sqrt-harm': 'The root of each offence’s days, added up: one grave offence weighs less.',
  count: 'Every offence counts one.',
};

/** What the definition that counts is called. */
export function definitionName(settings: Settings): string {
  const own = ownOf(settings);
  return own === null ? definitions[settings.definition].name : own.name.trim() || 'Own definition';
}

/** What is doubtful about it, as the loaded offences stand; undefined while that is not known. */
export function definitionAvailability(state: AppState): Availability | undefined {
  const own = ownOf(state.settings);
  if (own === null) return datasetOf(state)?.info.definitions[state.settings.definition];
  return shownValue(state.ownAvailability)?.[own.id];
}

/** What a schedule is called in a list: one's own by its file. */
export function scheduleName(id: ScheduleId, own: OwnSchedule | null): string {
  if (id === 'cchi-2020') return 'Cambridge Crime Harm Index 2020';
  return id === 'ons-css' ? 'ONS Crime Severity Score' : (own?.name ?? 'Own weights');
}

/** The schedule on screen as a sentence names it: "the Cambridge Crime Harm Index". */
export function scheduleWords({ settings, ownSchedule }: Pick<AppState, 'settings' | 'ownSchedule'>): string {
  if (settings.schedule === 'cchi-2020') return 'the Cambridge Crime Harm Index';
  return settings.schedule === 'ons-css' ? 'the ONS Crime Severity Score' : scheduleName('own', ownSchedule);
}

/** "Harm", with the schedule where it is not the usual one: "Harm, ONS score". */
export function weighWords({ mode, schedule }: Pick<Settings, 'mode' | 'schedule'>): string {
  if (mode === 'count' || schedule === 'cchi-2020') return modeName[mode];
  return `${modeName[mode]}, ${schedule === 'ons-css' ? 'ONS score' : 'own weights'}`;
}

/** Heading of the value column. */
export const valueHeading: Readonly<Record<HarmMode, string>> = {
  harm: 'Harm days',
  'sqrt-harm': '√ harm',
  count: 'Offences',
};

/** What a headline calls the sum: "hold 34 % of harm". */
export const wholeOf: Readonly<Record<HarmMode, string>> = {
  harm: 'harm',
  'sqrt-harm': 'root harm',
  count: 'offences',
};

/** H3 resolutions with the mean distance across a cell in the words of a map reader. */
export const resolutions: readonly { readonly resolution: number; readonly across: string; readonly words: string }[] =
  [
    { resolution: 7, across: '2.4 km', words: 'a district' },
    { resolution: 8, across: '920 m', words: 'a neighbourhood' },
    { resolution: 9, across: '350 m', words: 'a few streets' },
    { resolution: 10, across: '130 m', words: 'one patrol on foot' },
    { resolution: 11, across: '50 m', words: 'a stretch of street' },
  ];

export function acrossOf(resolution: number): string {
  return resolutions.find((r) => r.resolution === resolution)?.across ?? `resolution ${resolution}`;
}

const LEVEL: readonly string[] = ['', '90\u00a0%', '95\u00a0%', '99\u00a0%'];

/** "99 %" for a Gi* bin of −3 or 3; '' for 0. */
export function levelOf(bin: number): string {
  return LEVEL[Math.abs(bin)] ?? '';
}

/** A Gi* bin in words: "hot spot, 99 % after FDR". */
export function binWords(bin: number): string {
  const level = levelOf(bin);
  if (level === '') return 'not unusual after FDR';
  return `${bin > 0 ? 'hot' : 'cold'} spot, ${level} after FDR`;
}

/** Bin and q: "hot spot, 99 % after FDR (q < 0.001)"; cells where Gi* cannot be computed say so. */
export function significanceWords(bin: number, q: number): string {
  return Number.isFinite(q)
    ? `${binWords(bin)} (q\u00a0${q < 0.001 ? '' : '=\u00a0'}${formatP(q)})`
    : 'Gi* not defined here';
}

/** The marking on every screen and page: the demo's own cannot be edited away; '' while nothing is loaded. */
export function markingOf(state: Pick<AppState, 'marking' | 'dataset'>): string {
  const dataset = datasetOf(state);
  if (dataset === null) return '';
  if (dataset.source === 'demo') return DEMO_MARKING;
  return state.marking.trim() || LOADED_MARKING;
}

/** The dataset on screen, while another loads or after a failed load too. */
export function datasetOf(state: Pick<AppState, 'dataset'>) {
  return shownValue(state.dataset);
}

/** The value of something asynchronous, old or new; null before the first. */
export function shownValue<T>(slot: { readonly status: string; readonly value?: T }): T | null {
  return slot.value ?? null;
}

/** Name of the study area on screen. */
export function areaName(state: Pick<AppState, 'areaSet' | 'settings'>): string {
  const { areas, name, origin } = state.areaSet;
  if (areas.length === 0) return NO_NUMBER;
  const picked = areas.find((area) => area.id === state.settings.areaId);
  if (picked !== undefined) return picked.name;
  const together = togetherAreas(areas);
  if (together.length === 1) return together[0]?.name ?? name;
  return origin === 'shipped' ? name : `All ${together.length} areas`;
}

/** The period on screen: the chosen one, cut open where an end is not set; "undated" without dates. */
export function periodWords(state: Pick<AppState, 'dataset' | 'settings'>): string {
  const info = datasetOf(state)?.info;
  if (info === undefined) return NO_NUMBER;
  if (!info.hasDates) return 'undated';
  return formatPeriod(state.settings.fromDay ?? info.fromDay, state.settings.toDay ?? info.toDay);
}
