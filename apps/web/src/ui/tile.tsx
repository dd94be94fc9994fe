import { UnstyledButton } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './tile.module.css';

type Props = {
  label: string;
  value: ReactNode;
  tone?: 'neutral' | 'good' | 'warning' | 'bad';
  pressed?: boolean;
  onClick?: () => void;
  /** Leads to another screen instead. */
  link?: Pick<LinkProps, 'to' | 'params' | 'search'>;
};

/** A count with its name; with `onClick` it filters the page and says whether it does (`pressed`). */
export function Tile({ label, value, tone = 'neutral', pressed, onClick, link }: Props) {
  const content = (
    <>
      <span className={`${classes.value} figures`}>{value}</span>
      <span className={classes.label}>{label}</span>
    </>
  );
  if (link) {
    return (
      <Link {...link} className={classes.tile} data-tone={tone}>
        {content}
      </Link>
    );
  }
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
