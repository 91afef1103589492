import { type KeyboardEvent, memo, useRef, useState } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { DayMark } from '../../state/key-dates.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { formatDay } from '../format.ts';
import { kindWords } from '../key-dates/key-date-cells.ts';
import styles from './timeline.module.css';

interface KeyDateMarksProps {
  readonly marks: readonly DayMark[];
  readonly xOf: (day: number) => number | null;
  readonly onChoose: (mark: DayMark) => void;
}

/** A mark for every day with key dates, its words on hover and focus; one stop of the Tab key, arrows lead along. */
export const KeyDateMarks = memo(function KeyDateMarks({ marks, xOf, onChoose }: KeyDateMarksProps) {
  const row = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const focused = Math.min(at, marks.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = markReached(event.key, focused, marks.length);
    if (to === null) return;
    event.preventDefault();
    setAt(to);
    row.current?.querySelectorAll<HTMLElement>('button')[to]?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of marks is no set of form fields
    <div ref={row} className={styles.marks} role="group" aria-label="Key dates on the timeline" onKeyDown={onKeyDown}>
      {marks.map((mark, index) => (
        <TooltipTrigger key={mark.day} delay={100} closeDelay={0}>
          <Button
            className={cx(styles.mark)}
            style={{ left: xOf(mark.day) ?? 0 }}
            data-kind={mark.keyDates[0]?.kind}
            aria-label={markWords(mark)}
            excludeFromTabOrder={index !== focused}
            onFocus={() => setAt(index)}
            onPress={() => onChoose(mark)}
          />
          <Tooltip className={cx(controls.tooltip, styles.markWords)} offset={4}>
            <strong>{formatDay(mark.day)}</strong>
            {mark.keyDates.map(({ id, kind, label, remark }) => (
              <span key={id}>
                {label}
                <em>
                  {kindWords[kind].toLowerCase()}
                  {remark && `, ${remark}`}
                </em>
              </span>
            ))}
          </Tooltip>
        </TooltipTrigger>
      ))}
    </div>
  );
});

function markWords({ day, keyDates }: DayMark): string {
  return `${formatDay(day)}: ${keyDates.map(({ label }) => label).join('; ')}`;
}

function markReached(key: string, at: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: count - 1 };
  const to = steps[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}
