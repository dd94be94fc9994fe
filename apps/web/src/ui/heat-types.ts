import type { LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { HeatBin } from './heat-bin';
import type { Verdict } from './verdict';

export type HeatTarget = Pick<LinkProps, 'to' | 'params' | 'search'>;

export type HeatPeriod = { id: string; label: string; longLabel: string };

export type HeatCell = {
  /** The figure as shown, for example "99.43". */
  text: string;
  bin: HeatBin | null;
  verdict: Verdict;
  /** Still open: the verdict may change. */
  open?: boolean;
  /** The whole in words, for screen readers and the tooltip. */
  label: string;
  /** Where Enter leads. */
  target: HeatTarget;
  /** A quarter takes the columns of its months: how many from this one on. */
  span?: number;
  /** The name of its period where that is not the column's. */
  periodLabel?: string;
};

export type HeatRow = {
  id: string;
  label: string;
  hint?: ReactNode;
  target: HeatTarget;
  /** Rows of one group stand together below its name. */
  group?: string;
  /** By period id; a missing period is an empty cell. */
  cells: Record<string, HeatCell | undefined>;
  /** Further columns, by the ids of `columns`. */
  extra?: Record<string, ReactNode>;
};

/** The last row: a sum below each period. */
export type HeatTotals = {
  label: string;
  /** By period id. */
  cells: Record<string, number>;
  /** Below the last of the further columns. */
  total: number;
};

export type HeatColumn = { id: string; header: string; place: 'before' | 'after'; align?: 'start' | 'end' };
