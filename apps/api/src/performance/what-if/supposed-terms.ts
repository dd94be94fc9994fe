import {
  assertPromise,
  calendarDefinition,
  type CommitmentPromise,
  DomainError,
  type Supposition,
  supposed,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { creditOf } from '../../agreements/commitment.input.js';
import type { Judgeable, TermsRow } from '../evaluation/judgeable.js';
import type { SupposedTermsInput } from './what-if.input.js';

/** Hours of a calendar through time. */
type Hours = Pick<TermsRow, 'calendarTimeZone' | 'calendarVersions'>;

/**
 * The commitment as if its terms had always said something else.
 *
 * @param nth Tells the terms of one supposition from those of another.
 * @throws {DomainError} When nobody could promise that, or there is no such calendar.
 */
export async function supposedCommitment(
  tx: EntityManager,
  commitment: Judgeable,
  input: SupposedTermsInput,
  nth: number,
): Promise<Judgeable> {
  const hours = input.calendarId ? await hoursOf(tx, input.calendarId) : {};
  const supposition = suppositionOf(input);
  const terms = commitment.terms.map((row): TermsRow => {
    const promise = supposed(row, supposition);
    const changed: TermsRow = { ...row, ...promise, ...hours, id: `${row.id}:${nth}` };
    assertJudgeable(changed, commitment.currency);
    return changed;
  });
  return { ...commitment, terms };
}

function assertJudgeable(row: TermsRow & CommitmentPromise, currency: string): void {
  for (const { hours } of row.calendarVersions)
    assertPromise(row, calendarDefinition(row.calendarTimeZone, hours), currency);
}

function suppositionOf(input: SupposedTermsInput): Supposition {
  const { target, window, missingData, coverageFloor, providerOwesData, excludedTime } = input;
  const { credit, withoutCredit, shortestOutageMs, limit, targets } = input;
  const given = { target, windowKind: window, missingData, coverageFloor, providerOwesData, excludedTime };
  return {
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value != null)) as Supposition),
    ...(credit && { credit: creditOf(credit) }),
    ...(withoutCredit && { credit: null }),
    ...(shortestOutageMs != null && { shortestOutageMs }),
    ...(limit != null && { limit }),
    ...(targets && { targets: targets.map(({ priority, targetMs }) => ({ priority, targetMs })) }),
  };
}

async function hoursOf(tx: EntityManager, calendarId: string): Promise<Hours> {
  const [found]: Hours[] = await tx.query(
    `SELECT k.time_zone AS "calendarTimeZone", (
       SELECT json_agg(json_build_object('id', v.id, 'effectiveFrom', v.effective_from, 'hours', v.hours))
       FROM service_calendar_version v WHERE v.calendar_id = k.id) AS "calendarVersions"
     FROM service_calendar k WHERE k.id = $1`,
    [calendarId],
  );
  if (!found) throw new DomainError('NOT_FOUND', 'There is no such calendar.', ['calendarId']);
  return found;
}
