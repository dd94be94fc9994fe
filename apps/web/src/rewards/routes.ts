import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { allow } from '../app/allow';
import { flag, oneOf, searchSchema, text } from '../app/search-params';
import { shellRoute } from '../app/shell-route';

const statementsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/statement',
  component: lazyRouteComponent(() => import('./statements-page'), 'StatementsPage'),
});

const statementRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/statement/$id',
  component: lazyRouteComponent(() => import('./statement-page'), 'StatementPage'),
});

const rewardsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rewards',
  validateSearch: searchSchema({ tab: oneOf(['plans', 'teams']), add: flag() }),
  beforeLoad: allow('viewerCanSeeRewards'),
  component: lazyRouteComponent(() => import('./rewards-page'), 'RewardsPage'),
});

const rewardPlanRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rewards/$plan',
  validateSearch: searchSchema({ tab: oneOf(['calculations', 'versions']), calculation: text(), propose: flag() }),
  component: lazyRouteComponent(() => import('./plan-page'), 'PlanPage'),
});

export const rewardRoutes = [statementsRoute, statementRoute, rewardsRoute, rewardPlanRoute] as const;
