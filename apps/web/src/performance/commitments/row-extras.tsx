import { useTranslation } from 'react-i18next';
import type { CommitmentRowFragment } from '../../generated/graphql';
import { formatExactPercent, formatPercent } from '../../ui/format-percent';
import { amountLeft, points } from '../amount';
import classes from './row-extras.module.css';

type Props = { commitment: CommitmentRowFragment };

/** What is promised, and by how much the newest period keeps or misses it. */
export function TargetCell({ commitment: { terms, results } }: Props) {
  const newest = results.at(-1);
  return (
    <span className={classes.pair}>
      <span>
        {terms.comparator === 'AT_LEAST' ? '≥' : '≤'} {formatExactPercent(terms.target)}
      </span>
      {newest?.margin != null && <small>{points(newest.margin)}</small>}
    </span>
  );
}

/** What may still go wrong in the newest period, as a share and in its own unit. */
export function BudgetCell({ commitment: { results } }: Props) {
  const { t } = useTranslation();
  const newest = results.at(-1);
  if (!newest || newest.figure == null) return <>–</>;
  const { leftPercent } = newest.budget;
  const tone = newest.verdict === 'MISSED' ? 'bad' : newest.verdict === 'AT_RISK' ? 'warning' : undefined;
  return (
    <span className={classes.pair}>
      <span data-tone={tone} className={classes.left}>
        {leftPercent == null ? t('performance.commitments.noBudget') : formatPercent(leftPercent, { decimals: 0 })}
      </span>
      <small>{amountLeft(newest.budget)}</small>
    </span>
  );
}

/** How many periods of those shown are breaches. */
export function BreachesCell({ commitment: { results } }: Props) {
  const count = results.filter(({ breached }) => breached).length;
  return (
    <span data-tone={count > 0 ? 'bad' : undefined} className={classes.left}>
      {count}
    </span>
  );
}
