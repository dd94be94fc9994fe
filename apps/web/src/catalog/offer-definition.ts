import type { PlanDefinition, PriceComponent, ServiceDefinition } from '@accord/domain';
import type { BillingPeriod, PriceKind } from '../generated/graphql';

/** What a version says, as the server sends it. */
export const definitionOf = (version: { definition: unknown }) => version.definition as ServiceDefinition;

/** `perUnit` in a definition is `PER_UNIT` in the contract, which our words go by. */
export const codeOf = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
export const keyOf = (code: string) => code.toLowerCase().replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());

/** A price of a definition with the codes of the contract. */
export const codedPrice = ({ kind, per, tiers = null, ...price }: PriceComponent) => ({
  ...price,
  kind: codeOf(kind) as PriceKind,
  per: per && (codeOf(per) as BillingPeriod),
  tiers: tiers?.map(({ upTo, amount }) => ({ upTo, amount })) ?? null,
});

/** The definition with one plan put in the place of another, or at the end. */
export function withPlan(
  definition: ServiceDefinition,
  plan: PlanDefinition,
  replaced: string | null,
): ServiceDefinition {
  const plans = definition.plans.some(({ slug }) => slug === replaced)
    ? definition.plans.map((old) => (old.slug === replaced ? plan : old))
    : [...definition.plans, plan];
  return { ...definition, plans };
}
