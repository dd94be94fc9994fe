import { DomainError } from '@accord/domain';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { GraphQLResolveInfo } from 'graphql';
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
    const request = requestOf(context);
    const act = await this.acts.of(request);
    if (act.refusal) throw act.refusal;
    if (!this.acts.isOpen(operationOf(context, request), act)) {
      throw new DomainError('FORBIDDEN', 'This access token is not for that.');
    }
    if (act.viewer || this.isPublic(context)) return true;
    throw new DomainError('UNAUTHENTICATED', 'Please sign in.');
  }

  private isPublic(context: ExecutionContext): boolean {
    return this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()]) ?? false;
  }
}

function operationOf(context: ExecutionContext, { method, route }: Request): string {
  if (context.getType<'graphql' | 'http'>() === 'http') return `${method} ${route.path}`;
  const { parentType, fieldName } = context.getArgByIndex<GraphQLResolveInfo>(3);
  return `${parentType.name}.${fieldName}`;
}
