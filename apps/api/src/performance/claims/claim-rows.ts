import { type AnchorDays, claimableUntil, type ClaimChange, dayIn, type OwedPeriod } from '@accord/domain';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from '../../platform/uuid.js';
import { ClaimEntity } from './claim.entity.js';
import type { PeriodFacts } from './period-facts.js';
import type { PostedClaim } from './posted-claims.js';

/** What the claims of a period have to become, and all that is known of it. */
export interface PeriodChange {
  period: string;
  owed: OwedPeriod | undefined;
  facts: PeriodFacts | undefined;
  known: readonly PostedClaim[];
  change: ClaimChange;
}

/** A claim that stands, after it was adjusted or cancelled. */
export function changedClaim(
  tx: EntityManager,
  before: PostedClaim,
  change: ClaimChange,
  owed: OwedPeriod | undefined,
): ClaimEntity {
  const { parts: _, year: __, ...row } = before;
  if (change.kind === 'cancel')
    return tx.create(ClaimEntity, { ...row, ...NOT_WAIVED, state: 'cancelled', version: row.version + 1 });
  const { percent, explanation } = owed!;
  return tx.create(ClaimEntity, {
    ...row,
    percent,
    explanation: [...explanation],
    amount: change.amount,
    version: row.version + 1,
  });
}

const NOT_WAIVED: Pick<ClaimEntity, 'waiverAskedById' | 'waiverAskedAt' | 'waiverReason'> = {
  waiverAskedById: null,
  waiverAskedAt: null,
  waiverReason: null,
};

/** A further claim. */
export function furtherClaim(
  tx: EntityManager,
  { at, reason }: { at: Date; reason: string | null },
  { period, owed, facts, known }: Omit<PeriodChange, 'change'>,
  amount: string,
): ClaimEntity {
  const number = known.length + 1;
  const first = facts?.credits[0];
  const isAccepted = new Decimal(amount).isNegative() || (facts?.terms.isAutomatic ?? true);
  const until = isAccepted ? null : deadlineOf(facts!, number === 1 ? null : at);
  return tx.create(ClaimEntity, {
    id: uuidv7(at),
    agreementId: (first ?? known[0]!).agreementId,
    versionId: (first ?? known[0]!).versionId,
    period,
    periodEndsOn: first?.lastDay ?? known[0]!.periodEndsOn,
    number,
    state: isAccepted ? 'accepted' : 'claimable',
    version: 1,
    percent: owed?.percent ?? '0',
    amount,
    currency: (first ?? known[0]!).currency,
    at,
    acceptedAt: isAccepted ? at : null,
    reason: number === 1 ? null : reason,
    lastDay: until?.lastDay ?? null,
    dueAt: until?.to ?? null,
    remindedAt: null,
    ...NOT_WAIVED,
    waivedById: null,
    explanation: owed ? [...owed.explanation] : [],
  });
}

/** @param known When it became known that more is owed; null for the first claim of a period. */
function deadlineOf({ terms, credits }: PeriodFacts, known: Date | null) {
  const { timeZone, lastDay, closedOn } = credits[0]!;
  const occurrence = credits.map(({ lostOn }) => lostOn).sort()[0]!;
  const today = known && dayIn(timeZone, known);
  const days: AnchorDays = today
    ? { occurrence: today, periodEnd: today, closing: today }
    : { occurrence, periodEnd: lastDay, closing: closedOn };
  const holidays = [...new Set(credits.flatMap((credit) => credit.holidays))].sort();
  return claimableUntil(terms, days, { zone: timeZone, holidays });
}
