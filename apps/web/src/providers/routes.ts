import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { allow } from '../app/allow';
import { cursor, flag, listOf, oneOf, period, searchSchema, text } from '../app/search-params';
import { shellRoute } from '../app/shell-route';
import { ProviderKindCodes, ProviderSortCodes } from '../generated/graphql';

const providersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/providers',
  validateSearch: searchSchema({
    q: text(),
    kind: listOf(ProviderKindCodes),
    sort: oneOf(ProviderSortCodes),
    ended: flag(),
    add: flag(),
    cursor: cursor(),
  }),
  beforeLoad: allow('viewerCanSeeProviders'),
  component: lazyRouteComponent(() => import('./providers-page'), 'ProvidersPage'),
});

const providerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/providers/$slug',
  validateSearch: searchSchema({
    tab: oneOf(['commitments', 'scorecard', 'reviews', 'actions', 'services', 'agreements']),
    period: period(),
    propose: flag(),
  }),
  component: lazyRouteComponent(() => import('./provider-page'), 'ProviderPage'),
});

export const providerRoutes = [providersRoute, providerRoute] as const;
