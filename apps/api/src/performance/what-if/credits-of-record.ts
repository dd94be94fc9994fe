import { isGivenUp, type KeptPeriod, type PastYear } from '@accord/domain';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import { ClaimEntity } from '../claims/claim.entity.js';
import { type OwedCredit, owedCredits } from '../claims/owed-credits.js';
import type { Judgeable } from '../evaluation/judgeable.js';
import { lastDayOf } from './last-day-of.js';

/** What was closed and claimed around the months compared, as far as it decides what an agreement owes for them. */
export interface CreditsOfRecord {
  /** First and last day of the months compared, where the agreement is. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Of the agreement, without those of the commitment in the months compared, which are supposed. */
  readonly credits: readonly OwedCredit[];
  readonly claims: readonly Pick<ClaimEntity, 'period' | 'state' | 'amount'>[];
  /** The closed period of the commitment before the months compared, and those after them. */
  readonly periods: readonly KeptPeriod[];
  /** What claims of the months compared ask for. */
  readonly asked: string;
}

export async function creditsOfRecord(
  tx: EntityManager,
  { id, agreementId, timeZone }: Judgeable,
  year: PastYear,
): Promise<CreditsOfRecord> {
  const firstDay = `${year.months[0]}-01`;
  const lastDay = lastDayOf(timeZone, year);
  const isCompared = (day: string) => day >= firstDay && day <= lastDay;
  const credits = await owedCredits(tx, [agreementId], firstDay, lastDay);
  const claims = await tx.find(ClaimEntity, {
    where: { agreementId },
    select: { period: true, periodEndsOn: true, state: true, amount: true },
  });
  const asked = claims.filter(
    ({ state, periodEndsOn }) => state !== 'cancelled' && !isGivenUp(state) && isCompared(periodEndsOn),
  );
  return {
    firstDay,
    lastDay,
    credits: credits.filter((one) => one.commitmentId !== id || !isCompared(one.lastDay)),
    claims,
    periods: await periodsAround(tx, id, year),
    asked: Decimal.sum(0, ...asked.map(({ amount }) => amount)).toFixed(),
  };
}

const PERIODS_AROUND = `
  SELECT r.from_at AS "fromAt", r.to_at AS "toAt", r.verdict = 'met' AS "isMet",
      (CASE t.comparator WHEN 'atLeast' THEN r.figure ELSE 100 - r.figure END)::text AS "goodPercent",
      EXISTS (SELECT FROM breach b WHERE b.result_id = r.id) AS "isMissed"
    FROM period_result r JOIN commitment_terms t ON t.id = r.terms_id
   WHERE r.commitment_id = $1 AND r.state = 'frozen'
     AND (r.to_at = $2 OR r.from_at >= $3)`;

async function periodsAround(tx: EntityManager, commitmentId: string, { from, to }: PastYear): Promise<KeptPeriod[]> {
  const rows: { fromAt: Date; toAt: Date; isMet: boolean; isMissed: boolean; goodPercent: string | null }[] =
    await tx.query(PERIODS_AROUND, [commitmentId, new Date(from), new Date(to)]);
  return rows.map(({ fromAt, toAt, ...kept }) => ({ from: fromAt.getTime(), to: toAt.getTime(), ...kept }));
}
