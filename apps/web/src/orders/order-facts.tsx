import { useTranslation } from 'react-i18next';
import { formatDay } from '../ui/format-instant';
import { KeyValueList } from '../ui/key-value-list';
import { Panel } from '../ui/panel';
import type { OrderOnPage } from './order-page';
import classes from './orders.module.css';

/** For whom it is, who pays, who decided and why it was ordered. */
export function OrderFacts({ order }: { order: OrderOnPage }) {
  const { t } = useTranslation();
  const { items, beneficiary, requester, unit, reason, approvers, startOn } = order;
  const workers = items.flatMap(({ tasks }) => tasks.map(({ assignee, team }) => assignee?.name ?? team.name));
  const names = approvers.map(({ name }) => name).join(', ');
  return (
    <Panel title={t('orders.facts')}>
      <KeyValueList
        columns={2}
        items={[
          { label: t('orders.for'), value: beneficiary.name },
          { label: t('orders.orderedBy'), value: requester.name },
          { label: t('orders.paidBy'), value: unit.name },
          ...(startOn ? [{ label: t('orders.startOn'), value: formatDay(startOn) }] : []),
          ...(names ? [{ label: t('orders.approvers'), value: names }] : []),
          ...(workers.length > 0 ? [{ label: t('orders.fulfilledBy'), value: [...new Set(workers)].join(', ') }] : []),
          { label: t('orders.reason'), value: reason ? <span className={classes.reason}>{reason}</span> : undefined },
        ]}
      />
    </Panel>
  );
}
