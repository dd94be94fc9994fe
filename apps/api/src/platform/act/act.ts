import type { DomainError, Viewer } from '@accord/domain';

/** Who does something and when. Every use case takes one first, and takes the time from it alone. */
export interface Act {
  viewer: Viewer;
  at: Date;
  /** Why, where the action asks for it; kept in the audit. */
  reason?: string;
  /** What an access token lets in for; omitted for whoever signed in. */
  scopes?: readonly string[];
}

/** An act of somebody who may not have signed in; only operations marked `@Public()` get one without a viewer. */
export interface PublicAct {
  viewer: Viewer | null;
  at: Date;
  reason?: string;
  scopes?: readonly string[];
  /** Who has signed in, and has to choose a password of their own before they are the viewer. */
  newcomer?: Viewer;
  /** Why whatever the request carries lets nobody in. */
  refusal?: DomainError;
}
