import { z } from 'zod';
import { DEFAULT_APPROVAL, parseApprovalRule, type ApprovalRule } from '../orders/approval-rule.js';
import { DEFAULT_FULFILMENT, parseFulfilmentTemplate, type FulfilmentTemplate } from '../orders/fulfilment-template.js';
import { parseWith } from '../parse-with.js';
import { DEFAULT_ENTITLEMENT, parseEntitlement, type Entitlement } from './entitlement.js';
import type { OrderForm } from './order-form-shape.js';
import { parseOrderForm } from './order-form.js';
import { parsePlans, type PlanDefinition } from './plan-definition.js';
import { parseServiceWords, type ServiceWords } from './service-words.js';

/** Everything that customers are offered and read of a service, in one piece: what a version of the service holds. */
export interface ServiceDefinition extends ServiceWords {
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

/** The parts of a service that offers nothing yet. */
export const OFFERS_NOTHING: Omit<ServiceDefinition, keyof ServiceWords> = {
  plans: [],
  form: null,
  approval: DEFAULT_APPROVAL,
  fulfilment: DEFAULT_FULFILMENT,
  entitlement: DEFAULT_ENTITLEMENT,
  notice: { days: 30, text: '' },
};

/** What customers read where nobody has said more than name and outcome. */
const FEW_WORDS = { description: '', synonyms: [], supportingServices: [], relatedServices: [] };

const notice = z.strictObject({ days: z.int().min(0).max(730), text: z.string().max(4000).default('') });

/** Each part is looked at by its own rules. */
const parts = z.strictObject({
  name: z.unknown(),
  outcome: z.unknown(),
  description: z.unknown(),
  synonyms: z.unknown(),
  supportingServices: z.unknown(),
  relatedServices: z.unknown(),
  plans: z.unknown(),
  form: z.unknown(),
  approval: z.unknown(),
  fulfilment: z.unknown(),
  entitlement: z.unknown(),
  notice: z.unknown(),
});

/**
 * Reads a definition that somebody sends or that was kept.
 *
 * @param path Where it stands, for the field of a refusal.
 * @param known What customers read now, for what the definition leaves out; other parts are those of {@link OFFERS_NOTHING}.
 * @throws {DomainError} At the path of the first thing that is wrong; the code is that of the part.
 */
export function parseServiceDefinition(
  value: unknown,
  path: readonly string[] = ['definition'],
  known: Partial<ServiceWords> = {},
): ServiceDefinition {
  const given = parseWith(parts.partial(), value, path, 'MALFORMED_DEFINITION');
  const otherwise: Partial<ServiceDefinition> = { ...OFFERS_NOTHING, ...FEW_WORDS, ...known };
  const part = (name: keyof ServiceDefinition) => given[name] ?? otherwise[name];
  const words = {
    name: part('name'),
    outcome: part('outcome'),
    description: part('description'),
    synonyms: part('synonyms'),
    supportingServices: part('supportingServices'),
    relatedServices: part('relatedServices'),
  };
  return {
    ...parseServiceWords(words, path),
    plans: parsePlans(part('plans'), [...path, 'plans']),
    form: parseOrderForm(part('form'), [...path, 'form']),
    approval: parseApprovalRule(part('approval'), [...path, 'approval']),
    fulfilment: parseFulfilmentTemplate(part('fulfilment'), [...path, 'fulfilment']),
    entitlement: parseEntitlement(part('entitlement'), [...path, 'entitlement']),
    notice: parseWith(notice, part('notice'), [...path, 'notice'], 'MALFORMED_NOTICE'),
  };
}
