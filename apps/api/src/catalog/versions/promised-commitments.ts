import { type CommitmentPromise, DomainError, promiseInWords, type ServiceDefinition } from '@accord/domain';
import type { EntityManager } from 'typeorm';

type Row = Pick<CommitmentPromise, 'indicator' | 'target' | 'comparator' | 'windowKind'> & {
  agreement: string;
  name: string;
};

/** What SLAs promise of a service at an instant. */
const IN_FORCE = `
  SELECT a.slug AS agreement, t.name, t.indicator, t.target, t.comparator, t.window_kind AS "windowKind"
    FROM agreement a
    JOIN agreement_version v ON v.agreement_id = a.id AND v.state = 'inForce'
     AND ($3::timestamptz AT TIME ZONE a.time_zone)::date BETWEEN v.effective_from AND coalesce(v.effective_to, 'infinity')
    JOIN commitment_terms t ON t.version_id = v.id
    JOIN commitment c ON c.id = t.commitment_id AND c.service_id = $1
   WHERE a.kind = 'sla' AND a.slug = ANY ($2::text[])
   ORDER BY a.slug, t.name, t.id`;

/**
 * The definition with what its SLAs promise of the service today: agreements have versions of their own, and whoever reviews
 * a version of the service reads what comes with its plans.
 */
export async function withCommitments(
  tx: EntityManager,
  serviceId: string,
  definition: ServiceDefinition,
  at: Date,
): Promise<ServiceDefinition> {
  const slugs = definition.plans.flatMap(({ agreement }) => agreement ?? []);
  const rows: Row[] = slugs.length > 0 ? await tx.query(IN_FORCE, [serviceId, slugs, at]) : [];
  const plans = definition.plans.map(({ commitments: _, ...plan }) => {
    const ours = rows.filter(({ agreement }) => agreement === plan.agreement);
    const commitments = ours.map(({ name, ...terms }) => ({ name, promise: promiseInWords(terms) }));
    return commitments.length > 0 ? { ...plan, commitments } : plan;
  });
  return { ...definition, plans };
}

/** @throws {DomainError} `COMMITMENTS_CHANGED` when an SLA promises something else than the version that was reviewed. */
export async function assertCommitmentsStand(
  tx: EntityManager,
  serviceId: string,
  definition: ServiceDefinition,
  at: Date,
  path: readonly string[],
): Promise<void> {
  const { plans } = await withCommitments(tx, serviceId, definition, at);
  const differs = ({ commitments = [] }: (typeof plans)[number], place: number) =>
    JSON.stringify(commitments) !== JSON.stringify(definition.plans[place]!.commitments ?? []);
  const place = plans.findIndex(differs);
  if (place < 0) return;
  const { agreement } = plans[place]!;
  const sentence = `What the SLA "${agreement}" promises has changed since this was proposed; withdraw it, and propose it again.`;
  throw new DomainError('COMMITMENTS_CHANGED', sentence, [...path, 'plans', String(place), 'commitments']);
}
