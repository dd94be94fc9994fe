import type { ValidationError } from '@nestjs/common';
import { plainWords } from './plain-words.js';
import type { UserError } from './user-error.type.js';

/** An input that does not have the shape it must have; names every field at fault. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';

  constructor(readonly errors: UserError[]) {
    super(errors.map(({ message }) => message).join(' '));
  }

  static from(failures: ValidationError[]): InvalidInput {
    return new InvalidInput(failures.flatMap((failure) => userErrors(failure, [])));
  }

  /** The same, of an input that stands at a path of something larger. */
  within(path: readonly string[]): InvalidInput {
    return new InvalidInput(this.errors.map((error) => ({ ...error, field: [...path, ...(error.field ?? [])] })));
  }
}

function userErrors({ property, constraints = {}, children = [] }: ValidationError, above: string[]): UserError[] {
  const field = [...above, property];
  const own = Object.entries(constraints).map(([rule, reason]) => ({
    code: 'INVALID',
    field,
    message: plainWords(property, rule, reason),
  }));
  return [...own, ...children.flatMap((child) => userErrors(child, field))];
}
