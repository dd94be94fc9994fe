import type { ReactNode } from 'react';
import { Instant } from './instant';
import classes from './timeline.module.css';

export type TimelineEntry = {
  id: string;
  at: string;
  title: ReactNode;
  body?: ReactNode;
  tone?: 'good' | 'warning' | 'bad';
};

/** What happened, in order. With `zone` at the wall of the thing, else at the reader's. */
export function Timeline({ entries, zone }: { entries: TimelineEntry[]; zone?: string }) {
  return (
    <ol className={classes.timeline}>
      {entries.map(({ id, at, title, body, tone }) => (
        <li key={id} data-tone={tone}>
          <div className={classes.head}>
            <span>{title}</span>
            <span className="quiet">
              <Instant at={at} zone={zone} />
            </span>
          </div>
          {body && <div className={classes.body}>{body}</div>}
        </li>
      ))}
    </ol>
  );
}
