import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './tile.module.css';

type Props = {
  label: string;
  value: ReactNode;
  tone?: 'neutral' | 'good' | 'warning' | 'bad';
  pressed?: boolean;
  onClick?: () => void;
};

/** A count with its name; with `onClick` it filters the page and says whether it does (`pressed`). */
export function Tile({ label, value, tone = 'neutral', pressed, onClick }: Props) {
  const content = (
    <>
      <span className={`${classes.value} figures`}>{value}</span>
      <span className={classes.label}>{label}</span>
    </>
  );
  if (!onClick) {
    return (
      <div className={classes.tile} data-tone={tone}>
        {content}
      </div>
    );
  }
  return (
    <UnstyledButton className={classes.tile} data-tone={tone} aria-pressed={pressed ?? false} onClick={onClick}>
      {content}
    </UnstyledButton>
  );
}
