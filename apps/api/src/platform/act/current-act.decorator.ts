import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Acts } from './acts.js';
import type { PublicAct } from './act.js';
import { requestOf } from './request-of.js';

/**
 * The act of the request, for resolvers and controllers alike.
 * Type the parameter `Act`; where the method is `@Public()`, `PublicAct`.
 */
export const CurrentAct = createParamDecorator((_: unknown, context: ExecutionContext): Promise<PublicAct> => {
  const request = requestOf(context);
  return (request.app.get(ACTS) as Acts).of(request);
});

/** Under which the Express application keeps the `Acts`. */
export const ACTS = 'accord:acts';
