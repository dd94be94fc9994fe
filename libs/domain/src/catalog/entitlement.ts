import { z } from 'zod';
import { parseWith } from '../parse-with.js';

const entitlement = z.strictObject({ see: z.literal('everybody'), order: z.literal('requesters') });

/** Who sees the service in the catalog, and who orders it. */
export type Entitlement = Readonly<z.infer<typeof entitlement>>;

export const DEFAULT_ENTITLEMENT: Entitlement = { see: 'everybody', order: 'requesters' };

/** @throws {DomainError} `MALFORMED_ENTITLEMENT` at the path of what is wrong. */
export function parseEntitlement(value: unknown, path: readonly string[] = ['entitlement']): Entitlement {
  return parseWith(entitlement, value ?? DEFAULT_ENTITLEMENT, path, 'MALFORMED_ENTITLEMENT');
}
