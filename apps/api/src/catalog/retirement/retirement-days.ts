import { retirementFinding } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { todayOf } from '../../people/today.js';
import type { PublicAct } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { PlanEntity } from '../plans/plan.entity.js';
import { ServiceEntity } from '../services/service.entity.js';
import { RetirementNotices } from './retirement-notices.js';
import { retirementRest } from './retirement-rest.js';
import { RetirementEntity } from './retirement.entity.js';
import { Retirements } from './retirements.js';

/** What days do to decided retirements: services stop taking orders, and what nobody has any more ends. */
@Injectable()
export class RetirementDays {
  constructor(
    private readonly database: Database,
    private readonly retirements: Retirements,
    private readonly notices: RetirementNotices,
    private readonly audit: Audit,
  ) {}

  /** Doing it twice on a day changes nothing more. */
  @Job('retirementDays', { everyMinutes: 60 })
  async pass(_: object, { at }: Pick<JobRun, 'at'>): Promise<void> {
    const today = await todayOf(this.database.read, at);
    const decided = await this.database.read.findBy(RetirementEntity, { state: 'decided' });
    for (const { id, serviceId } of decided)
      await this.database.transaction((tx) => this.passOne(tx, { viewer: null, at }, { id, serviceId }, today));
  }

  private async passOne(
    tx: EntityManager,
    act: PublicAct,
    { id, serviceId }: { id: string; serviceId: string },
    today: string,
  ): Promise<void> {
    const lock = { mode: 'for_no_key_update' } as const;
    const service = await tx.findOneOrFail(ServiceEntity, { where: { id: serviceId }, lock });
    const retirement = await tx.findOneByOrFail(RetirementEntity, { id });
    if (retirement.state !== 'decided') return;
    await this.retirements.close(tx, act, service, retirement, today);
    if (retirement.endsOn >= today) return;
    const finding = retirementFinding(retirement.endsOn, today, await retirementRest(tx, retirement));
    if (finding === null) await this.end(tx, act, service, retirement);
    else if (retirement.overdueToldAt === null) {
      await this.notices.overdue(tx, act, service, retirement, finding);
      await tx.update(RetirementEntity, { id }, { overdueToldAt: act.at });
    }
  }

  private async end(
    tx: EntityManager,
    act: PublicAct,
    service: ServiceEntity,
    retirement: RetirementEntity,
  ): Promise<void> {
    await this.retirements.changed(tx, act, 'service.retirementEnded', retirement, { state: 'ended', endedAt: act.at });
    if (retirement.planId === null) return this.retirements.move(tx, act, service, 'retire');
    const plan = await tx.findOneByOrFail(PlanEntity, { id: retirement.planId });
    if (plan.endedAt !== null) return;
    const ended = await tx.save(PlanEntity, { ...plan, endedAt: act.at });
    await this.audit.record(tx, act, 'plan.ended', { type: 'plan', id: plan.id }, plan, ended);
  }
}
