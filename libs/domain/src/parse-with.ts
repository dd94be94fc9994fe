import type { z } from 'zod';
import { DomainError } from './domain-error.js';

/** @throws {DomainError} With the code, at the path of the first thing that is not as the schema says. */
export function parseWith<T>(schema: z.ZodType<T>, value: unknown, path: readonly string[], code: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path: inner, message } = parsed.error.issues[0]!;
  const at = [...path, ...inner.map(String)];
  throw new DomainError(code, `${at.join('.')}: ${message}.`, at);
}
