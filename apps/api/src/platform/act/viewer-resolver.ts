import type { DomainError, Viewer } from '@accord/domain';
import type { Request } from 'express';

/** Who sends a request, and by which right. */
export interface Identity {
  viewer: Viewer | null;
  /** What an access token lets in for; omitted for whoever signed in, who is let in for everything. */
  scopes?: readonly string[];
  /** Who is nobody yet; reaches what is open to everybody, and what is marked `@Newcomers()`. */
  newcomer?: Viewer;
  /** Why whatever the request carries lets nobody in: without a newcomer, not even what is open to everybody. */
  refusal?: DomainError;
}

/** Tells who sends a request. The noun that keeps sessions provides one under `VIEWER_RESOLVER`. */
export interface ViewerResolver {
  /** Nobody when nobody is signed in: no session, an unknown one, or one that has ended by `at`. */
  identify(request: Request, at: Date): Promise<Identity>;
  /**
   * Whether the scopes of a token let in to an operation: a field of Query or Mutation such as `Mutation.draftOrder`,
   * or a method and path such as `POST /uploads`.
   */
  isOpen(operation: string, scopes: readonly string[]): boolean;
}

export const VIEWER_RESOLVER = Symbol('ViewerResolver');
