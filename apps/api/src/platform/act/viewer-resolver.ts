import type { Viewer } from '@accord/domain';
import type { Request } from 'express';

/** Tells who sends a request. The noun that keeps sessions provides one under `VIEWER_RESOLVER`. */
export interface ViewerResolver {
  /** null when nobody is signed in: no session, an unknown one, or one that has ended by `at`. */
  viewerOf(request: Request, at: Date): Promise<Viewer | null>;
}

export const VIEWER_RESOLVER = Symbol('ViewerResolver');
