import { z } from 'zod';
import { parseWith } from '../parse-with.js';
import { SLUG } from '../slug.js';

const task = z.strictObject({ key: z.string().max(40).regex(SLUG), name: z.string().trim().min(1).max(80) });
const fulfilmentTemplate = z.strictObject({
  tasks: z.array(task).length(1),
  /** Business days in which the requester says whether what was delivered is right. */
  acceptanceDays: z.int().min(0).max(60).optional(),
});

/** What has to be done to deliver an order: one task, of the team that manages the service. */
export type FulfilmentTemplate = Readonly<z.infer<typeof fulfilmentTemplate>>;

export const DEFAULT_FULFILMENT: FulfilmentTemplate = { tasks: [{ key: 'deliver', name: 'Deliver' }] };

/** @throws {DomainError} `MALFORMED_FULFILMENT` at the path of what is wrong. */
export function parseFulfilmentTemplate(value: unknown, path: readonly string[] = ['fulfilment']): FulfilmentTemplate {
  return parseWith(fulfilmentTemplate, value ?? DEFAULT_FULFILMENT, path, 'MALFORMED_FULFILMENT');
}
