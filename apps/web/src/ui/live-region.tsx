import { VisuallyHidden } from '@mantine/core';

/** Where `announce` speaks: row counts after filtering, the result of an act (WCAG 4.1.3). */
export function LiveRegion() {
  return <VisuallyHidden id="live-region" role="status" aria-live="polite" />;
}
