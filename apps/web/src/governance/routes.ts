import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flag, oneOf, searchSchema, text } from '../app/search-params';
import { shellRoute } from '../app/shell-route';
import { allow } from '../app/allow';
import { ReviewStateCodes } from '../generated/graphql';

const reviewsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reviews',
  validateSearch: searchSchema({ state: oneOf(ReviewStateCodes), add: flag(), cursor: text() }),
  beforeLoad: allow('viewerCanSeeReviews'),
  component: lazyRouteComponent(() => import('./reviews-page'), 'ReviewsPage'),
});

const reviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reviews/$id',
  validateSearch: searchSchema({ step: oneOf(['prepare', 'run', 'close']) }),
  component: lazyRouteComponent(() => import('./review-page'), 'ReviewPage'),
});

const actionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/actions',
  validateSearch: searchSchema({ mine: flag(), done: flag(), cursor: text() }),
  component: lazyRouteComponent(() => import('./actions-page'), 'ActionsPage'),
});

export const governanceRoutes = [reviewsRoute, reviewRoute, actionsRoute] as const;
