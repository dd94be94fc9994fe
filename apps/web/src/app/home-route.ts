import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ForbiddenPage } from './forbidden-page';
import { homeOf } from './home-of';
import { NotFoundPage } from './not-found-page';
import { shellRoute } from './shell-route';

/** `/` leads everybody to where their work begins. */
export const indexRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: homeOf(context.viewer), replace: true });
  },
});

export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/home',
  component: lazyRouteComponent(() => import('./home-page'), 'HomePage'),
});

export const forbiddenRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/403',
  component: ForbiddenPage,
});

export const displayRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings/display',
  component: lazyRouteComponent(() => import('./display-settings-page'), 'DisplaySettingsPage'),
});

/** Whatever has no other address, inside the shell. */
export const nowhereRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFoundPage });
