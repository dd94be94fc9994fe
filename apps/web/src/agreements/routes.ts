import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { cursor, flag, listOf, oneOf, searchSchema, text } from '../app/search-params';
import { shellRoute } from '../app/shell-route';
import { AgreementKindCodes } from '../generated/graphql';

const agreementsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/agreements',
  validateSearch: searchSchema({ q: text(), kind: listOf(AgreementKindCodes), add: flag(), cursor: cursor() }),
  component: lazyRouteComponent(() => import('./agreements-page'), 'AgreementsPage'),
});

const agreementRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/agreements/$slug',
  validateSearch: searchSchema({
    version: text(),
    tab: oneOf(['commitments', 'terms', 'chain', 'versions']),
    edit: text(),
  }),
  component: lazyRouteComponent(() => import('./agreement-page'), 'AgreementPage'),
});

const calendarsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/manage/calendars',
  validateSearch: searchSchema({ add: flag() }),
  component: lazyRouteComponent(() => import('./calendars-page'), 'CalendarsPage'),
});

const calendarRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/manage/calendars/$slug',
  validateSearch: searchSchema({ change: flag() }),
  component: lazyRouteComponent(() => import('./calendar-page'), 'CalendarPage'),
});

export const agreementRoutes = [agreementsRoute, agreementRoute, calendarsRoute, calendarRoute] as const;
