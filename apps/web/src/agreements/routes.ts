import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listOf, oneOf, searchSchema, text } from '../app/search-params';
import { shellRoute } from '../app/shell-route';
import { AgreementKindCodes } from '../generated/graphql';

const agreementsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/agreements',
  validateSearch: searchSchema({ q: text(), kind: listOf(AgreementKindCodes), cursor: text() }),
  component: lazyRouteComponent(() => import('./agreements-page'), 'AgreementsPage'),
});

const agreementRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/agreements/$slug',
  validateSearch: searchSchema({ version: text(), tab: oneOf(['commitments', 'terms', 'versions']) }),
  component: lazyRouteComponent(() => import('./agreement-page'), 'AgreementPage'),
});

const calendarsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/manage/calendars',
  component: lazyRouteComponent(() => import('./calendars-page'), 'CalendarsPage'),
});

const calendarRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/manage/calendars/$slug',
  component: lazyRouteComponent(() => import('./calendar-page'), 'CalendarPage'),
});

export const agreementRoutes = [agreementsRoute, agreementRoute, calendarsRoute, calendarRoute] as const;
