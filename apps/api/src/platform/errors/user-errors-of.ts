import { DomainError } from '@accord/domain';
import { InvalidInput } from './invalid-input.js';
import type { UserError } from './user-error.type.js';

/** The refusals an exception stands for; null when it is a fault instead. */
export function userErrorsOf(exception: unknown): UserError[] | null {
  if (exception instanceof InvalidInput) return exception.errors;
  if (!(exception instanceof DomainError)) return null;
  const { code, field = [], message } = exception;
  return [{ code, field: [...field], message }];
}
