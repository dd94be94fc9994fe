import { assertAllowed, assertCanImportSomething, mayMeasure } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import type { EntityManager } from 'typeorm';
import { EnterpriseEntity } from '../../../people/enterprise.entity.js';
import type { Act } from '../../../platform/act/act.js';
import { Database } from '../../../platform/database/database.js';
import { lockService } from '../../lock-service.js';
import { announcedCalendar, assertCalendarSize } from '../../maintenances/announced-calendar.js';
import { AnnouncedEvents, type HeldEvent } from '../../maintenances/announced-events.js';
import { Uploads } from '../uploads.js';

export interface HeldEvents {
  events: HeldEvent[];
  past: number;
}

/** Maintenance of one service from an iCalendar file. */
@Injectable()
export class MaintenanceImport {
  constructor(
    private readonly database: Database,
    private readonly uploads: Uploads,
    private readonly events: AnnouncedEvents,
  ) {}

  /** What `importFile` would do. @throws {DomainError} As it does. */
  preview(act: Act, uploadId: string, serviceId: string): Promise<HeldEvents> {
    return this.database.rehearsal((tx) => this.hold(tx, act, uploadId, serviceId));
  }

  /**
   * Each event by itself: one that is refused keeps no other back.
   *
   * @throws {DomainError} When the viewer may not measure the service, or there is no such file, or it is no calendar.
   */
  importFile(act: Act, uploadId: string, serviceId: string): Promise<HeldEvents> {
    return this.database.transaction((tx) => this.hold(tx, act, uploadId, serviceId));
  }

  private async hold(tx: EntityManager, act: Act, uploadId: string, serviceId: string): Promise<HeldEvents> {
    assertCanImportSomething(act.viewer);
    const upload = await this.uploads.find(act, uploadId);
    assertAllowed(mayMeasure(act.viewer, await lockService(tx, serviceId)), 'announce maintenance of this service');
    const { timeZone } = await tx.findOneByOrFail(EnterpriseEntity, { only: true });
    assertCalendarSize(Number(upload.bytes));
    const text = await readFile(this.uploads.pathOf(upload.id), 'utf8');
    const calendar = announcedCalendar(text, timeZone, act.at);
    return { events: await this.events.hold(tx, act, { serviceId, pullId: null }, calendar), past: calendar.past };
  }
}
