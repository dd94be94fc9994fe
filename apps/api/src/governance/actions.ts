import {
  assertCanCompleteAction,
  assertCanStepReview,
  assertMayOwnAction,
  assertText,
  DomainError,
  readsReviews,
  stepReview,
  type ActionCase,
  canCompleteAction,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { todayOf } from '../catalog/today.js';
import { viewerOfPerson } from '../people/viewer-query.js';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { uuidv7 } from '../platform/uuid.js';
import { ACTIONS, type ActionRow } from './action-rows.js';
import { ActionEntity } from './action.entity.js';
import type { AddActionInput } from './action.type.js';
import { lockedReview } from './locked-review.js';

/** What reviews leave to do, each with an owner and a date. */
@Injectable()
export class Actions {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws {DomainError} When the viewer may not, the review is not held, or the owner has nothing to do with it. */
  add(act: Act, { reviewId, what, ownerId, due }: AddActionInput): Promise<ActionRow> {
    assertText(what, 'what');
    return this.database.transaction(async (tx) => {
      const review = await lockedReview(tx, act, reviewId, 'reviewId');
      assertCanStepReview(act.viewer, review.providerId, 'decide');
      stepReview(review.state, 'decide');
      const owner = await viewerOfPerson(tx, ownerId, act.at);
      if (!owner) throw new DomainError('UNKNOWN_PERSON', 'There is no such person here.', ['ownerId']);
      assertMayOwnAction(owner, review.providerId);
      if (due < (await todayOf(tx, act.at))) {
        throw new DomainError('IN_THE_PAST', 'An action is due today or later.', ['due']);
      }
      const action = tx.create(ActionEntity, {
        id: uuidv7(act.at),
        reviewId,
        what: what.trim(),
        ownerId,
        due,
        addedById: act.viewer.personId,
        addedAt: act.at,
        doneAt: null,
        doneById: null,
        outcome: null,
      });
      await tx.insert(ActionEntity, action);
      await this.audit.record(tx, act, 'action.added', { type: 'action', id: action.id }, null, action);
      return { ...action, providerId: review.providerId };
    });
  }

  /** @throws {DomainError} When it is somebody else's, or done already. */
  complete(act: Act, id: string, outcome: string): Promise<ActionRow> {
    assertText(outcome, 'outcome');
    return this.database.transaction(async (tx) => {
      const action = await lockedAction(tx, act, id);
      assertCanCompleteAction(act.viewer, action);
      const done = { doneAt: act.at, doneById: act.viewer.personId, outcome: outcome.trim() };
      await tx.update(ActionEntity, { id }, done);
      await this.audit.record(tx, act, 'action.completed', { type: 'action', id }, { doneAt: null }, done);
      return { ...action, ...done };
    });
  }
}

/** @throws {DomainError} When there is none, or none that the viewer may know of. */
async function lockedAction(tx: EntityManager, { viewer }: Act, id: string): Promise<ActionRow> {
  const [action]: ActionRow[] = isUUID(id) ? await tx.query(`${ACTIONS} WHERE t.id = $1 FOR UPDATE OF t`, [id]) : [];
  if (action && (readsReviews(viewer, action.providerId) || isOwn(viewer, action))) return action;
  throw new DomainError('NOT_FOUND', 'There is no such action.', ['id']);
}

const isOwn = (viewer: Act['viewer'], action: ActionCase): boolean =>
  canCompleteAction(viewer, { ...action, doneAt: null });
