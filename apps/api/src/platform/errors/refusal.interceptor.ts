import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { getNullableType, isListType, isNonNullType, isObjectType, type GraphQLResolveInfo } from 'graphql';
import { catchError, of, throwError, type Observable } from 'rxjs';
import { userErrorsOf } from './user-errors-of.js';

/** Turns refusals, of a rule or of an input's shape, into the `errors` of a mutation's payload. */
@Injectable()
export class RefusalInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<'graphql' | 'http'>() !== 'graphql') return next.handle();
    const info = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
    return next.handle().pipe(
      catchError((exception: unknown) => {
        const errors = userErrorsOf(exception);
        const refused = errors && emptyPayload(info);
        return refused ? of({ ...refused, errors }) : throwError(() => exception);
      }),
    );
  }
}

/** Nothing in every field: null, or where the schema allows no null, an empty list or false, which a number says as 0. null = not a payload. */
function emptyPayload({ returnType }: GraphQLResolveInfo): Record<string, unknown> | null {
  const payload = getNullableType(returnType);
  if (!isObjectType(payload) || !payload.name.endsWith('Payload')) return null;
  return Object.fromEntries(
    Object.values(payload.getFields()).map(({ name, type }) => [name, isNonNullType(type) ? nothing(type) : null]),
  );
}

function nothing(type: Parameters<typeof getNullableType>[0]): false | [] {
  return isListType(getNullableType(type)) ? [] : false;
}
