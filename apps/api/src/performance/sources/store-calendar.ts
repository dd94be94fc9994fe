import { addDays, type CalendarHours, dayIn, DomainError, holidayChange } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Calendars } from '../../agreements/calendars/calendars.js';
import { ALWAYS_OPEN, ServiceCalendarEntity } from '../../agreements/calendars/service-calendar.entity.js';
import type { Act } from '../../platform/act/act.js';
import { emptyReceipt, type Receipt, refuseRows } from '../ingestion/receipt.js';
import { SourceEntity } from '../ledger/source.entity.js';
import type { AnnouncedCalendar } from '../maintenances/announced-calendar.js';
import { AnnouncedEvents, type EventOutcome, type EventsOf } from '../maintenances/announced-events.js';
import type { PullEntity } from './pull.entity.js';
import type { HolidaysRead, ReadRow } from './reading.js';

/** What a calendar tells of, and what would become of it. */
export interface AheadRow extends ReadRow {
  readonly cause: string;
  readonly outcome: EventOutcome;
}

/** A service calendar, and what was brought to it before. */
interface HolidaysOf {
  readonly calendarId: string;
  readonly brought: readonly string[];
  /** null while it is only tried. */
  readonly sourceId: string | null;
}

/** Keeps what a calendar tells: maintenance of a service, or holidays of a service calendar. */
@Injectable()
export class StoreCalendar {
  constructor(
    private readonly events: AnnouncedEvents,
    private readonly calendars: Calendars,
  ) {}

  /** By the rules of those who announce it by hand. */
  async maintenance(tx: EntityManager, act: Act, pull: PullEntity, calendar: AnnouncedCalendar): Promise<Receipt> {
    const receipt = emptyReceipt();
    const of = { serviceId: pull.serviceId!, pullId: pull.id };
    for (const [i, { outcome, summary, reason }] of (await this.events.hold(tx, act, of, calendar)).entries()) {
      if (outcome === 'known') receipt.duplicate += 1;
      else if (outcome !== 'refused') receipt.accepted += 1;
      else refuseRows(receipt, [{ line: i + 1, column: null, value: summary || null, reason: reason! }]);
    }
    return receipt;
  }

  /** What `maintenance` would come to, for a transaction that is rolled back; the earliest first. */
  async tryMaintenance(tx: EntityManager, act: Act, of: EventsOf, calendar: AnnouncedCalendar): Promise<AheadRow[]> {
    const held = await this.events.hold(tx, act, of, calendar);
    return held.map(({ summary, from, to, outcome, reason }) =>
      aheadRow({ at: from.getTime(), to: to.getTime(), cause: summary, outcome, fault: reason }),
    );
  }

  /**
   * New hours from tomorrow on, or from after the newest that are planned; by the rules of those who change them by hand,
   * so that a second person decides where something is promised by them. While other hours wait, nothing is changed.
   */
  async holidays(tx: EntityManager, act: Act, pull: PullEntity, read: HolidaysRead): Promise<Receipt> {
    const of = { calendarId: pull.calendarId!, brought: pull.brought, sourceId: pull.sourceId };
    const { added, gone, brought, fault } = await this.follow(tx, act, of, read);
    const changed = [...added, ...gone];
    const receipt = emptyReceipt();
    receipt.duplicate = read.days.length - added.length;
    if (fault === null) {
      receipt.accepted = changed.length;
      pull.brought = [...brought];
    } else {
      receipt.refused = changed.length;
      receipt.problems.push({ line: 1, field: null, value: changed[0]!, reason: fault });
    }
    const faults = read.faults.map(({ name, fault: reason }, i) => {
      return { line: i + 1, column: null, value: name || null, reason };
    });
    refuseRows(receipt, faults);
    return receipt;
  }

  /** What `holidays` would come to, for a transaction that is rolled back; the earliest first. */
  async tryHolidays(
    tx: EntityManager,
    act: Act,
    of: Omit<HolidaysOf, 'sourceId'>,
    read: HolidaysRead,
  ): Promise<AheadRow[]> {
    await assertTakesHolidays(tx, of.calendarId);
    const { added, gone, fault } = await this.follow(tx, act, { ...of, sourceId: null }, read);
    const [more, fewer] = [new Set(added), new Set(gone)];
    const become = (outcome: EventOutcome) =>
      fault === null ? { outcome, fault } : { outcome: 'refused' as const, fault };
    const known = { outcome: 'known' as const, fault: null };
    return [
      ...read.days.map((day) => holidayRow(day, more.has(day.date) ? become('announced') : known)),
      ...[...fewer].map((date) => holidayRow({ date, name: date }, become('cancelled'))),
      ...faultyRows(read),
    ].sort((one, other) => one.at - other.at);
  }

  private async follow(
    tx: EntityManager,
    act: Act,
    { calendarId, brought, sourceId }: HolidaysOf,
    { days }: HolidaysRead,
  ) {
    const { calendar, newest, isWaiting } = await this.calendars.planned(tx, calendarId);
    const from = later(addDays(dayIn(calendar.timeZone, act.at), 1), addDays(newest.effectiveFrom, 1));
    const told = days.map(({ date }) => date);
    const { holidays } = newest.hours;
    const change = holidayChange({ told, brought, holidays, from });
    const { added, gone } = change;
    if (added.length + gone.length === 0) return { ...change, fault: null };
    if (isWaiting) return { ...change, fault: WAITING };
    const hours: CalendarHours = {
      ...newest.hours,
      holidays: [...holidays.filter((date) => !gone.includes(date)), ...added].sort(),
    };
    const source = sourceId && (await tx.findOneByOrFail(SourceEntity, { id: sourceId }));
    const who = source ? `“${source.name}”` : 'its calendar';
    const reason = `As ${who} tells: ${counted(added.length, 'holiday')} more, ${gone.length} fewer.`;
    try {
      await assertTakesHolidays(tx, calendarId);
      await tx.transaction((inner) =>
        this.calendars.changeIn(inner, act, calendarId, { effectiveFrom: from, hours, reason }),
      );
      return { ...change, fault: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { ...change, fault: error.message };
    }
  }
}

/** @throws {DomainError} When there is no such calendar, or it is open always. */
export async function assertTakesHolidays(tx: EntityManager, calendarId: string): Promise<void> {
  const calendar = await tx.findOneBy(ServiceCalendarEntity, { id: calendarId });
  if (!calendar) throw new DomainError('NOT_FOUND', 'There is no such calendar.', ['calendarId']);
  if (calendar.slug !== ALWAYS_OPEN) return;
  const sentence = `${calendar.name} is always open: read holidays into another service calendar.`;
  throw new DomainError('INVALID', sentence, ['calendarId']);
}

const WAITING = 'Other hours of the service calendar wait for their decision; it is taken up after that.';

export const aheadRow = <T extends Pick<ReadRow, 'at' | 'to' | 'fault'> & { cause: string }>(row: T) => {
  return { good: null, total: null, up: null, ...row };
};

const holidayRow = ({ date, name }: HolidaysRead['days'][number], fate: Pick<AheadRow, 'outcome' | 'fault'>) =>
  aheadRow({ at: Date.parse(date), to: null, cause: name || date, ...fate });

export const faultyRows = ({ faults }: HolidaysRead): AheadRow[] =>
  faults.map(({ at, name, fault }) => aheadRow({ at, to: null, cause: name, outcome: 'refused', fault }));

const later = (one: string, other: string): string => (one > other ? one : other);
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
