import { DomainError } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Request } from 'express';
import { Clock } from '../clock.js';
import { provided } from '../provided.js';
import type { PublicAct } from './act.js';
import { VIEWER_RESOLVER, type ViewerResolver } from './viewer-resolver.js';

/** What an access token is refused that is not for an operation. */
export const notForToken = () => new DomainError('FORBIDDEN', 'This access token is not for that.');

/** Makes the act of a request: one viewer and one instant, however many operations it holds. */
@Injectable()
export class Acts {
  private readonly known = new WeakMap<Request, Promise<PublicAct>>();
  private resolver?: ViewerResolver | null;

  constructor(
    private readonly clock: Clock,
    private readonly modules: ModuleRef,
  ) {}

  of(request: Request): Promise<PublicAct> {
    const known = this.known.get(request) ?? this.make(request);
    this.known.set(request, known);
    return known;
  }

  /** A request that nobody sent, for what the server asks itself in the name of an act. */
  standIn(act: PublicAct): Request {
    const request = { app: { get: () => this } } as unknown as Request;
    this.known.set(request, Promise.resolve(act));
    return request;
  }

  /** Whether the request may do the operation as far as an access token, if it carries one, is for that. */
  isOpen(operation: string, { scopes }: PublicAct): boolean {
    return !scopes || (this.identities?.isOpen(operation, scopes) ?? false);
  }

  private async make(request: Request): Promise<PublicAct> {
    const at = this.clock.now();
    return { viewer: null, ...(await this.identities?.identify(request, at)), at };
  }

  private get identities(): ViewerResolver | null {
    if (this.resolver === undefined) this.resolver = provided<ViewerResolver>(this.modules, VIEWER_RESOLVER);
    return this.resolver;
  }
}
