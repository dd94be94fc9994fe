import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { GraphContext } from '../graphql/graph-context.js';

/** The HTTP request behind a resolver or a controller's method. */
export function requestOf(context: ExecutionContext): Request {
  if (context.getType<'graphql' | 'http'>() === 'http') return context.switchToHttp().getRequest<Request>();
  return context.getArgByIndex<GraphContext>(2).req;
}
