import { useTranslation } from 'react-i18next';
import type { OrderState } from '../generated/graphql';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { CostBill } from './cost-bill';
import { CostWords } from './cost-words';
import type { OrderOnPage } from './order-page';

const released: readonly OrderState[] = ['REJECTED', 'CANCELLED', 'FAILED'];

const LaterFacts = onDemand(() => import('./approval-facts').then((module) => module.LaterFacts));

/** What it costs as pinned at submission, and what became of the money. */
export function OrderCostPanel({ order }: { order: OrderOnPage }) {
  const { t } = useTranslation();
  const { approvalFacts, cost, items, state, submittedAt } = order;
  if (!cost) return null;
  const fate = state === 'COMPLETED' ? 'spent' : submittedAt && released.includes(state) ? 'released' : 'reserved';
  return (
    <Panel title={t('orders.cost.title')}>
      <CostWords cost={cost} totalLabel={t(`orders.cost.${fate}`)} />
      {state === 'AWAITING_APPROVAL' && approvalFacts && <LaterFacts facts={approvalFacts} />}
      {items.map(
        ({ id, cost: own, quantity, service }) =>
          own && <CostBill key={id} cost={own} quantity={quantity} of={items.length > 1 ? service.name : undefined} />,
      )}
    </Panel>
  );
}
