import type { ReactNode } from 'react';
import classes from './tone-badge.module.css';

export type Tone = 'neutral' | 'accent' | 'good' | 'warning' | 'bad';

/** A word about a state that is no verdict: a lifecycle, a proposal, draft or frozen. */
export function ToneBadge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
