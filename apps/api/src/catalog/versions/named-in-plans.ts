import { DomainError, type PlanDefinition } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import type { PlanEntity } from '../plans/plan.entity.js';

/** Ids of what plans name by its slug. */
export interface NamedInPlan {
  agreementId: string | null;
  deliveryCalendarId: string | null;
}

interface AgreementRow {
  id: string;
  slug: string;
  kind: string;
  ended: boolean;
}

const AGREEMENTS = `
  SELECT id, slug, kind, coalesce(ended_on < ($2::timestamptz AT TIME ZONE time_zone)::date, false) AS ended
    FROM agreement WHERE slug = ANY ($1::text[])`;

const CALENDARS = 'SELECT id, slug FROM service_calendar WHERE slug = ANY ($1::text[])';

/**
 * What each plan names, in their order. Customers are promised SLAs, whatever stands behind them.
 *
 * @param known The plans as they are; what one named already, it may go on naming.
 * @throws {DomainError} `UNKNOWN_AGREEMENT`, `NOT_AN_SLA` or `UNKNOWN_CALENDAR`, with the path.
 */
export async function namedInPlans(
  tx: EntityManager,
  act: Act,
  plans: readonly PlanDefinition[],
  known: readonly PlanEntity[],
  path: readonly string[],
): Promise<NamedInPlan[]> {
  const said = (slugs: (string | null | undefined)[]) => [...new Set(slugs.filter((slug) => slug))];
  const agreements: AgreementRow[] = await tx.query(AGREEMENTS, [
    said(plans.map(({ agreement }) => agreement)),
    act.at,
  ]);
  const calendars: { id: string; slug: string }[] = await tx.query(CALENDARS, [
    said(plans.map(({ delivery }) => delivery?.calendar)),
  ]);
  return plans.map(({ slug, agreement, delivery }, place) => {
    const within = (...field: string[]) => [...path, String(place), ...field];
    const sla = agreement ? agreements.find((one) => one.slug === agreement) : null;
    const before = known.find((plan) => plan.slug === slug)?.agreementId;
    if (sla === undefined || (sla?.ended && sla.id !== before))
      throw new DomainError(
        'UNKNOWN_AGREEMENT',
        `There is no agreement "${agreement}", or it has ended.`,
        within('agreement'),
      );
    if (sla && sla.kind !== 'sla') {
      const sentence = `A plan comes with an SLA; "${agreement}" is an agreement with a provider.`;
      throw new DomainError('NOT_AN_SLA', sentence, within('agreement'));
    }
    const calendar = delivery ? calendars.find((one) => one.slug === delivery.calendar) : null;
    if (calendar === undefined) {
      const sentence = `There is no service calendar "${delivery!.calendar}".`;
      throw new DomainError('UNKNOWN_CALENDAR', sentence, within('delivery', 'calendar'));
    }
    return { agreementId: sla?.id ?? null, deliveryCalendarId: calendar?.id ?? null };
  });
}
