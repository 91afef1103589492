/** The hours of a week as a picture: seven rows of 24 squares, the darker the busier, the shift's hours framed. */
import type { AreaHours } from '../patrol/area-hours.ts';
import { element, type MarkupElement } from './markup.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** Few enough steps to be told apart by a grey printer. */
const STEPS = 6;
/** Width of the names of the days, and of an hour; height of a day. */
const LEFT = 24;
const HOUR_W = 10;
const DAY_H = 8;

/** `shift`: hours of the week from–to, the end not included and beyond 168 in the next week; null for none. */
export function hoursPicture(
  { smoothed, peaks }: AreaHours,
  shift: { readonly from: number; readonly to: number } | null,
): MarkupElement {
  const most = smoothed.reduce((top, w) => Math.max(top, w), 0);
  const paths: string[] = Array.from({ length: STEPS }, () => '');
  smoothed.forEach((w, hour) => {
    const step = most > 0 ? Math.min(STEPS - 1, Math.floor((STEPS * w) / most)) : 0;
    const [x, y] = cornerOf(hour);
    paths[step] += `M${x} ${y}h9v7h-9z`;
  });
  const squares = paths.map((d, step) =>
    element('path', { d, 'fill-opacity': (0.08 + (0.92 * step) / (STEPS - 1)).toFixed(2) }),
  );
  const days = DAYS.map((day, i) => element('text', { x: '0', y: String(i * DAY_H + 6) }, day));
  const clock = [0, 6, 12, 18].map((hour) =>
    element('text', { x: String(LEFT + hour * HOUR_W), y: '65' }, String(hour).padStart(2, '0')),
  );
  return element(
    'svg',
    {
      class: 'hours',
      viewBox: '0 0 264 68',
      role: 'img',
      'aria-label': `Busiest ${peaks.map((peak) => peak.label).join(', ')}`,
    },
    ...squares,
    ...(shift ? framesOf(shift.from, shift.to) : []),
    element('g', { class: 'words' }, ...days, ...clock),
  );
}

function cornerOf(hour: number): [number, number] {
  return [LEFT + (hour % 24) * HOUR_W, Math.floor(hour / 24) * DAY_H];
}

/** One frame for each day that the hours touch. */
function framesOf(from: number, to: number): MarkupElement[] {
  const frames: MarkupElement[] = [];
  for (let start = from; start < to; ) {
    const end = Math.min(to, 24 * (Math.floor(start / 24) + 1));
    const [x, y] = cornerOf(start % 168);
    const width = (end - start) * HOUR_W;
    frames.push(
      element('rect', {
        class: 'shift',
        x: String(x - 0.5),
        y: String(y - 0.5),
        width: String(width),
        height: String(DAY_H),
      }),
    );
    start = end;
  }
  return frames;
}
