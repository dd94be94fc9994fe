import { HttpException } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { reportFault } from './fault.js';
import { userErrorsOf } from './user-errors-of.js';

/**
 * A GraphQL error as the client sees it: a refusal with its code and field,
 * a mistake in the document as it is, a fault as a plain sentence with a correlation id.
 */
export function presentError(error: unknown): GraphQLFormattedError {
  const cause = rootCause(error);
  const { path, locations } = error instanceof GraphQLError ? error.toJSON() : {};
  const [refusal, ...more] = userErrorsOf(cause) ?? [];
  if (refusal) {
    const { code, field, message } = refusal;
    return { message, path, locations, extensions: { code, field, ...(more.length > 0 && { more }) } };
  }
  if (cause instanceof HttpException)
    return { message: cause.message, path, locations, extensions: { code: cause.name } };
  if (cause instanceof GraphQLError) {
    const { code, field } = cause.extensions ?? {}; // The compiled executor's errors have none.
    return {
      message: cause.message,
      path,
      locations,
      extensions: { code: code ?? 'BAD_USER_INPUT', ...(field !== undefined && { field }) },
    };
  }
  const { message, ...extensions } = reportFault(cause, { path });
  return { message, path, locations, extensions };
}

function rootCause(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? rootCause(error.originalError) : error;
}
