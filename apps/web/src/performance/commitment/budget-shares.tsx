import { useTranslation } from 'react-i18next';
import { codeWord } from '../../i18n/code-word';
import { formatDay } from '../../ui/format-instant';
import { formatPercent } from '../../ui/format-percent';
import { ParetoBars } from '../../ui/pareto-bars';
import { amount } from '../amount';
import type { Result } from './result-keys';
import type { Pictures } from './use-pictures';

/** What spent the budget, by cause. */
export function BudgetShares({ shares, unit }: { shares: Pictures['budgetShares']; unit: Result['budget']['unit'] }) {
  const { t } = useTranslation();
  const name = ({ kind, label }: Pictures['budgetShares'][number]) => {
    if (label == null) return codeWord('performance.evidence', kind);
    if (kind === 'TICKET') return t('performance.ticket.priority', { priority: label });
    return kind === 'OUTAGE' ? label : formatDay(label);
  };
  const kind = shares[0]?.kind;
  return (
    <ParetoBars
      title={t('performance.shares.title')}
      answers={t(
        kind === 'TICKET'
          ? 'performance.shares.byPriority'
          : kind === 'OUTAGE'
            ? 'performance.shares.byCause'
            : 'performance.shares.byDay',
      )}
      head={[t('performance.shares.cause'), t('performance.shares.amount'), t('performance.shares.share')]}
      bars={shares.map((share) => ({
        label: name(share),
        amount: amount(share.amount, unit),
        share: Number(share.sharePercent),
        shareWords: formatPercent(share.sharePercent, { decimals: 1 }),
      }))}
    />
  );
}
