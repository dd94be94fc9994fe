import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import type { ApprovalCardFragment, ApprovalFactsFragment } from '../generated/graphql';
import { Instant } from '../ui/instant';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { ApprovalFacts, SimilarDecisions } from './approval-facts';
import { ApprovalStages } from './approval-stages';
import { CostBill } from './cost-bill';
import { firstItem } from './first-item';
import { ItemNotes } from './item-notes';
import { announcedChange } from './monthly-change';
import { OrderActions } from './order-actions';
import { MoreItems } from './order-words';
import { PartOf } from './part-of';
import { whatWords } from './what-words';
import './approval-words';
import stages from './approval-stages.module.css';
import classes from './orders.module.css';

const ApprovalDelegateDialog = onDemand(() =>
  import('./approval-delegate-dialog').then((module) => module.ApprovalDelegateDialog),
);

type Props = {
  order: ApprovalCardFragment & ApprovalFactsFragment;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
};

/** One order with the facts to decide on: who, what, what it costs now and later, what is left, why, and who else decides. */
export function ApprovalCard({ order, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const [handing, setHanding] = useState(false);
  const { id, number, items, requester, beneficiary, unit, reason, stateSince, approvalFacts } = order;
  const { item: first } = firstItem(order);
  const { service, plan, bundle } = first;
  const who = { requester: requester.name, beneficiary: beneficiary.name };
  return (
    <div className={stages.card}>
      <Panel
        title={
          <span className={stages.besideChoose}>
            <TextLink to="/orders/$id" params={{ id }} inherit>
              {number}: {whatWords({ ...first, plan: { name: `${service.name}, ${plan.name}` } })}{' '}
              <MoreItems order={order} />
            </TextLink>
          </span>
        }
        description={
          <>
            {bundle && (
              <>
                <PartOf bundle={bundle} /> ·{' '}
              </>
            )}
            {t(requester.id === beneficiary.id ? 'orders.approvals.who' : 'orders.approvals.whoFor', who)} · {unit.name}{' '}
            · {t('orders.since')} <Instant at={stateSince} style="date" />
          </>
        }
      >
        {reason && <p className={classes.reason}>“{reason}”</p>}
        {items.map((item) => (
          <ItemNotes key={item.id} item={item} of={items.length > 1 ? item.plan.name : undefined} />
        ))}
        {approvalFacts && <ApprovalFacts facts={approvalFacts} />}
        {items.map(
          ({ id: itemId, cost }) =>
            cost?.announced && (
              <p key={itemId} className="figures">
                {t('approvals.announced', { words: announcedChange(cost.announced, t) })}
              </p>
            ),
        )}
        {items.map(
          ({ id: itemId, cost, quantity, service: { name } }) =>
            cost && <CostBill key={itemId} cost={cost} quantity={quantity} of={items.length > 1 ? name : undefined} />,
        )}
        <div className={stages.more}>
          <ApprovalStages stages={order.stages} />
          <SimilarDecisions decisions={order.similarDecisions} />
        </div>
        <div className={classes.acts}>
          <OrderActions order={order} />
          {order.viewerCanDelegate && (
            <Button size="xs" variant="default" onClick={() => setHanding(true)}>
              {t('approvals.delegate')}
            </Button>
          )}
        </div>
        {handing && <ApprovalDelegateDialog order={order} onClose={() => setHanding(false)} />}
      </Panel>
      <Checkbox
        className={stages.choose}
        size="md"
        aria-label={t('approvals.choose', { number })}
        checked={chosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
    </div>
  );
}
