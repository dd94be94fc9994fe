import { addDays, assertCanChangeService, assertDatesInOrder, dayBefore, DomainError } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { IsNull, type EntityManager } from 'typeorm';
import { TeamEntity } from '../../people/team.entity.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { refusing } from '../../platform/database/refusing.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { uuidv7 } from '../../platform/uuid.js';
import { assertPaysOthers } from '../../rewards/shares/assert-pays-others.js';
import { lockedService } from '../services/locked-service.js';
import { ServiceManagementEntity } from './service-management.entity.js';

/** Which team manages and fulfils a service, day by day. */
@Injectable()
export class ServiceManagements {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /**
   * The team manages the service from a day on; the former one ends the day before.
   *
   * @throws {DomainError} When the viewer may not, or is paid by the service then, the team is unknown, or a team is set
   *   for that day or a later one.
   */
  assign(
    act: Act,
    { serviceId, teamId, from }: { serviceId: string; teamId: string; from: string },
  ): Promise<ServiceManagementEntity> {
    return this.database.transaction(async (tx) => {
      const service = await lockedService(tx, act.viewer, serviceId, 'serviceId');
      assertCanChangeService(act.viewer, service);
      await assertPaysOthers(tx, act, service, from, 'from');
      if (!(await tx.existsBy(TeamEntity, { id: teamId, endedAt: IsNull() })))
        throw new DomainError('UNKNOWN_TEAM', 'There is no such team, or it has ended.', ['teamId']);
      const former = await tx.findOneBy(ServiceManagementEntity, { serviceId, toDate: IsNull() });
      const sentence = `${service.name} has a team from that day or a later one on already.`;
      const overlaps = new DomainError('OVERLAPS', sentence, ['from']);
      if (former && former.fromDate >= from) throw overlaps;
      if (former) await this.endedOn(tx, act, former, dayBefore(from));
      const management = tx.create(ServiceManagementEntity, {
        id: uuidv7(act.at),
        serviceId,
        teamId,
        fromDate: from,
        toDate: null,
      });
      await refusing('service_management_one_team_excl', overlaps, () =>
        tx.insert(ServiceManagementEntity, management),
      );
      await this.audit.record(tx, act, 'service.teamAssigned', { type: 'service', id: serviceId }, former, management);
      // Work that nobody has begun goes along.
      await this.jobs.enqueue(tx, 'orderDays', {});
      return management;
    });
  }

  /**
   * @param on The last day.
   * @throws {DomainError} When the viewer may not, or is paid by the service then, or the day is before the first one.
   */
  end(act: Act, id: string, on: string): Promise<ServiceManagementEntity> {
    return this.database.transaction(async (tx) => {
      const found = isUUID(id) ? await tx.findOneBy(ServiceManagementEntity, { id }) : null;
      if (!found) throw new DomainError('NOT_FOUND', 'There is no such management of a service.', ['id']);
      const service = await lockedService(tx, act.viewer, found.serviceId);
      assertCanChangeService(act.viewer, service);
      await assertPaysOthers(tx, act, service, addDays(on, 1), 'on');
      const management = await tx.findOneByOrFail(ServiceManagementEntity, { id });
      if (management.toDate !== null && management.toDate < on)
        throw new DomainError('ALREADY_ENDED', `It ends on ${management.toDate} already.`, ['on']);
      return this.endedOn(tx, act, management, on);
    });
  }

  private async endedOn(
    tx: EntityManager,
    act: Act,
    management: ServiceManagementEntity,
    toDate: string,
  ): Promise<ServiceManagementEntity> {
    assertDatesInOrder(management.fromDate, toDate);
    const before = { ...management };
    management.toDate = toDate;
    await tx.save(management);
    const subject = { type: 'service', id: management.serviceId };
    await this.audit.record(tx, act, 'service.managementEnded', subject, before, management);
    return management;
  }
}
