import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import type { ApprovalCardFragment } from '../generated/graphql';
import { formatDay } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { Instant } from '../ui/instant';
import { Panel } from '../ui/panel';
import { CostBill } from './cost-bill';
import { CostWords } from './cost-words';
import { firstItem } from './first-item';
import { OrderActions } from './order-actions';
import { MoreItems } from './order-words';
import classes from './orders.module.css';

/** One order with the facts to decide on: who, what, what it costs now and in a year, what is left, and why. */
export function ApprovalCard({ order }: { order: ApprovalCardFragment }) {
  const { t } = useTranslation();
  const { id, number, items, requester, beneficiary, unit, reason, stateSince, cost } = order;
  const { service, quantity, plan } = firstItem(order).item;
  const who = { requester: requester.name, beneficiary: beneficiary.name };
  const budget = cost?.budget;
  const left = budget && [
    {
      label: t('orders.approvals.leftUntil', { name: budget.name, to: formatDay(budget.to) }),
      value: t('orders.approvals.leftOf', { left: formatMoney(budget.left), amount: formatMoney(budget.amount) }),
    },
  ];
  return (
    <Panel
      title={
        <TextLink to="/orders/$id" params={{ id }} inherit>
          {number}: {t('orders.what', { quantity, plan: `${service.name}, ${plan.name}` })} <MoreItems order={order} />
        </TextLink>
      }
      description={
        <>
          {t(requester.id === beneficiary.id ? 'orders.approvals.who' : 'orders.approvals.whoFor', who)} · {unit.name} ·{' '}
          {t('orders.since')} <Instant at={stateSince} style="date" />
        </>
      }
    >
      {reason && <p className={classes.reason}>“{reason}”</p>}
      {cost && (
        <>
          <CostWords cost={cost} items={items} totalLabel={t('orders.cost.reserved')} more={left ?? []} columns={3} />
          {items.map((item) => item.cost && <CostBill key={item.id} cost={item.cost} quantity={item.quantity} />)}
        </>
      )}
      <div className={classes.acts}>
        <OrderActions order={order} />
      </div>
    </Panel>
  );
}
