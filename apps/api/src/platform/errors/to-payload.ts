import type { UserError } from './user-error.type.js';

/** A mutation's answer: its result under its own name, and why it was refused, if it was. */
export type Payload<K extends string, T> = Record<K, T> & { errors: UserError[] };

/**
 * Runs a use case for a mutation and puts its result under `key`.
 * What the use case throws passes through, so that its transaction has rolled back;
 * `RefusalInterceptor` then turns a `DomainError` into `{ [key]: null, errors: [...] }`.
 */
export async function toPayload<K extends string, T>(key: K, useCase: () => Promise<T>): Promise<Payload<K, T>> {
  return { [key]: await useCase(), errors: [] as UserError[] } as Payload<K, T>;
}
