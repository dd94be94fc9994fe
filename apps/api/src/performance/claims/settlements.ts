import {
  type AnchorDays,
  type ClaimChange,
  claimableUntil,
  claimChanges,
  contractYearOf,
  dayIn,
  isGivenUp,
  type OwedPeriod,
  owedPeriods,
  type RemedyTerms,
  usualRemedy,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import { type EntityManager, In } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { ADVISORY_LOCK } from '../../platform/database/advisory-locks.js';
import { uuidv7 } from '../../platform/uuid.js';
import { AgreementVersionEntity } from '../../agreements/agreement-version.entity.js';
import { ClaimEventEntity } from './claim-event.entity.js';
import { ClaimNotices } from './claim-notices.js';
import { ClaimPartEntity } from './claim-part.entity.js';
import { ClaimEntity } from './claim.entity.js';
import { type OwedCredit, owedCredits } from './owed-credits.js';

/** A claim with what of it is owed for each commitment, and the year of the contract in which its period ends. */
interface Posted extends ClaimEntity {
  parts: ClaimPartEntity[];
  year: string;
}

/** A period of an agreement of which something changed. */
interface Touched {
  agreementId: string;
  /** Of the period. */
  lastDay: string;
  remedy: RemedyTerms | null;
}

const TOUCHED_BY_RESULTS = `
  SELECT DISTINCT c.agreement_id AS "agreementId", v.remedy,
      ((r.to_at - interval '1 millisecond') AT TIME ZONE r.time_zone)::date::text AS "lastDay"
    FROM period_result r JOIN commitment c ON c.id = r.commitment_id JOIN commitment_terms t ON t.id = r.terms_id
      JOIN agreement_version v ON v.id = t.version_id
   WHERE r.id = ANY ($1::uuid[])`;

const TOUCHED_BY_CLAIM = `
  SELECT m.agreement_id AS "agreementId", v.remedy, m.period_ends_on::text AS "lastDay"
    FROM claim m JOIN agreement_version v ON v.id = m.version_id WHERE m.id = $1`;

const yearOf = ({ remedy, lastDay }: Touched): string => contractYearOf(remedy ?? { yearFromMonth: 1 }, lastDay);

/** What one period of an agreement owes, and everything that its claims are made of. */
interface Period {
  readonly terms: RemedyTerms;
  readonly credits: readonly OwedCredit[];
  readonly year: string;
}

/** Makes claims what agreements owe, whenever a period was closed or restated, or a claim was given up. */
@Injectable()
export class Settlements {
  constructor(
    private readonly audit: Audit,
    private readonly notices: ClaimNotices,
  ) {}

  /**
   * Of the agreements of results that were just frozen: of the whole contract year, whose cap its periods share.
   *
   * @param act With the reason of a restatement, which a further claim tells.
   */
  async settle(tx: EntityManager, act: PublicAct, resultIds: readonly string[]): Promise<void> {
    if (resultIds.length > 0) await this.settleYears(tx, act, await tx.query(TOUCHED_BY_RESULTS, [resultIds]));
  }

  /** Of the year of a claim that was given up: it leaves room below the cap for the others. */
  async settleAround(tx: EntityManager, act: PublicAct, { id }: ClaimEntity): Promise<void> {
    await this.settleYears(tx, act, await tx.query(TOUCHED_BY_CLAIM, [id]));
  }

  private async settleYears(tx: EntityManager, act: PublicAct, touched: readonly Touched[]): Promise<void> {
    const agreementIds = [...new Set(touched.map(({ agreementId }) => agreementId))].sort();
    await lockClaims(tx, agreementIds);
    const days = touched.map(({ lastDay }) => lastDay).sort();
    const credits = await owedCredits(tx, agreementIds, days[0]!, days.at(-1)!);
    const claims = await postedOf(tx, agreementIds);
    for (const agreementId of agreementIds) {
      const isOwn = (one: { agreementId: string }) => one.agreementId === agreementId;
      const years = new Set(touched.filter(isOwn).map(yearOf));
      await this.settleAgreement(tx, act, years, credits.filter(isOwn), claims.filter(isOwn));
    }
  }

  /** @param years Those that were read whole: of no others anything is said. */
  private async settleAgreement(
    tx: EntityManager,
    act: PublicAct,
    years: ReadonlySet<string>,
    credits: readonly OwedCredit[],
    claims: readonly Posted[],
  ): Promise<void> {
    const periods = periodsOf(credits);
    const credited = [...periods].map(([period, facts]) => toCredited(period, facts, claims));
    const owed = new Map(owedPeriods(credited).map((one) => [one.period, one]));
    for (const period of new Set([...periods.keys(), ...claims.map((claim) => claim.period)])) {
      const facts = periods.get(period);
      const known = claims.filter((claim) => claim.period === period);
      if (!years.has(facts?.year ?? known[0]!.year)) continue;
      const { currency } = facts?.credits[0] ?? known[0]!;
      const due = { amount: owed.get(period)?.amount ?? '0', parts: partsOf(owed.get(period), facts?.credits ?? []) };
      for (const change of claimChanges(due, known, currency))
        await this.apply(tx, act, { period, owed: owed.get(period), facts, known, change });
    }
  }

  private async apply(
    tx: EntityManager,
    act: PublicAct,
    { period, owed, facts, known, change }: Applied,
  ): Promise<void> {
    const creditOf = new Map([
      ...known.flatMap(({ parts }) => parts.map(({ commitmentId, creditId }) => [commitmentId, creditId] as const)),
      ...(facts?.credits ?? []).map(({ commitmentId, creditId }) => [commitmentId, creditId] as const),
    ]);
    const before = 'id' in change ? known.find(({ id }) => id === change.id)! : null;
    const claim = before
      ? changed(tx, before, change, owed)
      : posted(tx, act, { period, owed, facts, known }, change as Posting);
    await tx.save(claim);
    if (change.kind !== 'cancel') {
      await tx.delete(ClaimPartEntity, { claimId: claim.id });
      const parts = change.parts.map((part) => ({
        ...part,
        claimId: claim.id,
        creditId: creditOf.get(part.commitmentId)!,
      }));
      await tx.insert(ClaimPartEntity, parts);
    }
    const { state, amount } = claim;
    const reason = act.reason ?? null;
    const event = {
      id: uuidv7(act.at),
      claimId: claim.id,
      move: change.kind,
      state,
      amount,
      at: act.at,
      byId: null,
      reason,
    };
    await tx.insert(ClaimEventEntity, event);
    const subject = { type: 'claim', id: claim.id };
    await this.audit.record(tx, act, `claim.${change.kind}`, subject, before && { ...before }, claim);
    if (state === 'claimable' && change.kind === 'post') await this.notices.claimable(tx, act, claim);
    if (change.kind !== 'post' && before!.state !== 'claimable')
      await this.notices.moved(tx, act, claim, change.kind, reason);
  }
}

interface Applied {
  period: string;
  owed: OwedPeriod | undefined;
  facts: Period | undefined;
  known: readonly Posted[];
  change: ClaimChange;
}

type Posting = Extract<ClaimChange, { kind: 'post' | 'adjust' }>;

/** One settlement of an agreement at a time. Taken after commitments are locked, and by who locks none. */
export async function lockClaims(tx: EntityManager, agreementIds: readonly string[]): Promise<void> {
  for (const id of [...agreementIds].sort())
    await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [ADVISORY_LOCK.claims, id]);
}

