import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { isOutside } from '../app/is-outside';
import { RequestError } from '../app/request-error';
import { cursor, oneOf, searchSchema } from '../app/search-params';
import type { Viewer } from '../app/session';
import { shellRoute } from '../app/shell-route';
import { addMonths } from '../ui/month';

const id = () => (raw: unknown) =>
  typeof raw === 'string' && /^[\da-f]{8}(-[\da-f]{4,12}){4}$/.test(raw) ? raw : undefined;

/** Who speaks for a provider reads no bill of ours. */
function insideOnly({ context }: { context: { viewer: Viewer } }): void {
  if (isOutside(context.viewer)) throw new RequestError('FORBIDDEN', 'Bills are for people of the enterprise.');
}

/** The month that is over is what people ask for. */
const lastBillRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bill',
  beforeLoad: (given) => {
    insideOnly(given);
    const month = addMonths(new Date().toISOString().slice(0, 7), -1);
    throw redirect({ to: '/bill/$month', params: { month }, replace: true });
  },
});

const billRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bill/$month',
  validateSearch: searchSchema({ unit: id(), group: oneOf(['plan', 'unit']), of: id(), cursor: cursor() }),
  beforeLoad: insideOnly,
  component: lazyRouteComponent(() => import('./bill-page'), 'BillPage'),
});

export const billRoutes = [lastBillRoute, billRoute] as const;
