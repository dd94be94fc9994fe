import { periodName } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notices } from '../../people/notices/notices.js';
import type { Act } from '../../platform/act/act.js';
import type { NewestResult } from '../evaluation/newest-results.js';
import type { CommitmentPlace } from '../judged-commitments.js';
import { watchersOf } from '../findings/watchers.js';
import { namesOf } from '../names-of.js';
import { excludedDays } from './excludable.js';
import { decidersOf } from './deciders.js';
import type { ExclusionEntity } from './exclusion.entity.js';

/** Who is told what of time that does not count. */
@Injectable()
export class ExclusionNotices {
  constructor(private readonly notices: Notices) {}

  /** Who may decide on it, each once. */
  async proposed(tx: EntityManager, act: Act, exclusion: ExclusionEntity, commitment: CommitmentPlace): Promise<void> {
    const { id, reason } = exclusion;
    await this.notices.tell(tx, act, {
      kind: 'exclusionProposed',
      to: await decidersOf(tx, commitment, exclusion, act.at),
      subject: { type: 'exclusion', id },
      facts: {
        ...(await namesOf(tx, commitment.id)),
        ...excludedDays(exclusion, commitment),
        by: act.viewer.name,
        reason: reason.trim(),
      },
    });
  }

  /** Who looks after the service: closed periods come out differently, and who decided may not restate them. */
  async restatementWaits(
    tx: EntityManager,
    act: Act,
    { id, serviceId }: CommitmentPlace,
    waiting: readonly NewestResult[],
  ): Promise<void> {
    if (waiting.length === 0) return;
    const periods = waiting.map(({ period }) => periodName(period)).join(', ');
    const facts = { ...(await namesOf(tx, id)), periods, by: act.viewer.name };
    await this.notices.tell(tx, act, {
      kind: 'restatementNeeded',
      to: await watchersOf(tx, [serviceId], act.at),
      subject: { type: 'commitment', id },
      facts,
    });
  }
}
