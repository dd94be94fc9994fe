import { approvalEntities } from './approvals/entities.js';
import { BudgetEntryEntity } from './budgets/budget-entry.entity.js';
import { BudgetEntity } from './budgets/budget.entity.js';
import { BudgetHoldingEntity } from './budgets/budget-holding.entity.js';
import { LaterCommitmentEntity } from './budgets/later-commitment.entity.js';
import { chargeEntities } from './charges/entities.js';
import { OrderCommentEntity } from './dialogue/order-comment.entity.js';
import { FulfilmentDependencyEntity } from './fulfilment/fulfilment-dependency.entity.js';
import { FulfilmentTaskEntity } from './fulfilment/fulfilment-task.entity.js';
import { MigrationRowEntity } from './migration/migration-row.entity.js';
import { MigrationRunEntity } from './migration/migration-run.entity.js';
import { OrderEventEntity } from './order-event.entity.js';
import { OrderItemEntity } from './order-item.entity.js';
import { OrderKeyEntity } from './order-key.entity.js';
import { OrderEntity } from './order.entity.js';
import { SubscriptionChangeEntity } from './subscriptions/subscription-change.entity.js';
import { SubscriptionEntity } from './subscriptions/subscription.entity.js';
import { UsageRecordEntity } from './usage/usage-record.entity.js';

export const orderEntities = [
  BudgetEntity,
  OrderEntity,
  OrderItemEntity,
  OrderKeyEntity,
  OrderEventEntity,
  OrderCommentEntity,
  FulfilmentTaskEntity,
  FulfilmentDependencyEntity,
  SubscriptionEntity,
  SubscriptionChangeEntity,
  UsageRecordEntity,
  BudgetEntryEntity,
  BudgetHoldingEntity,
  LaterCommitmentEntity,
  MigrationRunEntity,
  MigrationRowEntity,
  ...approvalEntities,
  ...chargeEntities,
];
