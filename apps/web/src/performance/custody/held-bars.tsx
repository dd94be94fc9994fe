import type { ReactNode } from 'react';
import classes from './custody.module.css';

type Bar = { name: string; value: number; words: ReactNode };

/** Who had how much of it, most first. The words beside each bar say what it shows. */
export function HeldBars({ label, bars }: { label: string; bars: Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.map(({ name, value, words }) => (
        <li key={name}>
          <span className={classes.name}>{name}</span>
          <span className={`${classes.words} figures`}>{words}</span>
          <span className={classes.track} aria-hidden>
            <span className={classes.bar} style={{ width: `${(value / most) * 100}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
