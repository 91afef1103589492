import { Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { cx } from '../cx.ts';
import type { Strip } from './moves.ts';
import styles from './timeline.module.css';
import { type Speed, usePlay } from './use-play.ts';

/** Plays the period through the dates, at one of two speeds. */
export function PlayButton({ strip }: { strip: Strip }) {
  const [speed, setSpeed] = useState<Speed>(4);
  const { playing, toggle } = usePlay(strip, speed);
  const words = strip.months ? `${speed / 4} month${speed > 4 ? 's' : ''} a second` : `${speed} days a second`;
  return (
    <span className={styles.play} data-play>
      <Button
        className={cx(styles.playButton)}
        aria-label={playing ? 'Pause' : 'Play the period through the dates'}
        onPress={toggle}
      >
        {playing ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
      </Button>
      <Button className={cx(styles.speed)} aria-label={`Speed: ${words}`} onPress={() => setSpeed(speed === 4 ? 8 : 4)}>
        {strip.months ? speed / 4 : speed}/s
      </Button>
    </span>
  );
}
