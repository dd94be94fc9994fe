import {
  assertCanManageReviews,
  assertCanStepReview,
  assertDecided,
  assertDecisionFits,
  assertPeriodId,
  assertReviewPlan,
  assertText,
  DomainError,
  isContactOf,
  isOutsider,
  periodsEndingIn,
  reasonOf,
  stepReview,
  type ReviewStep,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { todayOf } from '../people/today.js';
import { viewerOfPerson } from '../people/viewer-query.js';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { refusing } from '../platform/database/refusing.js';
import { uuidv7 } from '../platform/uuid.js';
import { lockActiveProvider } from './locked-provider.js';
import { lockedReview } from './locked-review.js';
import { PackEntity } from './pack.entity.js';
import { ReviewDecisionEntity } from './review-decision.entity.js';
import { ReviewEntity } from './review.entity.js';
import type { PlanReviewInput, RecordReviewDecisionInput } from './review.type.js';

/** Reviews of providers, from the plan to the close; their evidence is frozen by `Packs`. */
@Injectable()
export class Reviews {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws {DomainError} When the viewer may not, the chair is no colleague, its period or day is off, or the period has one already. */
  plan(act: Act, { providerId, period, plannedOn, chairId }: PlanReviewInput): Promise<ReviewEntity> {
    return this.database.transaction(async (tx) => {
      await lockActiveProvider(tx, act, providerId);
      assertCanManageReviews(act.viewer, providerId);
      assertPeriodId(period);
      await assertColleague(tx, act, providerId, chairId);
      const [today, boundFrom] = [await todayOf(tx, act.at), await boundFromOf(tx, providerId)];
      assertReviewPlan({ period, plannedOn }, { today, boundFrom });
      const review = tx.create(ReviewEntity, {
        id: uuidv7(act.at),
        providerId,
        period,
        plannedOn,
        state: 'planned',
        stateSince: act.at,
        chairId,
        comment: null,
        commentedById: null,
        commentedAt: null,
        commentedPack: null,
        minutes: null,
        closedAt: null,
        closedById: null,
        cancelReason: null,
        version: 1,
      });
      const taken = new DomainError('ALREADY_PLANNED', `There is a review of ${period} already.`, ['period']);
      await refusing('review_period_key', taken, () => tx.insert(ReviewEntity, review));
      await this.record(tx, act, 'review.planned', null, review);
      return review;
    });
  }

  /** @throws {DomainError} When the viewer does not speak for the provider, or there is nothing to comment on. */
  comment(act: Act, id: string, comment: string): Promise<ReviewEntity> {
    assertText(comment, 'comment');
    const written = { comment: comment.trim(), commentedById: act.viewer.personId, commentedAt: act.at };
    return this.step(act, id, 'comment', 'review.commented', async (tx) => ({
      ...written,
      commentedPack: await tx.countBy(PackEntity, { reviewId: id, edition: 'provider' }),
    }));
  }

  /** @throws {DomainError} When the viewer may not, or its pack is not frozen. */
  hold(act: Act, id: string, minutes: string): Promise<ReviewEntity> {
    assertText(minutes, 'minutes');
    return this.step(act, id, 'hold', 'review.held', async () => ({ minutes: minutes.trim() }));
  }

  /** The period can then be planned again. @throws {DomainError} When the viewer may not, or its pack is frozen. */
  async cancel(act: Act, id: string, why: string): Promise<ReviewEntity> {
    const reason = reasonOf(why);
    return this.step({ ...act, reason }, id, 'cancel', 'review.cancelled', async () => ({ cancelReason: reason }));
  }

  /** @throws {DomainError} When the viewer may not, it is not held, or nothing was decided. */
  close(act: Act, id: string): Promise<ReviewEntity> {
    return this.step(act, id, 'close', 'review.closed', async (tx, review) => {
      assertDecided(await tx.countBy(ReviewDecisionEntity, { reviewId: review.id }));
      return { closedAt: act.at, closedById: act.viewer.personId };
    });
  }

  /** @throws {DomainError} When the viewer may not, the review is not held, or the credit is not one of its period. */
  decide(
    act: Act,
    { reviewId, kind, text, creditId = null }: RecordReviewDecisionInput,
  ): Promise<ReviewDecisionEntity> {
    assertText(text, 'text');
    return this.database.transaction(async (tx) => {
      const review = await lockedReview(tx, act, reviewId, 'reviewId');
      assertCanStepReview(act.viewer, review.providerId, 'decide');
      stepReview(review.state, 'decide');
      assertDecisionFits(kind, creditId);
      if (creditId) await assertCreditOf(tx, review, creditId);
      const by = { byId: act.viewer.personId, at: act.at };
      const decision = tx.create(ReviewDecisionEntity, {
        id: uuidv7(act.at),
        reviewId,
        kind,
        text: text.trim(),
        creditId,
        ...by,
      });
      await tx.insert(ReviewDecisionEntity, decision);
      await this.audit.record(tx, act, 'review.decided', { type: 'review', id: reviewId }, null, decision);
      return decision;
    });
  }

  /** @param change What the step writes down, beside the state that it leads to. */
  private step(
    act: Act,
    id: string,
    step: ReviewStep,
    action: string,
    change: (tx: EntityManager, review: ReviewEntity) => Promise<Partial<ReviewEntity>>,
  ): Promise<ReviewEntity> {
    return this.database.transaction(async (tx) => {
      const review = await lockedReview(tx, act, id);
      assertCanStepReview(act.viewer, review.providerId, step);
      const state = stepReview(review.state, step);
      const before = { ...review };
      if (state !== review.state) review.stateSince = act.at;
      Object.assign(review, await change(tx, review), { state });
      await tx.save(review);
      await this.record(tx, act, action, before, review);
      return review;
    });
  }

  private record(tx: EntityManager, act: Act, action: string, before: object | null, after: ReviewEntity) {
    return this.audit.record(tx, act, action, { type: 'review', id: after.id }, before, after);
  }
}

async function assertColleague(tx: EntityManager, act: Act, providerId: string, personId: string): Promise<void> {
  const person = await viewerOfPerson(tx, personId, act.at);
  if (person && !isOutsider(person) && !isContactOf(person, providerId)) return;
  throw new DomainError('NOT_A_COLLEAGUE', 'A review is chaired by somebody who works here.', ['chairId']);
}

/** First day of the first agreement that bound the provider. */
async function boundFromOf(tx: EntityManager, providerId: string): Promise<string | null> {
  const [first]: { day: string | null }[] = await tx.query(
    `SELECT min(v.effective_from)::text AS day FROM agreement a
     JOIN agreement_version v ON v.agreement_id = a.id AND v.state = 'inForce' WHERE a.provider_id = $1`,
    [providerId],
  );
  return first?.day ?? null;
}

async function assertCreditOf(tx: EntityManager, { providerId, period }: ReviewEntity, creditId: string) {
  const [found] = await tx.query(
    `SELECT r.state = 'superseded' AS "isSuperseded" FROM service_credit k JOIN period_result r ON r.id = k.result_id
     JOIN commitment c ON c.id = r.commitment_id JOIN agreement a ON a.id = c.agreement_id
     WHERE k.id = $1 AND a.provider_id = $2 AND r.period = ANY($3::text[])`,
    [creditId, providerId, periodsEndingIn(period)],
  );
  if (found?.isSuperseded) {
    const sentence = 'A restatement has replaced this credit; decide on the one that stands now.';
    throw new DomainError('SUPERSEDED', sentence, ['creditId']);
  }
  if (found) return;
  const message = `This is no credit for a commitment of the provider in ${period}.`;
  throw new DomainError('UNKNOWN_CREDIT', message, ['creditId']);
}
