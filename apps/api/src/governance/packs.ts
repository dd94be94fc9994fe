import {
  assertCanStepReview,
  canonicalJSON,
  DomainError,
  editionOf,
  notClosed,
  PACK_EDITIONS,
  type Frozen,
  type GatheredPack,
  type PackContent,
  type PackEdition,
  type PeriodId,
  resultsIn,
  stepReview,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { uuidv7 } from '../platform/uuid.js';
import { lockProvider } from './locked-provider.js';
import { lockedReview } from './locked-review.js';
import { commitmentsBinding, promisedIn, resultsEndingIn } from '../performance/measured-commitments.js';
import { gatherPack } from './pack-facts.js';
import { PackEntity, PackResultEntity } from './pack.entity.js';
import { ReviewEntity } from './review.entity.js';
import { scorecards } from './scorecard-facts.js';

const NAMED = 3;

/** The frozen evidence of reviews. */
@Injectable()
export class Packs {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /**
   * Freezes both editions of the evidence as it is now. Again while the review is not held it makes a newer pack; the
   * former one stays.
   *
   * @throws {DomainError} When the viewer may not, the review is held already, nothing is measured, something is open, or
   *   nothing has changed since the former pack.
   */
  freeze(act: Act, reviewId: string): Promise<ReviewEntity> {
    return this.database.transaction(async (tx) => {
      const review = await lockedReview(tx, act, reviewId, 'reviewId');
      assertCanStepReview(act.viewer, review.providerId, 'freeze');
      const state = stepReview(review.state, 'freeze');
      await lockProvider(tx, review.providerId);
      await assertAllClosed(tx, review.providerId, review.period);
      const [scorecard] = await scorecards(tx, [review], act.at);
      if (!scorecard) {
        throw new DomainError('NO_SCORECARD', `No approved scorecard rules ${review.period}; have one approved first.`);
      }
      const hashes = await keep(tx, act, review, await gatherPack(tx, scorecard));
      const before = { state: review.state };
      Object.assign(review, { state, stateSince: act.at });
      await tx.save(review);
      await this.audit.record(tx, act, 'review.packFrozen', { type: 'review', id: review.id }, before, {
        state,
        hashes,
      });
      return review;
    });
  }
}

/**
 * Nothing of what binds the provider can be closed or restated any more until the transaction ends.
 *
 * @throws {DomainError} `NOT_CLOSED` with the first ones that are not.
 */
async function assertAllClosed(tx: EntityManager, providerId: string, period: PeriodId): Promise<void> {
  const commitments = await commitmentsBinding(tx, providerId);
  const ids = commitments.map(({ id }) => id);
  await tx.query('SELECT FROM commitment WHERE id = ANY($1) ORDER BY id FOR SHARE', [ids]);
  const results = await resultsEndingIn(tx, ids, [period]);
  const open = commitments.flatMap((commitment) => {
    const own = results.filter(({ commitmentId }) => commitmentId === commitment.id);
    const waiting = notClosed(promisedIn(period, commitment), own);
    return waiting.map((one) => `${commitment.name} of ${commitment.serviceName} in ${one}`);
  });
  if (open.length === 0) return;
  const more = open.length > NAMED ? ` and ${open.length - NAMED} more` : '';
  throw new DomainError('NOT_CLOSED', `Not closed yet: ${open.slice(0, NAMED).join(', ')}${more}.`);
}

async function keep(tx: EntityManager, act: Act, { id: reviewId }: ReviewEntity, gathered: GatheredPack) {
  const former = await tx.findOne(PackEntity, { where: { reviewId, edition: 'internal' }, order: { number: 'DESC' } });
  if (former) assertNewer(former, editionOf(gathered, 'internal'));
  const hashes: Partial<Record<PackEdition, string>> = {};
  for (const edition of PACK_EDITIONS) {
    const content = editionOf(gathered, edition);
    const text = canonicalJSON(content as unknown as Frozen);
    const hash = createHash('sha256').update(text).digest('hex');
    hashes[edition] = hash;
    const id = uuidv7(act.at);
    const number = (former?.number ?? 0) + 1;
    const frozen = { asOf: act.at, frozenById: act.viewer.personId, frozenAt: act.at };
    await tx.insert(PackEntity, { id, reviewId, number, edition, hash, text, ...frozen });
    await tx.insert(
      PackResultEntity,
      resultsIn(content).map((resultId) => ({ packId: id, resultId })),
    );
  }
  return hashes;
}

/** Two who freeze at once, or one who does so twice, get one pack. @throws {DomainError} `NOTHING_CHANGED` */
function assertNewer(former: PackEntity, content: PackContent): void {
  const before = JSON.parse(former.text) as PackContent;
  if (
    canonicalJSON({ ...before, asOf: content.asOf } as unknown as Frozen) !==
    canonicalJSON(content as unknown as Frozen)
  )
    return;
  throw new DomainError('NOTHING_CHANGED', `Nothing has changed since pack ${former.number} was frozen; it stands.`);
}
