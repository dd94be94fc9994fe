import { z } from 'zod';
import type { LocalDay } from '../agreements/local-day.js';
import { assertCurrency } from '../currency.js';
import { DomainError } from '../domain-error.js';
import { assertDeliveryHours } from '../orders/delivery.js';
import { parseWith } from '../parse-with.js';
import { SLUG } from '../slug.js';
import { assertLimitRanges, type LimitRange } from './limits.js';
import { assertPrices, BILLING_PERIODS, PRICE_KINDS, type PriceComponent } from './price.js';

export const RENEWALS = ['automatic', 'onRequest'] as const;
export type Renewal = (typeof RENEWALS)[number];

export const WHILE_SUSPENDED = ['free', 'charged'] as const;
export type WhileSuspended = (typeof WHILE_SUSPENDED)[number];

/** A way to buy a service, as its version says. Other nouns are named by their slugs, so that it can be carried elsewhere. */
export interface PlanDefinition {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** ISO 4217; the same for the whole life of the plan. */
  readonly currency: string;
  /** The SLA whose commitments come with the plan. */
  readonly agreement: string | null;
  /** What that SLA promised of the service when the version was drafted or proposed, in words. Written by the platform. */
  readonly commitments?: readonly PromisedCommitment[] | undefined;
  /** Open time in which an order is delivered; null = nothing promised. */
  readonly delivery: { readonly targetHours: string; readonly calendar: string } | null;
  /** How long a subscription is bound, and what then; null = it goes on until somebody ends it. */
  readonly term: { readonly months: number; readonly renewal: Renewal } | null;
  /**
   * Whether suspended days are charged; where nothing is said, they are with a term, which is a promise to pay, and free
   * without one. What is measured always is charged.
   */
  readonly whileSuspended?: WhileSuspended | undefined;
  /** First day of the prices for new orders; null = the day of publication. */
  readonly pricesFrom: LocalDay | null;
  /** None = free of charge, unless the price is told on request. */
  readonly prices: readonly PriceComponent[];
  /** How much of a price by limit can be set aside, where that is not anything above nothing. */
  readonly limits?: readonly LimitRange[] | undefined;
  /** Whether its price is told on request: then it is offered without prices, and ordered once it has some. */
  readonly priceOnRequest?: boolean | undefined;
  /** Last day on which it can be ordered; null = open. */
  readonly endsOn: LocalDay | null;
}

/** A commitment that comes with a plan. */
export interface PromisedCommitment {
  readonly name: string;
  readonly promise: string;
}

/** Whether the prices of a plan are paid of suspended days as well. */
export const chargedWhileSuspended = ({
  term,
  whileSuspended,
}: Pick<PlanDefinition, 'term' | 'whileSuspended'>): boolean => term !== null || whileSuspended === 'charged';

const MOST_PRICES = 50;
const DECIMAL = /^-?\d{1,30}(\.\d{1,30})?$/;

const nothing = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);
const slug = z.string().max(80).regex(SLUG, 'has small letters, digits and single hyphens between them');
const text = (most: number) => z.string().max(most);
const label = (most: number) => z.string().trim().min(1).max(most);
/** A whole number needs no quotes in YAML; any other one would lose its digits. */
const decimal = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine((value) => DECIMAL.test(value), 'is a decimal, such as "4.50"');
const day = z.iso.date();

const tier = z.strictObject({ upTo: nothing(decimal), amount: decimal });
const price = z
  .strictObject({
    kind: z.enum(PRICE_KINDS),
    label: label(120),
    amount: decimal.optional(),
    per: nothing(z.enum(BILLING_PERIODS)),
    unitName: nothing(label(60)),
    tiers: nothing(z.array(tier).min(1)),
  })
  .transform(({ amount, ...rest }, context) => {
    const stated = amount ?? rest.tiers?.[0]?.amount;
    if (stated === undefined)
      context.addIssue({ code: 'custom', path: ['amount'], message: 'is needed where there are no tiers' });
    const { kind, label, ...others } = rest;
    return { kind, label, amount: stated ?? '0', ...others };
  });

const range = z.strictObject({
  unitName: label(60),
  least: nothing(decimal),
  most: nothing(decimal),
  whole: z.boolean().default(false),
});

const plan = z.strictObject({
  slug,
  name: label(120),
  description: text(4000).default(''),
  currency: z.string(),
  agreement: nothing(slug),
  commitments: z
    .array(z.strictObject({ name: label(200), promise: label(1000) }))
    .max(100)
    .optional(),
  delivery: nothing(z.strictObject({ targetHours: decimal, calendar: slug })),
  term: nothing(z.strictObject({ months: z.int().min(1).max(120), renewal: z.enum(RENEWALS) })),
  whileSuspended: z.enum(WHILE_SUSPENDED).optional(),
  pricesFrom: nothing(day),
  prices: z.array(price).max(MOST_PRICES),
  limits: z.array(range).max(MOST_PRICES).optional(),
  priceOnRequest: z.boolean().optional(),
  endsOn: nothing(day),
});

const MOST_PLANS = 50;

/** @throws {DomainError} `MALFORMED_PLAN`, or the code of the rule that is broken, with the path. */
export function parsePlans(value: unknown, path: readonly string[] = ['plans']): readonly PlanDefinition[] {
  const plans: readonly PlanDefinition[] = parseWith(z.array(plan).max(MOST_PLANS), value, path, 'MALFORMED_PLAN');
  plans.forEach((one, place) => assertPlan(one, plans.slice(0, place), [...path, String(place)]));
  return plans;
}

function assertPlan(plan: PlanDefinition, before: readonly PlanDefinition[], path: readonly string[]): void {
  const { slug, currency, prices, delivery, endsOn, pricesFrom, term, whileSuspended } = plan;
  if (before.some((other) => other.slug === slug))
    throw new DomainError('SLUG_TAKEN', `There are two plans with the slug "${slug}".`, [...path, 'slug']);
  assertCurrency(currency, [...path, 'currency']);
  assertPrices(prices, currency, [...path, 'prices']);
  assertLimitRanges(plan.limits ?? [], prices, [...path, 'limits']);
  if (plan.priceOnRequest && prices.length > 0) {
    const sentence = `${plan.name} has prices, or its price is told on request, not both.`;
    throw new DomainError('PRICE_ON_REQUEST', sentence, [...path, 'priceOnRequest']);
  }
  if (term && whileSuspended === 'free')
    throw new DomainError(
      'TERM_IS_PAID',
      `${plan.name} has a term, which is a promise to pay: suspended days are charged as well.`,
      [...path, 'whileSuspended'],
    );
  if (delivery) at([...path, 'delivery', 'targetHours'], () => assertDeliveryHours(delivery.targetHours));
  if (endsOn && pricesFrom && endsOn < pricesFrom)
    throw new DomainError('ENDS_BEFORE_PRICES', `${plan.name} would end before its prices begin.`, [...path, 'endsOn']);
}

/** Says of a rule's refusal where it was broken. */
function at(path: readonly string[], rule: () => void): void {
  try {
    rule();
  } catch (error) {
    throw error instanceof DomainError ? new DomainError(error.code, error.message, path) : error;
  }
}
