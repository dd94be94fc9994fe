import { claimChanges, owedPeriods } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { uuidv7 } from '../../platform/uuid.js';
import { ClaimEventEntity } from './claim-event.entity.js';
import { ClaimNotices } from './claim-notices.js';
import { ClaimPartEntity } from './claim-part.entity.js';
import { changedClaim, furtherClaim, type PeriodChange } from './claim-rows.js';
import type { ClaimEntity } from './claim.entity.js';
import { HandCredits } from './hand-credits.js';
import { type OwedCredit, owedCredits } from './owed-credits.js';
import { partsOf, periodsOf, toCredited } from './period-facts.js';
import { lockClaims, type PostedClaim, postedClaims } from './posted-claims.js';
import { TOUCHED_BY_CLAIM, TOUCHED_BY_RESULTS, type TouchedPeriod, yearOf } from './touched-periods.js';

/** Makes claims what agreements owe, whenever a period was closed or restated, or a claim was given up. */
@Injectable()
export class Settlements {
  constructor(
    private readonly audit: Audit,
    private readonly notices: ClaimNotices,
    private readonly byHand: HandCredits,
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

  private async settleYears(tx: EntityManager, act: PublicAct, touched: readonly TouchedPeriod[]): Promise<void> {
    const agreementIds = [...new Set(touched.map(({ agreementId }) => agreementId))].sort();
    await lockClaims(tx, agreementIds);
    const days = touched.map(({ lastDay }) => lastDay).sort();
    const credits = await owedCredits(tx, agreementIds, days[0]!, days.at(-1)!);
    const claims = await postedClaims(tx, agreementIds);
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
    claims: readonly PostedClaim[],
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
    { period, owed, facts, known, change }: PeriodChange,
  ): Promise<void> {
    const creditOf = new Map([
      ...known.flatMap(({ parts }) => parts.map(({ commitmentId, creditId }) => [commitmentId, creditId] as const)),
      ...(facts?.credits ?? []).map(({ commitmentId, creditId }) => [commitmentId, creditId] as const),
    ]);
    const reason = act.reason ?? (owed?.isEarnedBack ? EARNED_BACK : null);
    const before = 'id' in change ? known.find(({ id }) => id === change.id)! : null;
    const claim = before
      ? changedClaim(tx, before, change, owed)
      : furtherClaim(
          tx,
          { at: act.at, reason },
          { period, owed, facts, known },
          'amount' in change ? change.amount : '0',
        );
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
    if (change.kind === 'post') await this.byHand.follow(tx, act, claim);
  }
}

const EARNED_BACK = 'A credit was earned back: the periods after it were kept.';
