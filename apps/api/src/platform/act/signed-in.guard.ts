import { DomainError } from '@accord/domain';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { GraphQLResolveInfo } from 'graphql';
import { Acts, notForToken } from './acts.js';
import { NEWCOMERS } from './newcomers.decorator.js';
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
    const request = requestOf(context);
    const act = await this.acts.of(request);
    if (act.refusal && !(act.newcomer && this.isMarked(context, PUBLIC, NEWCOMERS))) throw act.refusal;
    if (!this.acts.isOpen(operationOf(context, request), act)) throw notForToken();
    if (act.viewer || act.newcomer || this.isMarked(context, PUBLIC)) return true;
    throw new DomainError('UNAUTHENTICATED', 'Please sign in.');
  }

  private isMarked(context: ExecutionContext, ...marks: string[]): boolean {
    const places = [context.getHandler(), context.getClass()];
    return marks.some((mark) => this.reflector.getAllAndOverride<boolean>(mark, places) ?? false);
  }
}

function operationOf(context: ExecutionContext, { method, route }: Request): string {
  if (context.getType<'graphql' | 'http'>() === 'http') return `${method} ${route.path}`;
  const { parentType, fieldName } = context.getArgByIndex<GraphQLResolveInfo>(3);
  return `${parentType.name}.${fieldName}`;
}
