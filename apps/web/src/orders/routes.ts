import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { allow } from '../app/allow';
import { cursor, day, flag, listOf, oneOf, searchSchema, text } from '../app/search-params';
import { shellRoute } from '../app/shell-route';
import { OrderKindCodes, OrderStateCodes } from '../generated/graphql';
import { billRoutes } from './bill-routes';

type Ordering = Parameters<ReturnType<typeof allow>>[0] & { search: { draft?: string; subscription?: string } };

/** Who pays ends what they pay; what may be done with a subscription, or with a draft, the form itself says. */
function mayOrder(at: Ordering): void {
  if (!at.search.subscription && !at.search.draft) allow('viewerCanOrder')(at);
}

const orderFormRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/order',
  validateSearch: searchSchema({
    draft: text(),
    service: text(),
    bundle: text(),
    plan: text(),
    kind: oneOf(['CHANGE', 'RENEW', 'SUSPEND', 'RESUME', 'TERMINATE']),
    subscription: text(),
  }),
  beforeLoad: mayOrder,
  component: lazyRouteComponent(() => import('./order-form-page'), 'OrderFormPage'),
});

/** The address under which a service is ordered from its page. */
const orderServiceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/catalog/$slug/order',
  beforeLoad: ({ params: { slug } }) => {
    throw redirect({ to: '/order', search: { service: slug }, replace: true });
  },
});

const ordersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/orders',
  validateSearch: searchSchema({
    scope: oneOf(['mine', 'all']),
    status: listOf(OrderStateCodes),
    kind: oneOf(OrderKindCodes),
    unit: text(),
    service: text(),
    since: day(),
    until: day(),
    q: text(),
    cursor: cursor(),
  }),
  component: lazyRouteComponent(() => import('./orders-page'), 'OrdersPage'),
});

const orderRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/orders/$id',
  component: lazyRouteComponent(() => import('./order-page'), 'OrderPage'),
});

const approvalsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/approvals',
  validateSearch: searchSchema({ status: oneOf(['waiting', 'decided']), cursor: cursor() }),
  beforeLoad: allow('viewerCanApproveOrders'),
  component: lazyRouteComponent(() => import('./approvals-page'), 'ApprovalsPage'),
});

const substitutesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/substitutes',
  component: lazyRouteComponent(() => import('./approval-substitutes-page'), 'SubstitutesPage'),
});

const approvalRulesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/approval-stages',
  validateSearch: searchSchema({ unit: text() }),
  beforeLoad: allow('viewerCanSeeBudgets'),
  component: lazyRouteComponent(() => import('./approval-rules-page'), 'ApprovalRulesPage'),
});

const workRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/work',
  validateSearch: searchSchema({
    part: listOf(['MINE', 'FREE', 'FAILED', 'WAITING', 'OTHERS', 'DONE']),
    cursor: cursor(),
  }),
  beforeLoad: allow('viewerCanFulfil'),
  component: lazyRouteComponent(() => import('./work-page'), 'WorkPage'),
});

const myServicesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/my-services',
  validateSearch: searchSchema({ cursor: cursor() }),
  component: lazyRouteComponent(() => import('./my-services-page'), 'MyServicesPage'),
});

const subscriptionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/my-services/$id',
  component: lazyRouteComponent(() => import('./subscription-page'), 'SubscriptionPage'),
});

const budgetsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/budgets',
  validateSearch: searchSchema({ add: flag() }),
  beforeLoad: allow('viewerCanSeeBudgets'),
  component: lazyRouteComponent(() => import('./budgets-page'), 'BudgetsPage'),
});

const budgetRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/budgets/$id',
  validateSearch: searchSchema({ cursor: cursor() }),
  beforeLoad: allow('viewerCanSeeBudgets'),
  component: lazyRouteComponent(() => import('./budget-page'), 'BudgetPage'),
});

export const orderRoutes = [
  orderFormRoute,
  orderServiceRoute,
  ordersRoute,
  orderRoute,
  approvalsRoute,
  substitutesRoute,
  approvalRulesRoute,
  workRoute,
  myServicesRoute,
  subscriptionRoute,
  budgetsRoute,
  budgetRoute,
  ...billRoutes,
] as const;
