import { assertAllowed, assertCanImportSomething, DomainError, eventMove, mayMeasure } from '@accord/domain';
import type { ICalendarEvent } from '@accord/sla/icalendar-events';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EnterpriseEntity } from '../../../people/enterprise.entity.js';
import type { Act } from '../../../platform/act/act.js';
import { Database } from '../../../platform/database/database.js';
import { isStorable } from '../../../platform/graphql/storable-text.js';
import { lockService } from '../../lock-service.js';
import { MaintenanceEntity } from '../../maintenances/maintenance.entity.js';
import { Maintenances } from '../../maintenances/maintenances.js';
import { Uploads } from '../uploads.js';
import { maintenanceFile, type MaintenanceFile } from './maintenance-file.js';

export const EVENT_OUTCOMES = ['announced', 'changed', 'cancelled', 'known', 'refused'] as const;
export type EventOutcome = (typeof EVENT_OUTCOMES)[number];

/** What became of one event of a calendar. */
export interface HeldEvent {
  summary: string;
  from: Date;
  to: Date;
  outcome: EventOutcome;
  /** Why it was refused; null otherwise. */
  reason: string | null;
}

export interface HeldEvents {
  events: HeldEvent[];
  past: number;
}

/** Takes everything back that was only tried. */
class Tried extends Error {}

const LONGEST_SUMMARY = 500;

/**
 * Maintenance of one service from an iCalendar file, by the rules of those who announce it by hand: it is announced when the
 * file arrives. An event is known by its UID; a greater SEQUENCE moves or cancels the maintenance.
 */
@Injectable()
export class MaintenanceImport {
  constructor(
    private readonly database: Database,
    private readonly uploads: Uploads,
    private readonly maintenances: Maintenances,
  ) {}

  /** What `importFile` would do. @throws {DomainError} As it does. */
  async preview(act: Act, uploadId: string, serviceId: string): Promise<HeldEvents> {
    let found: HeldEvents | undefined;
    try {
      await this.database.transaction(async (tx) => {
        found = await this.hold(tx, act, uploadId, serviceId);
        throw new Tried();
      });
    } catch (error) {
      if (!(error instanceof Tried)) throw error;
    }
    return found!;
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
    const file = await maintenanceFile(this.uploads.pathOf(upload.id), Number(upload.bytes), timeZone, act.at);
    const events: HeldEvent[] = [];
    // What is moved away or cancelled makes room for what is announced.
    for (const gone of await this.gone(tx, act, serviceId, file)) events.push(await this.cancelGone(tx, act, gone));
    const first = (event: ICalendarEvent) => Number(!event.isCancelled);
    for (const event of file.events.toSorted((one, other) => first(one) - first(other))) {
      events.push(await this.holdEvent(tx, act, serviceId, event));
    }
    return { events: events.sort((one, other) => one.from.getTime() - other.from.getTime()), past: file.past };
  }

  private async holdEvent(tx: EntityManager, act: Act, serviceId: string, event: ICalendarEvent): Promise<HeldEvent> {
    const { uid, sequence, isCancelled } = event;
    const [from, to] = [new Date(event.from), new Date(event.to)];
    const summary = event.summary.trim().slice(0, LONGEST_SUMMARY);
    const known = await tx.findOne(MaintenanceEntity, {
      where: { serviceId, eventUid: uid },
      order: { announcedAt: 'DESC', id: 'DESC' },
    });
    const move = eventMove({ sequence, from, to, isCancelled }, known && timesOf(known));
    const outcome = OUTCOMES[move];
    return this.tried({ summary, from, to, outcome }, tx, async (inner) => {
      if (!isStorable(uid + summary)) throw new DomainError('UNFIT_FILE', 'Its UID or summary is no text.');
      if (move === 'cancel' || move === 'change') {
        await this.maintenances.cancelIn(inner, act, known!.id, `Its calendar event was ${CHANGED[move]}.`);
      }
      if (move === 'announce' || move === 'change') {
        const description = summary || 'Maintenance';
        await this.maintenances.announceIn(inner, act, { serviceId, from, to, description, event: { uid, sequence } });
      }
    });
  }

  private cancelGone(tx: EntityManager, act: Act, gone: MaintenanceEntity): Promise<HeldEvent> {
    const { description: summary, fromAt: from, toAt: to } = gone;
    return this.tried({ summary, from, to, outcome: 'cancelled' }, tx, async (inner) => {
      await this.maintenances.cancelIn(inner, act, gone.id, 'Its time was taken out of a recurring calendar event.');
    });
  }

  private async tried(
    held: Omit<HeldEvent, 'reason'>,
    tx: EntityManager,
    work: (inner: EntityManager) => Promise<void>,
  ): Promise<HeldEvent> {
    try {
      await tx.transaction(work);
      return { ...held, reason: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { ...held, outcome: 'refused', reason: error.message };
    }
  }

  /** Times ahead of recurring events of the file that it does not hold any more. */
  private async gone(
    tx: EntityManager,
    { at }: Act,
    serviceId: string,
    { events, series, until }: MaintenanceFile,
  ): Promise<MaintenanceEntity[]> {
    if (series.length === 0) return [];
    return tx
      .createQueryBuilder(MaintenanceEntity, 'm')
      .where('m.service_id = :serviceId AND m.cancelled_at IS NULL AND m.from_at > :at AND m.from_at < :until', {
        serviceId,
        at,
        until,
      })
      .andWhere(
        'EXISTS (SELECT FROM unnest(:series::text[]) AS s(uid) WHERE starts_with(m.event_uid, s.uid || :mark))',
        {
          series,
          mark: '/',
        },
      )
      .andWhere('m.event_uid <> ALL (:uids::text[])', { uids: events.map(({ uid }) => uid) })
      .getMany();
  }
}

const OUTCOMES = { announce: 'announced', change: 'changed', cancel: 'cancelled', none: 'known' } as const;
const CHANGED = { change: 'moved', cancel: 'cancelled' } as const;

const timesOf = ({ eventSequence, fromAt: from, toAt: to, cancelledAt }: MaintenanceEntity) => ({
  sequence: eventSequence!,
  from,
  to,
  isCancelled: cancelledAt !== null,
});
