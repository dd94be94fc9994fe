import { BudgetEntryEntity } from './budgets/budget-entry.entity.js';
import { BudgetEntity } from './budgets/budget.entity.js';
import { FulfilmentTaskEntity } from './fulfilment-task.entity.js';
import { OrderApproverEntity } from './order-approver.entity.js';
import { OrderEventEntity } from './order-event.entity.js';
import { OrderEntity } from './order.entity.js';
import { SubscriptionEntity } from './subscription.entity.js';

export const orderEntities = [
  BudgetEntity,
  OrderEntity,
  OrderApproverEntity,
  OrderEventEntity,
  FulfilmentTaskEntity,
  SubscriptionEntity,
  BudgetEntryEntity,
];
