import { useEffect, useState } from 'react';

/** True once `active` has lasted for `delayMs`: what is quick never flashes. */
export function useDelayed(active: boolean, delayMs = 200): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = window.setTimeout(() => setPassed(true), delayMs);
    return () => {
      window.clearTimeout(timer);
      setPassed(false);
    };
  }, [active, delayMs]);
  return active && passed;
}
