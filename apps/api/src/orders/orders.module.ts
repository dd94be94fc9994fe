import { Module } from '@nestjs/common';
import { ApproverSearch } from './approver-search.js';
import { BudgetLists } from './budgets/budget-lists.js';
import { BudgetEntryResolver, BudgetResolver } from './budgets/budget.resolver.js';
import { Budgets } from './budgets/budgets.js';
import { FulfilmentTaskResolver } from './fulfilment-task.resolver.js';
import { OrderDrafts } from './order-drafts.js';
import { OrderLists } from './order-lists.js';
import { OrderMutationsResolver } from './order-mutations.resolver.js';
import { OrderQuoteResolver } from './order-quote.resolver.js';
import {
  ApprovalDecisionResolver,
  OrderCostResolver,
  OrderDeliveryResolver,
  OrderEventResolver,
  OrderResolver,
} from './order.resolver.js';
import { OrderableServiceResolver, OrderingViewerResolver, PlanDeliveryResolver } from './ordering.resolver.js';
import { Orders } from './orders.js';
import { Quotes } from './quotes.js';
import { Submissions } from './submissions.js';
import { SubscriptionLists } from './subscription-lists.js';
import { SubscriptionResolver } from './subscription.resolver.js';

@Module({
  providers: [
    OrderDrafts,
    Submissions,
    ApproverSearch,
    Orders,
    Quotes,
    OrderLists,
    SubscriptionLists,
    Budgets,
    BudgetLists,
    OrderResolver,
    OrderMutationsResolver,
    OrderCostResolver,
    ApprovalDecisionResolver,
    OrderEventResolver,
    OrderDeliveryResolver,
    OrderQuoteResolver,
    FulfilmentTaskResolver,
    SubscriptionResolver,
    BudgetResolver,
    BudgetEntryResolver,
    PlanDeliveryResolver,
    OrderableServiceResolver,
    OrderingViewerResolver,
  ],
  exports: [OrderDrafts, Submissions, Orders, Budgets],
})
export class OrdersModule {}
