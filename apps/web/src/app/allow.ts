import type { Viewer } from './session';
import { RequestError } from './request-error';

type Right = Extract<keyof Viewer, `viewerCan${string}`>;

/** For a route's `beforeLoad`: who may not gets the page that says so, before anything is asked of the server. */
export function allow(right: Right) {
  return ({ context }: { context: { viewer: Viewer } }): void => {
    if (!context.viewer[right]) throw new RequestError('FORBIDDEN', `Needs ${right}.`);
  };
}