async function postedOf(tx: EntityManager, agreementIds: readonly string[]): Promise<Posted[]> {
  const claims = await tx.find(ClaimEntity, { where: { agreementId: In(agreementIds) }, order: { number: 'ASC' } });
  const parts = await tx.find(ClaimPartEntity, {
    where: { claimId: In(claims.map(({ id }) => id)) },
    order: { commitmentId: 'ASC' },
  });
  const versions = await tx.findBy(AgreementVersionEntity, { id: In(claims.map(({ versionId }) => versionId)) });
  return claims.map((claim) => {
    const { remedy } = versions.find(({ id }) => id === claim.versionId)!;
    const year = yearOf({ agreementId: claim.agreementId, remedy, lastDay: claim.periodEndsOn });
    return { ...claim, year, parts: parts.filter(({ claimId }) => claimId === claim.id) };
  });
}

/** In the order of time. Without those of an agreement under which no money moves. */
function periodsOf(credits: readonly OwedCredit[]): Map<string, Period> {
  const periods = new Map<string, Period>();
  for (const credit of credits) {
    const terms = credit.remedy ?? usualRemedy(credit.agreementKind);
    if (!terms) continue;
    const known = periods.get(credit.period)?.credits ?? [];
    periods.set(credit.period, { terms, credits: [...known, credit], year: contractYearOf(terms, credit.lastDay) });
  }
  return periods;
}

function toCredited(period: string, { terms, credits, year }: Period, claims: readonly Posted[]) {
  const { charge: amount, currency } = credits[0]!;
  const givenUp = claims.filter((claim) => claim.period === period && isGivenUp(claim.state));
  return {
    period,
    year,
    terms,
    charge: { amount, currency },
    credits: credits.map(({ creditId: ref, percent, incident, isRepeated }) => ({
      ref,
      percent,
      incident,
      isRepeated,
    })),
    givenUp: Decimal.sum(0, ...givenUp.map((claim) => claim.amount)).toFixed(),
  };
}

function partsOf(owed: OwedPeriod | undefined, credits: readonly OwedCredit[]) {
  const commitmentOf = new Map(credits.map(({ creditId, commitmentId }) => [creditId, commitmentId]));
  return (owed?.parts ?? []).map(({ ref, amount }) => ({ commitmentId: commitmentOf.get(ref)!, amount }));
}

function changed(tx: EntityManager, before: Posted, change: ClaimChange, owed: OwedPeriod | undefined): ClaimEntity {
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

function posted(
  tx: EntityManager,
  { at, reason }: PublicAct,
  { period, owed, facts, known }: Omit<Applied, 'change'>,
  { amount }: Posting,
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
    reason: number === 1 ? null : (reason ?? null),
    lastDay: until?.lastDay ?? null,
    dueAt: until?.to ?? null,
    remindedAt: null,
    ...NOT_WAIVED,
    waivedById: null,
    explanation: owed ? [...owed.explanation] : [],
  });
}

/** @param known When it became known that more is owed; null for the first claim of a period. */
function deadlineOf({ terms, credits }: Period, known: Date | null) {
  const { timeZone, lastDay, closedOn } = credits[0]!;
  const occurrence = credits.map(({ lostOn }) => lostOn).sort()[0]!;
  const today = known && dayIn(timeZone, known);
  const days: AnchorDays = today
    ? { occurrence: today, periodEnd: today, closing: today }
    : { occurrence, periodEnd: lastDay, closing: closedOn };
  const holidays = [...new Set(credits.flatMap((credit) => credit.holidays))].sort();
  return claimableUntil(terms, days, { zone: timeZone, holidays });
}
