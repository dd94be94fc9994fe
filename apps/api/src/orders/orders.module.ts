import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { ImportsModule } from '../performance/imports/imports.module.js';
import { PerformanceModule } from '../performance/performance.module.js';
import { Acceptances } from './acceptances.js';
import { approvalProviders } from './approvals/providers.js';
import { BudgetLists } from './budgets/budget-lists.js';
import { BudgetEntryResolver, BudgetResolver } from './budgets/budget.resolver.js';
import { Budgets } from './budgets/budgets.js';
import { ReservationExpiry } from './budgets/reservation-expiry.js';
import { BillExportController } from './charges/bill-export.controller.js';
import { chargeProviders } from './charges/providers.js';
import { OrderCommentResolver, OrderCommentsResolver } from './dialogue/comment.resolver.js';
import { Comments } from './dialogue/comments.js';
import { AnsweredItemResolver, ServiceFormResolver } from './form/order-form.resolver.js';
import { DeliveryTimesResolver } from './delivery-times.resolver.js';
import { FulfilmentHookController } from './fulfilment/fulfilment-hook.controller.js';
import { TaskAnswers } from './fulfilment/task-answers.js';
import { Tasks } from './fulfilment/tasks.js';
import { fulfilmentProviders } from './fulfilment/providers.js';
import { ItemMoves } from './item-moves.js';
import {
  MigratedSubscriberResolver,
  MigrationResolver,
  RetiringOfViewerResolver,
  RetiringSubscriptionResolver,
} from './migration/migration.resolver.js';
import { Migrations } from './migration/migrations.js';
import { Lapses } from './lapses.js';
import { DeliveryDrifts } from './delivery-drifts.js';
import { OrderDrafts } from './order-drafts.js';
import { OrderDeliveryResolver, OrderItemCostResolver, OrderItemResolver } from './order-item.resolver.js';
import { OrderedBundleResolver } from './ordered-bundle.resolver.js';
import { OrderLists } from './order-lists.js';
import { OrderDays } from './order-days.js';
import { OrderMoves } from './order-moves.js';
import { OrderNotices } from './order-notices.js';
import { OrderMutationsResolver } from './order-mutations.resolver.js';
import { OrderQuoteResolver, QuotedItemResolver } from './order-quote.resolver.js';
import { ApprovalDecisionResolver, OrderCostResolver, OrderEventResolver, OrderResolver } from './order.resolver.js';
import { OrderableServiceResolver, OrderingViewerResolver, PlanDeliveryResolver } from './ordering.resolver.js';
import { Orders } from './orders.js';
import { Quotes } from './quotes.js';
import { Starts } from './starts.js';
import { Submissions } from './submissions.js';
import { SubscriptionDays } from './subscriptions/subscription-days.js';
import { SubscriptionLists } from './subscriptions/subscription-lists.js';
import { SubscriptionChangeResolver, SubscriptionResolver } from './subscriptions/subscription.resolver.js';
import { Subscriptions } from './subscriptions/subscriptions.js';
import { usageProviders } from './usage/providers.js';
import { UsageController } from './usage/usage.controller.js';

@Module({
  imports: [PeopleModule, ImportsModule, PerformanceModule],
  controllers: [UsageController, FulfilmentHookController, BillExportController],
  providers: [
    DeliveryDrifts,
    OrderDrafts,
    OrderMoves,
    OrderNotices,
    OrderDays,
    ...fulfilmentProviders,
    Submissions,
    ...approvalProviders,
    Starts,
    Orders,
    Acceptances,
    Lapses,
    ItemMoves,
    Comments,
    Quotes,
    OrderLists,
    Subscriptions,
    SubscriptionDays,
    SubscriptionLists,
    Budgets,
    BudgetLists,
    ReservationExpiry,
    ...chargeProviders,
    ...usageProviders,
    OrderResolver,
    OrderItemResolver,
    OrderedBundleResolver,
    AnsweredItemResolver,
    ServiceFormResolver,
    OrderMutationsResolver,
    OrderCostResolver,
    OrderItemCostResolver,
    ApprovalDecisionResolver,
    OrderEventResolver,
    OrderCommentsResolver,
    OrderCommentResolver,
    OrderDeliveryResolver,
    OrderQuoteResolver,
    QuotedItemResolver,
    SubscriptionResolver,
    SubscriptionChangeResolver,
    Migrations,
    MigrationResolver,
    MigratedSubscriberResolver,
    RetiringSubscriptionResolver,
    RetiringOfViewerResolver,
    BudgetResolver,
    BudgetEntryResolver,
    PlanDeliveryResolver,
    DeliveryTimesResolver,
    OrderableServiceResolver,
    OrderingViewerResolver,
  ],
  exports: [
    OrderDrafts,
    Migrations,
    Submissions,
    Orders,
    Starts,
    Acceptances,
    ItemMoves,
    Tasks,
    TaskAnswers,
    Subscriptions,
    Budgets,
  ],
})
export class OrdersModule {}
