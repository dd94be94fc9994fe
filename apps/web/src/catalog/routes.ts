import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { allow } from '../app/allow';
import { cursor, flag, list, listOf, oneOf, searchSchema, text } from '../app/search-params';
import { shellRoute } from '../app/shell-route';
import { ArchetypeKeyCodes, LifecycleCodes, LineOfServiceCodes, ServiceSortCodes } from '../generated/graphql';

const catalogRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/catalog',
  validateSearch: searchSchema({
    q: text(),
    archetype: listOf(ArchetypeKeyCodes),
    line: listOf(LineOfServiceCodes),
    provider: list(),
    owner: list(),
    status: listOf(LifecycleCodes),
    sort: oneOf(ServiceSortCodes),
    view: oneOf(['cards', 'table']),
    marked: flag(),
    show: oneOf(['services', 'bundles']),
    v: list(),
    cursor: cursor(),
  }),
  component: lazyRouteComponent(() => import('./catalog-page'), 'CatalogPage'),
});

const compareRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/catalog/compare',
  validateSearch: searchSchema({ v: list(), differing: flag() }),
  component: lazyRouteComponent(() => import('./compare-page'), 'ComparePage'),
});

const bundleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/catalog/bundles/$slug',
  component: lazyRouteComponent(() => import('./bundle-page'), 'BundlePage'),
});

const dependenciesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/catalog/$slug/dependencies',
  validateSearch: searchSchema({ view: oneOf(['business', 'technical']) }),
  component: lazyRouteComponent(() => import('./dependencies-page'), 'DependenciesPage'),
});

const serviceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/catalog/$slug',
  component: lazyRouteComponent(() => import('./service-page'), 'ServicePage'),
});

const manageServicesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/manage/services',
  validateSearch: searchSchema({ q: text(), status: listOf(LifecycleCodes), add: flag(), cursor: cursor() }),
  beforeLoad: allow('viewerCanManageServices'),
  component: lazyRouteComponent(() => import('./manage-services-page'), 'ManageServicesPage'),
});

const manageServiceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/manage/services/$slug',
  validateSearch: searchSchema({ tab: oneOf(['about', 'archetype', 'plans', 'support', 'history']) }),
  beforeLoad: allow('viewerCanManageServices'),
  component: lazyRouteComponent(() => import('./manage-service-page'), 'ManageServicePage'),
});

const retirementRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/manage/retirements/$id',
  component: lazyRouteComponent(() => import('./retirement/retirement-page'), 'RetirementPage'),
});

const manageBundlesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/manage/bundles',
  beforeLoad: allow('viewerCanManageServices'),
  component: lazyRouteComponent(() => import('./manage-bundles-page'), 'ManageBundlesPage'),
});

const newBundleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/manage/bundles/new',
  beforeLoad: allow('viewerCanManageServices'),
  component: lazyRouteComponent(() => import('./new-bundle-page'), 'NewBundlePage'),
});

const manageBundleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/manage/bundles/$slug',
  beforeLoad: allow('viewerCanManageServices'),
  component: lazyRouteComponent(() => import('./manage-bundle-page'), 'ManageBundlePage'),
});

const archetypesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/manage/archetypes',
  component: lazyRouteComponent(() => import('./archetypes-page'), 'ArchetypesPage'),
});

const archetypeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/manage/archetypes/$key',
  validateSearch: searchSchema({ change: flag() }),
  component: lazyRouteComponent(() => import('./archetype-page'), 'ArchetypePage'),
});

export const catalogRoutes = [
  catalogRoute,
  compareRoute,
  bundleRoute,
  dependenciesRoute,
  serviceRoute,
  manageServicesRoute,
  manageServiceRoute,
  retirementRoute,
  manageBundlesRoute,
  newBundleRoute,
  manageBundleRoute,
  archetypesRoute,
  archetypeRoute,
] as const;
