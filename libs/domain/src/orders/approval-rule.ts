import { z } from 'zod';
import { ARCHETYPE_KEYS } from '../catalog/archetype.js';
import { assertCurrency } from '../currency.js';
import { DomainError } from '../domain-error.js';
import { ROLES } from '../people/viewer.js';
import { SLUG } from '../slug.js';

/** The most that a person could follow. */
const MOST_STAGES = 10;
const MOST_SOURCES = 5;

const key = z.string().max(40).regex(SLUG, 'is made of small letters, digits and hyphens');
const words = z.string().trim().min(1).max(80);
const asked = z.enum(ROLES).exclude(['providerContact', 'administrator', 'auditor']);

/**
 * Where the people of a stage come from. A role is looked for from the nearest place outwards: `unit` = the paying unit,
 * those above it, the organisation; `service` = the service, its provider, the organisation.
 */
const approverSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('budgetOwner') }),
  z.strictObject({ kind: z.literal('serviceOwner') }),
  z.strictObject({ kind: z.literal('provider') }),
  z.strictObject({ kind: z.literal('team'), team: key }),
  z.strictObject({ kind: z.literal('role'), role: asked, within: z.enum(['organisation', 'unit', 'service']) }),
]);

const need = z.union([
  z.enum(['any', 'all']),
  z.strictObject({ count: z.int().min(1).max(50) }),
  z.strictObject({ percent: z.int().min(1).max(100) }),
]);

const stageRule = z.strictObject({
  key,
  name: words,
  need,
  from: z.array(approverSource).min(1).max(MOST_SOURCES),
  /** Business days after which who has not decided is reminded; null = never. */
  remindAfter: z.int().min(1).max(30).nullable().default(3),
});

const automaticApproval = z.strictObject({
  key,
  name: words,
  /** All that is named has to hold. */
  when: z
    .strictObject({
      /** Total contract value, with split orders. */
      upTo: z
        .strictObject({
          amount: z.string().regex(/^\d{1,12}(\.\d{1,4})?$/, 'is a decimal, such as 99.50'),
          currency: z.string(),
        })
        .optional(),
      archetypes: z.array(z.enum(ARCHETYPE_KEYS)).min(1).optional(),
      /** Units, with those below them, of which the beneficiary is entitled to the service. */
      entitledUnits: z.array(key).min(1).max(20).optional(),
    })
    .refine((when) => Object.values(when).some((condition) => condition !== undefined), 'names at least one condition'),
});

const stageRules = z.array(stageRule).max(MOST_STAGES).refine(distinct, 'has each key once');

const approvalRule = z.strictObject({
  stages: stageRules.min(1),
  automatic: z.array(automaticApproval).max(MOST_STAGES).refine(distinct, 'has each key once').default([]),
});

export type ApproverSource = Readonly<z.infer<typeof approverSource>>;
/** How many of those asked have to approve. */
export type ApprovalNeed = z.infer<typeof need>;
export type StageRule = Readonly<z.infer<typeof stageRule>>;
export type AutomaticApproval = Readonly<z.infer<typeof automaticApproval>>;
/** Who approves orders: stages one after the other, and cases in which nobody needs to be asked. */
export interface ApprovalRule {
  readonly stages: readonly StageRule[];
  readonly automatic: readonly AutomaticApproval[];
}

/** Until something else is said: any budget owner of the unit that pays. */
export const DEFAULT_APPROVAL: ApprovalRule = {
  stages: [{ key: 'budget', name: 'Budget owner', need: 'any', from: [{ kind: 'budgetOwner' }], remindAfter: 3 }],
  automatic: [],
};

/** @throws {DomainError} `MALFORMED_APPROVAL` at the path of what is wrong. */
export function parseApprovalRule(value: unknown, path: readonly string[] = ['approval']): ApprovalRule {
  const rule: ApprovalRule = parsed(approvalRule, value, path);
  rule.automatic.forEach(({ when }, i) => {
    if (when.upTo) assertCurrency(when.upTo.currency, [...path, 'automatic', String(i), 'when', 'upTo', 'currency']);
  });
  return rule;
}

/**
 * The stages that a unit adds to those of a service.
 *
 * @throws {DomainError} `MALFORMED_APPROVAL` at the path of what is wrong.
 */
export function parseAddedStages(value: unknown, path: readonly string[] = ['stages']): readonly StageRule[] {
  return parsed(stageRules, value, path);
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, path: readonly string[]): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { path: inner, message } = result.error.issues[0]!;
  const at = [...path, ...inner.map(String)];
  throw new DomainError('MALFORMED_APPROVAL', `${at.join('.')}: ${message}.`, at);
}

function distinct(parts: readonly { readonly key: string }[]): boolean {
  return new Set(parts.map((part) => part.key)).size === parts.length;
}
