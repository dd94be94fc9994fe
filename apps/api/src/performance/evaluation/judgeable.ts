import type {
  AgreementKind,
  CalendarHours,
  CommitmentPromise,
  Indicator,
  MaintenanceRules,
  RemedyTerms,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** A commitment with everything but the evidence that judging it needs. */
export interface Judgeable {
  id: string;
  serviceId: string;
  agreementId: string;
  agreementKind: AgreementKind;
  timeZone: string;
  currency: string;
  /** Of every version that is or was in force, oldest first. */
  terms: TermsRow[];
}

/** Terms in force, with the hours of their calendar through time. */
export interface TermsRow extends CommitmentPromise {
  id: string;
  indicator: Indicator;
  /** First and last day in force, inclusive; null = open. */
  effectiveFrom: string;
  effectiveTo: string | null;
  monthlyCharge: string | null;
  /** Percent of a ticket's target at which people hear of it. */
  ticketAlertPercents: number[];
  /** Urgent alerts are told outside of the service hours too. */
  urgentAtAnyHour: boolean;
  /** What planned maintenance must keep to. */
  maintenanceRules: MaintenanceRules | null;
  /** What the agreement says of the credits of all its commitments; null = what is usual. */
  remedy: RemedyTerms | null;
  /** How the contract words its window, where it is judged as another. */
  windowText: string | null;
  calendarTimeZone: string;
  calendarVersions: { id: string; effectiveFrom: string; hours: CalendarHours }[];
}

/** Which commitments: all on the services, or the ones named. */
export type CommitmentScope =
  | { readonly serviceIds: readonly string[] }
  | { readonly commitmentIds: readonly string[] };

/**
 * Locks the commitments, so that nobody else judges or closes them in the meantime, and loads their terms in force.
 * In the order of their ids: two who want the same ones never wait for each other.
 */
export async function lockJudgeable(tx: EntityManager, scope: CommitmentScope): Promise<Judgeable[]> {
  const [column, ids] = 'serviceIds' in scope ? ['service_id', scope.serviceIds] : ['id', scope.commitmentIds];
  if (ids.length === 0) return [];
  const locked: { id: string }[] = await tx.query(
    `SELECT id FROM commitment WHERE ${column} = ANY($1) ORDER BY id FOR NO KEY UPDATE`,
    [ids],
  );
  return loadJudgeable(
    tx,
    locked.map(({ id }) => id),
  );
}

export async function loadJudgeable(tx: EntityManager, commitmentIds: readonly string[]): Promise<Judgeable[]> {
  if (commitmentIds.length === 0) return [];
  return tx.query(JUDGEABLE, [commitmentIds]);
}

const CALENDAR_VERSIONS = `
  SELECT json_agg(json_build_object('id', v.id, 'effectiveFrom', v.effective_from, 'hours', v.hours))
  FROM service_calendar_version v WHERE v.calendar_id = t.calendar_id`;

const JUDGEABLE = `
  SELECT c.id, c.service_id AS "serviceId", a.id AS "agreementId", a.kind AS "agreementKind", a.time_zone AS "timeZone", a.currency,
    json_agg(json_build_object(
      'id', t.id, 'indicator', t.indicator, 'target', t.target::text, 'comparator', t.comparator,
      'windowKind', t.window_kind, 'windowText', t.window_text, 'missingData', t.missing_data,
      'coverageFloor', t.coverage_floor::text, 'providerOwesData', t.provider_owes_data,
      'excludedTime', t.excluded_time, 'credit', t.credit,
      'effectiveFrom', av.effective_from, 'effectiveTo', av.effective_to, 'monthlyCharge', av.monthly_charge::text,
      'maintenanceRules', av.maintenance_rules, 'remedy', av.remedy, 'ticketAlertPercents', av.ticket_alert_percents,
      'urgentAtAnyHour', av.urgent_at_any_hour,
      'calendarTimeZone', k.time_zone, 'calendarVersions', (${CALENDAR_VERSIONS})
    ) ORDER BY av.effective_from) AS terms
  FROM commitment c
  JOIN agreement a ON a.id = c.agreement_id
  JOIN commitment_terms t ON t.commitment_id = c.id
  JOIN agreement_version av ON av.id = t.version_id AND av.state = 'inForce'
  JOIN service_calendar k ON k.id = t.calendar_id
  WHERE c.id = ANY($1)
  GROUP BY c.id, a.id
  ORDER BY c.id`;
