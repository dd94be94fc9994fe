import { z } from 'zod';
import { parseWith } from '../parse-with.js';

/** What is asked of somebody who orders, beside quantity, unit and reason. */
export type OrderForm = never;

/** @throws {DomainError} `MALFORMED_FORM` at the path of what is wrong. */
export function parseOrderForm(value: unknown, path: readonly string[] = ['form']): OrderForm | null {
  return parseWith(z.null(), value ?? null, path, 'MALFORMED_FORM');
}
