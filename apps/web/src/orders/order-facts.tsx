import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import { KeyValueList } from '../ui/key-value-list';
import { Panel } from '../ui/panel';
import type { OrderOnPage } from './order-page';
import classes from './orders.module.css';

/** What was ordered, for whom, who pays and who decided. */
export function OrderFacts({ order }: { order: OrderOnPage }) {
  const { t } = useTranslation();
  const { items, beneficiary, requester, unit, reason, approvers } = order;
  const workers = items.flatMap(({ tasks }) => tasks.map(({ assignee, team }) => assignee?.name ?? team.name));
  const names = approvers.map(({ name }) => name).join(', ');
  return (
    <Panel title={t(order.state === 'DRAFT' ? 'orders.aboutDraft' : 'orders.about')}>
      <KeyValueList
        columns={2}
        items={[
          ...items.flatMap(({ service, plan, planVersion, quantity, answered, droppedAnswers }) => [
            {
              label: t('orders.service'),
              value: (
                <TextLink to="/catalog/$slug" params={{ slug: service.slug }}>
                  {service.name}
                </TextLink>
              ),
            },
            {
              label: t('orders.plan'),
              value: planVersion ? t('orders.planVersion', { plan: plan.name, version: planVersion }) : plan.name,
            },
            { label: t('orders.quantity'), value: quantity },
            ...answered.map(({ title, texts }) => ({ label: title, value: texts.join(', ') })),
            ...(droppedAnswers.length > 0
              ? [{ label: t('orders.notSent'), value: droppedAnswers.map(({ title }) => title).join(', ') }]
              : []),
          ]),
          { label: t('orders.for'), value: beneficiary.name },
          { label: t('orders.orderedBy'), value: requester.name },
          { label: t('orders.paidBy'), value: unit.name },
          ...(names ? [{ label: t('orders.approvers'), value: names }] : []),
          ...(workers.length > 0 ? [{ label: t('orders.fulfilledBy'), value: [...new Set(workers)].join(', ') }] : []),
          { label: t('orders.reason'), value: reason ? <span className={classes.reason}>{reason}</span> : undefined },
        ]}
      />
    </Panel>
  );
}
