import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { allow } from '../app/allow';
import { BareError } from '../app/bare-error';
import { rootRoute } from '../app/root-route';
import { safeReturn } from '../app/safe-return';
import { cursor, flag, oneOf, searchSchema, text } from '../app/search-params';
import { sessionQuery } from '../app/session';
import { shellRoute } from '../app/shell-route';

// Apart from the route: its type must be known before that of `beforeLoad`.
const signInSearch = searchSchema({ return: text() });

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signin',
  validateSearch: signInSearch,
  beforeLoad: async ({ context, search }) => {
    const { session } = await context.queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    if (session.viewer) throw redirect({ href: safeReturn(search.return) });
  },
  component: lazyRouteComponent(() => import('./sign-in-page'), 'SignInPage'),
  errorComponent: BareError,
});

const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/people',
  validateSearch: searchSchema({ q: text(), ended: flag(), add: flag(), cursor: cursor() }),
  beforeLoad: allow('viewerCanManagePeople'),
  component: lazyRouteComponent(() => import('./people-page'), 'PeoplePage'),
});

const personRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/people/$id',
  component: lazyRouteComponent(() => import('./person-page'), 'PersonPage'),
});

const rolesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/roles',
  beforeLoad: allow('viewerCanManagePeople'),
  component: lazyRouteComponent(() => import('./roles-page'), 'RolesPage'),
});

const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/audit',
  validateSearch: searchSchema({ type: text(), subject: text(), cursor: cursor() }),
  beforeLoad: allow('viewerCanReadAudit'),
  component: lazyRouteComponent(() => import('./audit-page'), 'AuditPage'),
});

const unitsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/units',
  validateSearch: searchSchema({ tab: oneOf(['units', 'teams']) }),
  beforeLoad: allow('viewerCanManagePeople'),
  component: lazyRouteComponent(() => import('./units-page'), 'UnitsPage'),
});

const profileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/profile',
  component: lazyRouteComponent(() => import('./profile-page'), 'ProfilePage'),
});

const inboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/inbox',
  validateSearch: searchSchema({ unread: flag(), cursor: cursor() }),
  component: lazyRouteComponent(() => import('./inbox/inbox-page'), 'InboxPage'),
});

const notificationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/notifications',
  component: lazyRouteComponent(() => import('./notifications/notifications-page'), 'NotificationsPage'),
});

const tokensRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/tokens',
  validateSearch: searchSchema({ make: flag() }),
  component: lazyRouteComponent(() => import('./tokens/tokens-page'), 'TokensPage'),
});

const viewsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/views',
  component: lazyRouteComponent(() => import('./views/views-page'), 'ViewsPage'),
});

const webhooksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/webhooks',
  validateSearch: searchSchema({ add: flag(), webhook: text(), cursor: cursor() }),
  beforeLoad: allow('viewerCanManagePeople'),
  component: lazyRouteComponent(() => import('./webhooks/webhooks-page'), 'WebhooksPage'),
});

export const peopleRoutes = [
  peopleRoute,
  personRoute,
  unitsRoute,
  rolesRoute,
  auditRoute,
  profileRoute,
  inboxRoute,
  notificationsRoute,
  tokensRoute,
  viewsRoute,
  webhooksRoute,
] as const;
