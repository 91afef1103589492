/** The slide of a key date: its name and what changed, and where to patrol first. Pure. */
import { badgeOf } from '../../layers/marked-areas.ts';
import type { AppState } from '../../state/app-state.ts';
import { changeAt, chosenKeyDate } from '../../state/key-date-view.ts';
import { formatDay } from '../format.ts';
import { areaPlace, fromTo, headline, windowsWords } from '../key-dates/change-words.ts';
import { areaName } from '../words.ts';
import type { Slide } from './slide.ts';

type KeyDateSlide = Pick<Slide, 'title' | 'period' | 'listTitle' | 'valueHeading' | 'rows' | 'limits'>;

/** Null in other modes; while the numbers are on their way the date stands there without any. */
export function keyDateSlide(state: AppState): KeyDateSlide | null {
  const keyDate = state.mode === 'key-dates' ? chosenKeyDate(state) : null;
  if (keyDate === null) return null;
  const change = changeAt(state, keyDate.id);
  const result = change?.result ?? null;
  const date = `${formatDay(keyDate.fromDay)}, ${shortLabel(keyDate.label)}`;
  const first = result?.first.flatMap((at) => result.areas[at] ?? []) ?? [];
  return {
    title: result === null ? date : `${date}: ${headline(areaName(state), result)}`,
    period: result === null ? (change === null ? '' : 'no data on both sides') : windowsWords(result.windows),
    listTitle: 'Patrol this first',
    valueHeading: 'Offences',
    rows: first.map((area) => ({
      rank: badgeOf(area),
      place: areaPlace(area),
      value: fromTo(area),
      bin: 0,
      significance: '',
    })),
    limits: 'Before and after is not cause and effect: weather, Easter, football and chance change offences too.',
  };
}

/** "Step 2" of "Step 2: shops, hairdressers, gyms": a title is read from ten metres. */
function shortLabel(label: string): string {
  return label.split(':')[0] ?? label;
}
