import { DomainError } from '@accord/domain';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Acts } from './acts.js';
import { PUBLIC } from './public.decorator.js';
import { requestOf } from './request-of.js';

/** Deny by default: who has not signed in reaches only what is marked `@Public()`. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly acts: Acts,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const act = await this.acts.of(requestOf(context));
    if (act.viewer || this.isPublic(context)) return true;
    throw new DomainError('UNAUTHENTICATED', 'Please sign in.');
  }

  private isPublic(context: ExecutionContext): boolean {
    return this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()]) ?? false;
  }
}
