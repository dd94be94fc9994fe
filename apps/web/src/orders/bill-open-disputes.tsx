import { useTranslation } from 'react-i18next';
import type { BillQuery } from '../generated/graphql';
import { formatDay } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { Panel } from '../ui/panel';
import { BillDispute } from './bill-dispute';
import classes from './orders.module.css';

type Dispute = BillQuery['chargeDisputes']['edges'][number]['node'];

/** What waits for the viewer's answer, or for the answer to them: also of bills that they do not read. */
export function BillOpenDisputes({ disputes }: { disputes: Dispute[] }) {
  const { t } = useTranslation();
  const own = disputes.filter(({ viewerCanAnswer, viewerCanWithdraw }) => viewerCanAnswer || viewerCanWithdraw);
  if (own.length === 0) return null;
  return (
    <Panel title={t('bill.dispute.open')} description={t('bill.dispute.openWords')}>
      <ul className={classes.cards}>
        {own.map(({ line, ...dispute }) => (
          <li key={dispute.id}>
            {t('bill.dispute.about', {
              service: line.service.name,
              label: line.label,
              from: formatDay(line.from),
              to: formatDay(line.to),
              amount: formatMoney(line.amount),
            })}
            <BillDispute dispute={dispute} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
