import { createRoute, redirect } from '@tanstack/react-router';
import { loadRoomWords } from '../i18n/i18n';
import { BareError } from './bare-error';
import { rootRoute } from './root-route';
import { sessionQuery } from './session';
import { Shell } from './shell/shell';

/** Everything for people who are signed in. Screens hang their routes below it; the id in route APIs is `/shell/…`. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const [{ session }] = await Promise.all([context.queryClient.ensureQueryData(sessionQuery), loadRoomWords()]);
    if (!session.viewer) throw redirect({ to: '/signin', search: { return: location.href } });
    return { viewer: session.viewer };
  },
  component: Shell,
  errorComponent: BareError,
});
