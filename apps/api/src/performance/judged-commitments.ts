import type { JudgedCommitment, MeasuredService, PerformanceReach, Viewer } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { paidTeamsBy, rewardedCommitments } from '../agreements/rewarded-commitments.js';
import { publishedTo } from '../catalog/services/entitled-services.js';
import type { Parameters } from '../platform/database/parameters.js';

/** What policies ask of a commitment. */
export interface CommitmentPlace extends JudgedCommitment {
  id: string;
  agreementId: string;
}

/** No mere draft, on `commitment c`: nobody outside of those who draft knows of one. */
const IN_FORCE = `EXISTS (SELECT FROM commitment_terms t
  JOIN agreement_version v ON v.id = t.version_id AND v.state = 'inForce' WHERE t.commitment_id = c.id)`;

/** Of `service s`. */
const FORMER_OWNERS = `coalesce((SELECT json_agg(json_build_object('personId', o.person_id, 'until', o.until))
  FROM service_former_owner o WHERE o.service_id = s.id), '[]')`;

const PLACE = `
  c.id, c.service_id AS "serviceId", s.unit_id AS "unitId", s.provider_id AS "serviceProviderId", s.owner_id AS "ownerId",
  ${FORMER_OWNERS} AS "formerOwners",
  a.id AS "agreementId", a.kind AS "agreementKind", a.provider_id AS "agreementProviderId", a.time_zone AS "timeZone",
  ${paidTeamsBy('c.id')} AS "paidTeams"`;

/** Commitments with the service and the agreement that they belong to: what `reached` filters. */
export const COMMITMENTS = `
  commitment c
  JOIN service s ON s.id = c.service_id
  JOIN agreement a ON a.id = c.agreement_id`;

export function placesOf(tx: EntityManager, commitmentIds: readonly string[]): Promise<CommitmentPlace[]> {
  return tx.query(`SELECT ${PLACE} FROM ${COMMITMENTS} WHERE c.id = ANY($1)`, [commitmentIds]);
}

export function servicePlacesOf(tx: EntityManager, serviceIds: readonly string[]): Promise<MeasuredService[]> {
  return tx.query(
    `SELECT s.id AS "serviceId", s.unit_id AS "unitId", s.provider_id AS "serviceProviderId", s.owner_id AS "ownerId",
       ${FORMER_OWNERS} AS "formerOwners",
       ${paidTeamsBy('SELECT mc.id FROM commitment mc WHERE mc.service_id = s.id')} AS "paidTeams"
     FROM service s WHERE s.id = ANY($1)`,
    [serviceIds],
  );
}

/** What the policies decide for one commitment, as a condition on the rows of `COMMITMENTS`. */
export function reached(reach: PerformanceReach, parameters: Parameters): string {
  if (reach.everything) return 'true';
  const own = within('a.provider_id', reach.ownProviders, parameters).map(
    (condition) => `(a.kind <> 'sla' AND ${condition} AND ${IN_FORCE})`,
  );
  const providers = within('a.provider_id', reach.providers, parameters);
  const rewarded = reach.rewards ? [`c.id IN (${rewardedCommitments(reach.rewards, parameters)})`] : [];
  return anyOf([
    reachedService(reach, parameters),
    ...providers,
    ...own,
    ...rewarded,
    ...(reach.promisedTo ? [promised(reach.promisedTo, parameters)] : []),
  ]);
}

/** The same for the rows of `service s` alone: whose measurements may be read. */
function reachedService({ everything, services, units, providers }: PerformanceReach, parameters: Parameters): string {
  if (everything) return 'true';
  return anyOf([
    ...within('s.id', services, parameters),
    ...within('s.unit_id', units, parameters),
    ...within('s.provider_id', providers, parameters),
  ]);
}

/** When something was recorded of a service: SQL of two instants; no end = it lasts. */
export interface Recorded {
  from: string;
  to: string;
}

/** Services that somebody inside oversees, on `service s`: all in scope, and those that a provider is bound for. */
export function overseen(reach: PerformanceReach, parameters: Parameters): string {
  return anyOf([reachedService(reach, parameters), ...bound(reach.providers, IN_FORCE, parameters)]);
}

/**
 * What was recorded of services behind whose figures the viewer sees, on `service s`: of those that they oversee. The
 * provider itself sees what falls into the days on which it was bound.
 */
export function measuredBehind(reach: PerformanceReach, parameters: Parameters, recorded: Recorded): string {
  return anyOf([overseen(reach, parameters), ...bound(reach.ownProviders, inForceDuring(recorded), parameters)]);
}

const bound = (ids: readonly string[], inForce: string, parameters: Parameters): string[] =>
  within('a.provider_id', ids, parameters).map(
    (condition) => `EXISTS (SELECT FROM commitment c JOIN agreement a ON a.id = c.agreement_id
      WHERE c.service_id = s.id AND a.kind <> 'sla' AND ${condition} AND ${inForce})`,
  );

const inForceDuring = ({ from, to }: Recorded): string => `EXISTS (SELECT FROM commitment_terms ct
  JOIN agreement_version v ON v.id = ct.version_id AND v.state = 'inForce'
  WHERE ct.commitment_id = c.id AND tstzrange(${from}, ${to}, '[]') && tstzrange(
    v.effective_from::timestamp AT TIME ZONE a.time_zone, (v.effective_to + 1)::timestamp AT TIME ZONE a.time_zone))`;

/** What everybody who works here may know: the SLAs of published services, once they are in force. */
const promised = (viewer: Viewer, parameters: Parameters): string =>
  `(a.kind = 'sla' AND ${publishedTo(viewer, parameters)} AND ${IN_FORCE})`;

function within(column: string, ids: readonly string[], parameters: Parameters): string[] {
  return ids.length > 0 ? [`${column} = ANY(${parameters.add(ids)}::uuid[])`] : [];
}

const anyOf = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'false';
