import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { ClaimNotices } from './claim-notices.js';
import { ClaimEntity } from './claim.entity.js';
import { Claims } from './claims.js';
import { lockClaims } from './posted-claims.js';

/** Ten days ahead, or a third of the time that there was, where that is less. */
const DUE_SOON = `
  SELECT id, agreement_id AS "agreementId" FROM claim
   WHERE state = 'claimable' AND reminded_at IS NULL AND due_at > $1
     AND due_at - least(interval '10 days', (due_at - at) / 3) <= $1 ORDER BY id`;

const OVER = `SELECT id, agreement_id AS "agreementId" FROM claim WHERE state = 'claimable' AND due_at <= $1 ORDER BY id`;

/** What the days do to claims that nobody makes: they are reminded of, and expire. */
@Injectable()
export class ClaimDays {
  constructor(
    private readonly database: Database,
    private readonly claims: Claims,
    private readonly notices: ClaimNotices,
  ) {}

  @Job('claimDays', { everyMinutes: 60 })
  async everyHour(_: object, { at }: JobRun): Promise<void> {
    await this.run({ viewer: null, at });
  }

  async run(act: PublicAct): Promise<void> {
    for (const due of await this.found(OVER, act))
      await this.each(due, async (tx, claim) => {
        if (claim.dueAt! <= act.at) await this.claims.moved(tx, act, claim, 'expire', null);
      });
    for (const due of await this.found(DUE_SOON, act))
      await this.each(due, async (tx, claim) => {
        if (claim.remindedAt) return;
        await tx.update(ClaimEntity, { id: claim.id }, { remindedAt: act.at });
        await this.notices.dueSoon(tx, act, claim);
      });
  }

  private found(sql: string, { at }: PublicAct): Promise<Due[]> {
    return this.database.read.query(sql, [at]);
  }

  /** Read again under the lock: somebody may have claimed it, or another server was faster. */
  private each(
    { id, agreementId }: Due,
    work: (tx: EntityManager, claim: ClaimEntity) => Promise<void>,
  ): Promise<void> {
    return this.database.transaction(async (tx) => {
      await lockClaims(tx, [agreementId]);
      const claim = await tx.findOneByOrFail(ClaimEntity, { id });
      if (claim.state === 'claimable') await work(tx, claim);
    });
  }
}

interface Due {
  id: string;
  agreementId: string;
}
