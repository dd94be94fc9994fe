import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import type { ApprovalCardFragment } from '../generated/graphql';
import { formatDay } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { Instant } from '../ui/instant';
import { Panel } from '../ui/panel';
import { CostBill } from './cost-bill';
import { CostWords } from './cost-words';
import { OrderActions } from './order-actions';
import classes from './orders.module.css';

/** One order with the facts to decide on: who, what, what it costs now and in a year, what is left, and why. */
export function ApprovalCard({ order }: { order: ApprovalCardFragment }) {
  const { t } = useTranslation();
  const { id, number, service, quantity, plan, requester, beneficiary, unit, reason, stateSince, cost, prices } = order;
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
          {number}: {t('orders.what', { quantity, plan: `${service.name}, ${plan.name}` })}
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
          <CostWords
            cost={cost}
            prices={prices}
            quantity={quantity}
            totalLabel={t('orders.cost.reserved')}
            more={left ?? []}
            columns={3}
          />
          <CostBill cost={cost} quantity={quantity} />
        </>
      )}
      <div className={classes.acts}>
        <OrderActions order={order} />
      </div>
    </Panel>
  );
}
