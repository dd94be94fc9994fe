import {
  assertBundleFits,
  parseBundleDefinition,
  type BundleDefinition,
  type OfferedPart,
  type OrderForm,
} from '@accord/domain';
import { useQueries } from '@tanstack/react-query';
import { query } from '../../app/query';
import { BundledServiceDocument, type BundledServiceQuery } from '../../generated/graphql';

export type BundledService = NonNullable<BundledServiceQuery['service']>;

/** The services whose plans are in a bundle, by their slugs, as far as they have come. */
export function useBundledServices(plans: readonly (string | null)[]): ReadonlyMap<string, BundledService> {
  const slugs = new Set(plans.flatMap((plan) => plan?.split('/')[0] ?? []));
  return useQueries({
    queries: [...slugs].map((slug) => query(BundledServiceDocument, { slug })),
    combine: (answers) =>
      new Map(answers.flatMap(({ data }) => (data?.service ? [[data.service.slug, data.service] as const] : []))),
  });
}

export const serviceOf = (services: ReadonlyMap<string, BundledService>, plan: string | null) =>
  services.get(plan?.split('/')[0] ?? '');

/** Why the bundle would not be proposed as it stands, in one sentence; null when it would be, as far as one knows here. */
export function misfitOf(definition: object, services: ReadonlyMap<string, BundledService>): string | null {
  try {
    const parsed = parseBundleDefinition(definition, []);
    assertBundleFits(parsed, offeredOf(parsed, services));
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function offeredOf({ parts }: BundleDefinition, services: ReadonlyMap<string, BundledService>) {
  return new Map(
    parts.flatMap(({ key, plan: ref }) => {
      const service = serviceOf(services, ref);
      const plan = service?.plans.find(({ slug }) => ref.endsWith(`/${slug}`));
      if (!service || !plan) return [];
      const form = (service.orderForm?.form ?? null) as OrderForm | null;
      const offered: OfferedPart = {
        service: service.name,
        plan: plan.name,
        currency: plan.currency,
        refusal: null,
        form,
        // What can be set aside is looked at when the bundle is proposed.
        limits: [],
        prices: null,
      };
      return [[key, offered] as const];
    }),
  );
}
