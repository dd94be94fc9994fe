import {
  assertAllowed,
  assertCalendarHours,
  assertSlug,
  canManageCalendars,
  DomainError,
  reasonOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { locked } from '../../people/locked.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { refusing } from '../../platform/database/refusing.js';
import { uuidv7 } from '../../platform/uuid.js';
import { TermsInForce } from '../terms-in-force.js';
import type { AddCalendarInput, ChangeCalendarInput } from './calendar.input.js';
import { ServiceCalendarVersionEntity } from './service-calendar-version.entity.js';
import { ServiceCalendarEntity } from './service-calendar.entity.js';

/** Service calendars: hours with dated versions, none ever overwritten. */
@Injectable()
export class Calendars {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly termsInForce: TermsInForce,
  ) {}

  /** @throws {DomainError} When the slug is taken, or the hours are no calendar. */
  add(act: Act, input: AddCalendarInput): Promise<ServiceCalendarEntity> {
    return this.database.transaction(async (tx) => {
      assertAllowed(canManageCalendars(act.viewer), 'add service calendars');
      assertSlug(input.slug);
      assertCalendarHours(input.timeZone, input.hours);
      const { name, slug, timeZone, effectiveFrom, hours } = input;
      const calendar = tx.create(ServiceCalendarEntity, { id: uuidv7(act.at), name: name.trim(), slug, timeZone });
      const version = tx.create(ServiceCalendarVersionEntity, {
        id: uuidv7(act.at),
        calendarId: calendar.id,
        number: 1,
        effectiveFrom,
        hours,
      });
      const taken = new DomainError('SLUG_TAKEN', `There is a calendar ${slug} already.`, ['slug']);
      await refusing('service_calendar_slug_key', taken, () => tx.insert(ServiceCalendarEntity, calendar));
      await tx.insert(ServiceCalendarVersionEntity, version);
      await this.audit.record(tx, act, 'calendar.added', subjectOf(calendar), null, { ...calendar, version });
      return calendar;
    });
  }

  /**
   * New hours from a day on. Periods that began before are judged by the hours in force when they began.
   *
   * @throws {DomainError} When the day is not after the newest version's, or the hours are no calendar.
   */
  change(act: Act, id: string, input: ChangeCalendarInput): Promise<ServiceCalendarEntity> {
    return this.database.transaction(async (tx) => {
      assertAllowed(canManageCalendars(act.viewer), 'change service calendars');
      const calendar = await locked(tx, ServiceCalendarEntity, id, 'calendar');
      assertCalendarHours(calendar.timeZone, input.hours);
      const newest = await newestVersion(tx, id);
      assertLater(input.effectiveFrom, newest);
      const before = { ...calendar, version: newest };
      if (input.name != null) calendar.name = input.name.trim();
      const version = tx.create(ServiceCalendarVersionEntity, {
        id: uuidv7(act.at),
        calendarId: id,
        number: newest.number + 1,
        effectiveFrom: input.effectiveFrom,
        hours: input.hours,
      });
      await tx.save(calendar);
      await tx.insert(ServiceCalendarVersionEntity, version);
      const change = { ...act, reason: reasonOf(input.reason) };
      await this.audit.record(tx, change, 'calendar.changed', subjectOf(calendar), before, { ...calendar, version });
      await this.termsInForce.calendarChanged(tx, { calendarId: id, from: input.effectiveFrom }, act.at);
      return calendar;
    });
  }
}

function newestVersion(tx: EntityManager, calendarId: string): Promise<ServiceCalendarVersionEntity> {
  return tx.findOneOrFail(ServiceCalendarVersionEntity, { where: { calendarId }, order: { number: 'DESC' } });
}

function assertLater(effectiveFrom: string, newest: ServiceCalendarVersionEntity): void {
  if (effectiveFrom > newest.effectiveFrom) return;
  const sentence = `Version ${newest.number} takes effect on ${newest.effectiveFrom}; new hours start after that day.`;
  throw new DomainError('NOT_LATER', sentence, ['effectiveFrom']);
}

const subjectOf = ({ id }: ServiceCalendarEntity) => ({ type: 'calendar', id });
