import type { AsyncRouteComponent } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

/**
 * A lazy page that the frame does not wait for where it is the first one: the frame is painted while the page is on its
 * way. A page that follows another waits for its parts, so that the one before stays until then. Told by a state: what
 * React suspends it shows 300 ms later at the soonest.
 */
export function firstPage(Page: AsyncRouteComponent<object>): AsyncRouteComponent<object> {
  const load = () => Page.preload?.();
  function FirstPage() {
    // A lazy component that has come has nothing to load any more; one that cannot come says so when it is shown.
    const [isHere, setHere] = useState(Page.preload === undefined);
    useEffect(() => void Promise.resolve(load()).then(() => setHere(true)), []);
    return isHere ? <Page /> : null;
  }
  FirstPage.preload = () => {
    const coming = load();
    return document.querySelector('main') ? coming : undefined;
  };
  return FirstPage;
}
