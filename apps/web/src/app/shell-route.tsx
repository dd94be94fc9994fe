import { createRoute } from '@tanstack/react-router';
import { BareError } from './bare-error';
import { LinkedZone } from './linked-zone';
import { rootRoute } from './root-route';
import { Shell } from './shell/shell';
import { signedIn } from './signed-in';

/** Everything for people who are signed in. Screens hang their routes below it; the id in route APIs is `/shell/…`. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: signedIn,
  component: Shell,
  errorComponent: BareError,
});

/** The same without the frame: what is printed or shown to a room. The id in route APIs is `/sheet/…`. */
export const sheetRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'sheet',
  beforeLoad: signedIn,
  component: LinkedZone,
  errorComponent: BareError,
});
