import { DomainError } from '../domain-error.js';

/** @param what Which another service manager does, such as `correct its counts`. */
export const measuredByIt = (what: string): DomainError =>
  new DomainError(
    'MEASURED_BY_IT',
    `You own this service, or are paid by what is measured on it: a service manager who is not has to ${what}.`,
  );
