import type { ReactNode } from 'react';
import type { CommitmentRowFragment } from '../../generated/graphql';
import { phrase } from '../../i18n/phrase';
import { formatExactPercent, formatPercent } from '../../ui/format-percent';
import { amountLeft, points } from '../amount';
import classes from './row-extras.module.css';

// Parts of a row, not components: a table has hundreds.

/** What is promised, and by how much the newest period keeps or misses it. */
export function targetCell({ terms, results }: CommitmentRowFragment): ReactNode {
  const newest = results.at(-1);
  return (
    <span className={classes.pair}>
      <span>{`${terms.comparator === 'AT_LEAST' ? '≥' : '≤'} ${formatExactPercent(terms.target)}`}</span>
      {newest?.margin != null && <small>{points(newest.margin)}</small>}
    </span>
  );
}

/** What may still go wrong in the newest period, as a share and in its own unit. */
export function budgetCell({ results }: CommitmentRowFragment): ReactNode {
  const newest = results.at(-1);
  if (!newest || newest.figure == null) return '–';
  const { leftPercent } = newest.budget;
  const tone = newest.verdict === 'MISSED' ? 'bad' : newest.verdict === 'AT_RISK' ? 'warning' : undefined;
  return (
    <span className={classes.pair}>
      <span data-tone={tone} className={classes.left}>
        {leftPercent == null ? phrase('performance.commitments.noBudget') : formatPercent(leftPercent, { decimals: 0 })}
      </span>
      <small>{amountLeft(newest.budget)}</small>
    </span>
  );
}

/** How many periods of those shown are breaches. */
export function breachesCell({ results }: CommitmentRowFragment): ReactNode {
  const count = results.filter(({ breached }) => breached).length;
  return (
    <span data-tone={count > 0 ? 'bad' : 'quiet'} className={classes.left}>
      {count}
    </span>
  );
}
