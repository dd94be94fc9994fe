import type { ComponentType, ReactNode } from 'react';
import classes from './risk-note.module.css';

type Props = {
  icon?: ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>;
  children: ReactNode;
};

/** What somebody has to know before they trust what stands below it. */
export function RiskNote({ icon: Icon, children }: Props) {
  return (
    <div className={classes.notice} role="note">
      {Icon && <Icon size={18} stroke={1.6} aria-hidden />}
      <div>{children}</div>
    </div>
  );
}
