import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { OrderStagesDocument } from '../generated/graphql';
import { Panel } from '../ui/panel';
import { ApprovalStages } from './approval-stages';
import { UndoDecision } from './approval-undo';
import './approval-words';

/** Who approves this order, all of it up front; nothing for a draft. */
export function ApprovalStagesPanel({ order: { id, number } }: { order: { id: string; number: string } }) {
  const { t } = useTranslation();
  const { data } = useQuery(query(OrderStagesDocument, { id }));
  const order = data?.order;
  if (!order || order.stages.length === 0) return null;
  return (
    <Panel title={t('approvals.stages')}>
      <ApprovalStages stages={order.stages} />
      {order.viewerCanUndoDecision && <UndoDecision orders={[{ id, number }]} />}
    </Panel>
  );
}
