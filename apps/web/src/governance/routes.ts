import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { cursor, flag, oneOf, ordinal, period, searchSchema, text } from '../app/search-params';
import { sheetRoute, shellRoute } from '../app/shell-route';
import { allow } from '../app/allow';
import { PackEditionCodes, ReviewStateCodes } from '../generated/graphql';

const reviewsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reviews',
  validateSearch: searchSchema({
    quarter: period(),
    state: oneOf(ReviewStateCodes),
    provider: text(),
    add: flag(),
    cursor: cursor(),
  }),
  beforeLoad: allow('viewerCanSeeReviews'),
  component: lazyRouteComponent(() => import('./reviews-page'), 'ReviewsPage'),
});

const reviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reviews/$id',
  validateSearch: searchSchema({ step: oneOf(['prepare', 'run', 'close']), edition: oneOf(PackEditionCodes) }),
  component: lazyRouteComponent(() => import('./review-page'), 'ReviewPage'),
});

const actionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/actions',
  validateSearch: searchSchema({ mine: flag(), done: flag(), cursor: cursor() }),
  component: lazyRouteComponent(() => import('./actions-page'), 'ActionsPage'),
});

const presentRoute = createRoute({
  getParentRoute: () => sheetRoute,
  path: '/reviews/$id/present',
  validateSearch: searchSchema({ edition: oneOf(PackEditionCodes), item: ordinal() }),
  component: lazyRouteComponent(() => import('./present-page'), 'PresentPage'),
});

const packRoute = createRoute({
  getParentRoute: () => sheetRoute,
  path: '/reviews/$id/pack',
  validateSearch: searchSchema({ edition: oneOf(PackEditionCodes), pack: text() }),
  component: lazyRouteComponent(() => import('./pack-page'), 'PackPage'),
});

export const governanceRoutes = [reviewsRoute, reviewRoute, actionsRoute] as const;

/** Without the shell. */
export const reviewSheets = [presentRoute, packRoute] as const;
