import { z } from 'zod';
import { DEFAULT_APPROVAL, parseApprovalRule, type ApprovalRule } from '../orders/approval-rule.js';
import { DEFAULT_FULFILMENT, parseFulfilmentTemplate, type FulfilmentTemplate } from '../orders/fulfilment-template.js';
import { parseWith } from '../parse-with.js';
import { DEFAULT_ENTITLEMENT, parseEntitlement, type Entitlement } from './entitlement.js';
import type { OrderForm } from './order-form-shape.js';
import { parseOrderForm } from './order-form.js';
import { parsePlans, type PlanDefinition } from './plan-definition.js';

/** Everything by which a service is offered, in one piece: what a version of the service holds. */
export interface ServiceDefinition {
  readonly plans: readonly PlanDefinition[];
  readonly form: OrderForm | null;
  readonly approval: ApprovalRule;
  readonly fulfilment: FulfilmentTemplate;
  readonly entitlement: Entitlement;
  readonly notice: NoticePeriod;
}

/** How early subscribers hear of what is not to their advantage. */
export interface NoticePeriod {
  /** Calendar days. */
  readonly days: number;
  /** What they are told beside it; empty = nothing. */
  readonly text: string;
}

/** What a service starts with, before anybody has said anything. */
export const EMPTY_DEFINITION: ServiceDefinition = {
  plans: [],
  form: null,
  approval: DEFAULT_APPROVAL,
  fulfilment: DEFAULT_FULFILMENT,
  entitlement: DEFAULT_ENTITLEMENT,
  notice: { days: 30, text: '' },
};

const notice = z.strictObject({ days: z.int().min(0).max(730), text: z.string().max(4000).default('') });

/** Each part is looked at by its own rules. */
const parts = z.strictObject({
  plans: z.unknown(),
  form: z.unknown(),
  approval: z.unknown(),
  fulfilment: z.unknown(),
  entitlement: z.unknown(),
  notice: z.unknown(),
});

/**
 * Reads a definition that somebody sends or that was kept. Parts that are left out are those of {@link EMPTY_DEFINITION}.
 *
 * @param path Where it stands, for the field of a refusal.
 * @throws {DomainError} At the path of the first thing that is wrong; the code is that of the part.
 */
export function parseServiceDefinition(value: unknown, path: readonly string[] = ['definition']): ServiceDefinition {
  const given = parseWith(parts.partial(), value, path, 'MALFORMED_DEFINITION');
  const part = (name: keyof ServiceDefinition) => given[name] ?? EMPTY_DEFINITION[name];
  return {
    plans: parsePlans(part('plans'), [...path, 'plans']),
    form: parseOrderForm(part('form'), [...path, 'form']),
    approval: parseApprovalRule(part('approval'), [...path, 'approval']),
    fulfilment: parseFulfilmentTemplate(part('fulfilment'), [...path, 'fulfilment']),
    entitlement: parseEntitlement(part('entitlement'), [...path, 'entitlement']),
    notice: parseWith(notice, part('notice'), [...path, 'notice'], 'MALFORMED_NOTICE'),
  };
}
