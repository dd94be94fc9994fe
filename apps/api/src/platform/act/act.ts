import type { Viewer } from '@accord/domain';

/** Who does something and when. Every use case takes one first, and takes the time from it alone. */
export interface Act {
  viewer: Viewer;
  at: Date;
  /** Why, where the action asks for it; kept in the audit. */
  reason?: string;
}

/** An act of somebody who may not have signed in; only operations marked `@Public()` get one without a viewer. */
export interface PublicAct {
  viewer: Viewer | null;
  at: Date;
  reason?: string;
}
