import { DomainError, eventMove } from '@accord/domain';
import type { ICalendarEvent } from '@accord/sla/icalendar-events';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { isStorable } from '../../platform/graphql/storable-text.js';
import type { AnnouncedCalendar } from './announced-calendar.js';
import { MaintenanceEntity } from './maintenance.entity.js';
import { Maintenances } from './maintenances.js';

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

/** Whose events they are: of a service, and of the pull that reads them, where one does. */
export interface EventsOf {
  readonly serviceId: string;
  /** null = of a file, which does not tell of everything that is announced. */
  readonly pullId: string | null;
}

const LONGEST_SUMMARY = 500;

/**
 * Maintenance of one service as an iCalendar text announces it, by the rules of those who announce it by hand: it is
 * announced when the text arrives. An event is known by its UID; a greater SEQUENCE, or another time, moves or cancels
 * the maintenance. What a pull announced and its calendar tells of no longer is cancelled, unless it has begun.
 */
@Injectable()
export class AnnouncedEvents {
  constructor(private readonly maintenances: Maintenances) {}

  /** Each event by itself: one that is refused keeps no other back. @returns The earliest first. */
  async hold(tx: EntityManager, act: Act, of: EventsOf, calendar: AnnouncedCalendar): Promise<HeldEvent[]> {
    const held: HeldEvent[] = [];
    // What is moved away or cancelled makes room for what is announced.
    for (const gone of await goneSince(tx, act, of, calendar)) held.push(await this.cancelGone(tx, act, gone));
    const first = (event: ICalendarEvent) => Number(!event.isCancelled);
    for (const event of calendar.events.toSorted((one, other) => first(one) - first(other)))
      held.push(await this.holdEvent(tx, act, of, event));
    return held.sort((one, other) => one.from.getTime() - other.from.getTime());
  }

  private async holdEvent(
    tx: EntityManager,
    act: Act,
    { serviceId, pullId }: EventsOf,
    event: ICalendarEvent,
  ): Promise<HeldEvent> {
    const { uid, sequence, isCancelled } = event;
    const [from, to] = [new Date(event.from), new Date(event.to)];
    const summary = event.summary.trim().slice(0, LONGEST_SUMMARY);
    const known = await tx.findOne(MaintenanceEntity, {
      where: { serviceId, eventUid: uid, eventIsGone: false },
      order: { announcedAt: 'DESC', id: 'DESC' },
    });
    const move = eventMove({ sequence, from, to, isCancelled }, known && timesOf(known));
    const outcome = OUTCOMES[move];
    return tried({ summary, from, to, outcome }, tx, async (inner) => {
      if (event.fault !== null) throw new DomainError('UNFIT_FILE', event.fault);
      if (!isStorable(uid + summary)) throw new DomainError('UNFIT_FILE', 'Its UID or summary is no text.');
      if (move === 'cancel' || move === 'change') {
        await this.maintenances.cancelIn(inner, act, known!.id, `Its calendar event was ${CHANGED[move]}.`);
      }
      if (move === 'announce' || move === 'change') {
        const description = summary || 'Maintenance';
        const event = { uid, sequence, pullId };
        await this.maintenances.announceIn(inner, act, { serviceId, from, to, description, event });
      }
    });
  }

  private cancelGone(tx: EntityManager, act: Act, gone: MaintenanceEntity): Promise<HeldEvent> {
    const { description: summary, fromAt: from, toAt: to } = gone;
    return tried({ summary, from, to, outcome: 'cancelled' }, tx, async (inner) => {
      await this.maintenances.cancelIn(inner, act, gone.id, 'Its calendar does not tell of it any more.');
      // Told again, it is announced again.
      await inner.update(MaintenanceEntity, gone.id, { eventIsGone: true });
    });
  }
}

async function tried(
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

/** Maintenance ahead that the pull announced, or that is a time of a recurring event, and that is told of no longer. */
function goneSince(
  tx: EntityManager,
  { at }: Act,
  { serviceId, pullId }: EventsOf,
  { events, series, until }: AnnouncedCalendar,
): Promise<MaintenanceEntity[]> {
  return tx
    .createQueryBuilder(MaintenanceEntity, 'm')
    .where('m.service_id = :serviceId AND m.cancelled_at IS NULL AND m.from_at > :at AND m.from_at < :until', {
      serviceId,
      at,
      until,
    })
    .andWhere(
      `(m.pull_id = :pullId
        OR EXISTS (SELECT FROM unnest(:series::text[]) AS s(uid) WHERE starts_with(m.event_uid, s.uid || '/')))`,
      { pullId, series },
    )
    .andWhere('m.event_uid <> ALL (:uids::text[])', { uids: events.map(({ uid }) => uid) })
    .orderBy('m.from_at')
    .getMany();
}

const OUTCOMES = { announce: 'announced', change: 'changed', cancel: 'cancelled', none: 'known' } as const;
const CHANGED = { change: 'moved', cancel: 'cancelled' } as const;

const timesOf = ({ eventSequence, fromAt: from, toAt: to, cancelledAt }: MaintenanceEntity) => ({
  sequence: eventSequence!,
  from,
  to,
  isCancelled: cancelledAt !== null,
});
