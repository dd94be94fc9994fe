import {
  assertAllowed,
  assertCalendarHours,
  assertSlug,
  canManageCalendars,
  canSeeCalendars,
  decideProposal,
  DomainError,
  isPaidSince,
  reasonOf,
  refuseProposal,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { countAdministratorsEver, lockRoles } from '../../people/administrators.js';
import { locked } from '../../people/locked.js';
import { proposedBy } from '../../people/proposed-by.js';
import type { Act } from '../../platform/act/act.js';
import { Audit, type AuditMode } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { refusing } from '../../platform/database/refusing.js';
import { uuidv7 } from '../../platform/uuid.js';
import { TermsInForce } from '../terms-in-force.js';
import type { AddCalendarInput, ChangeCalendarInput } from './calendar.input.js';
import { CalendarChangeEntity } from './calendar-change.entity.js';
import { paidByChanges } from './paid-by-changes.js';
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
   * New hours from a day on. Periods that began before are judged by the hours in force when they began. Where something
   * is promised by the calendar from that day on, they wait for a second person.
   *
   * @returns The calendar, and the change where it waits.
   * @throws {DomainError} When the day is not after the newest version's, the hours are no calendar, or a change waits.
   */
  change(act: Act, id: string, input: ChangeCalendarInput): Promise<Changed> {
    return this.database.transaction((tx) => this.changeIn(tx, act, id, input));
  }

  /** As `change`, within a transaction that does more. */
  async changeIn(tx: EntityManager, act: Act, id: string, input: Omit<NewHours, 'name'> & { name?: string | null }) {
    assertAllowed(canManageCalendars(act.viewer), 'change service calendars');
    const calendar = await locked(tx, ServiceCalendarEntity, id, 'calendar');
    assertCalendarHours(calendar.timeZone, input.hours);
    assertLater(input.effectiveFrom, await newestVersion(tx, id));
    const { effectiveFrom, hours } = input;
    const proposed = { name: input.name?.trim() ?? null, effectiveFrom, hours, reason: reasonOf(input.reason) };
    if (await promisesBy(tx, id, effectiveFrom)) return { calendar, change: await this.propose(tx, act, id, proposed) };
    await this.apply(tx, act, calendar, proposed);
    return { calendar, change: null };
  }

  /** As it is planned last, locked, and whether other hours wait for their decision. */
  async planned(tx: EntityManager, id: string) {
    const calendar = await locked(tx, ServiceCalendarEntity, id, 'calendar');
    const isWaiting = await tx.existsBy(CalendarChangeEntity, { calendarId: id, state: 'proposed' });
    return { calendar, newest: await newestVersion(tx, id), isWaiting };
  }

  /** @throws {DomainError} When the viewer proposed it, is paid by it or may not, it is decided, or other hours hold from later on. */
  approve(act: Act, id: string): Promise<Changed> {
    return this.database.transaction(async (tx) => {
      await lockRoles(tx);
      const { calendar, change } = await this.waiting(tx, act, id);
      const [stake] = await paidByChanges(tx, [id]);
      const hasInterest = isPaidSince(act.viewer.personId, stake!.paidTeams, change.effectiveFrom);
      const stakes = { hasInterest, administratorsEver: await countAdministratorsEver(tx, act.at) };
      const bootstrap = decideProposal(change, act.viewer, stakes) === 'bootstrap';
      assertAllowed(bootstrap || canManageCalendars(act.viewer), 'change service calendars');
      assertLater(change.effectiveFrom, await newestVersion(tx, calendar.id));
      await this.decide(tx, act, change, { state: 'approved', decisionReason: null, bootstrap });
      await this.apply(tx, { ...act, ...(bootstrap && { mode: 'bootstrap' as const }) }, calendar, change);
      return { calendar, change };
    });
  }

  /** Whoever refuses their own takes it back. @throws {DomainError} When the viewer may not, or it is decided. */
  refuse(act: Act, id: string, reason: string): Promise<Changed> {
    return this.database.transaction(async (tx) => {
      const { calendar, change } = await this.waiting(tx, act, id);
      assertAllowed(canManageCalendars(act.viewer), 'change service calendars');
      const state = refuseProposal(change, act.viewer);
      await this.decide(tx, act, change, { state, decisionReason: reasonOf(reason), bootstrap: false });
      return { calendar, change };
    });
  }

  private async propose(tx: EntityManager, act: Act, calendarId: string, proposed: NewHours) {
    const change = tx.create(CalendarChangeEntity, {
      ...proposed,
      id: uuidv7(act.at),
      calendarId,
      ...proposedBy(act),
    });
    const waits = new DomainError('ALREADY_PROPOSED', 'Other hours of this calendar wait for their decision already.');
    await refusing('service_calendar_change_waiting_key', waits, () =>
      tx.insert(CalendarChangeEntity, change as object),
    );
    const { reason } = proposed;
    await this.audit.record(tx, { ...act, reason }, 'calendar.changeProposed', changeSubject(change), null, change);
    return change;
  }

  private async apply(
    tx: EntityManager,
    act: Act & { mode?: AuditMode },
    calendar: ServiceCalendarEntity,
    hours: NewHours,
  ) {
    const newest = await newestVersion(tx, calendar.id);
    const before = { ...calendar, version: newest };
    if (hours.name !== null) calendar.name = hours.name;
    const { effectiveFrom, reason } = hours;
    const version = tx.create(ServiceCalendarVersionEntity, {
      id: uuidv7(act.at),
      calendarId: calendar.id,
      number: newest.number + 1,
      effectiveFrom,
      hours: hours.hours,
    });
    await tx.save(calendar);
    await tx.insert(ServiceCalendarVersionEntity, version);
    const after = { ...calendar, version };
    await this.audit.record(tx, { ...act, reason }, 'calendar.changed', subjectOf(calendar), before, after);
    await this.termsInForce.calendarChanged(tx, { calendarId: calendar.id, from: effectiveFrom }, act.at);
  }

  /** The calendar is locked first, then the change. */
  private async waiting(tx: EntityManager, { viewer }: Act, id: string) {
    const known = isUUID(id) && canSeeCalendars(viewer) ? await tx.findOneBy(CalendarChangeEntity, { id }) : null;
    if (!known) throw new DomainError('NOT_FOUND', 'There is no such change.', ['id']);
    const calendar = await locked(tx, ServiceCalendarEntity, known.calendarId, 'calendar');
    return { calendar, change: await locked(tx, CalendarChangeEntity, id, 'change') };
  }

  private async decide(
    tx: EntityManager,
    act: Act,
    change: CalendarChangeEntity,
    decision: Pick<CalendarChangeEntity, 'state' | 'decisionReason' | 'bootstrap'>,
  ): Promise<void> {
    const before = { ...change };
    Object.assign(change, decision, { decidedById: act.viewer.personId, decidedAt: act.at });
    await tx.save(change);
    const how = {
      ...act,
      reason: decision.decisionReason ?? change.reason,
      ...(decision.bootstrap && { mode: 'bootstrap' as const }),
    };
    await this.audit.record(tx, how, `calendar.change${capital(change.state)}`, changeSubject(change), before, change);
  }
}

export interface Changed {
  readonly calendar: ServiceCalendarEntity;
  /** null where the hours are in force at once. */
  readonly change: CalendarChangeEntity | null;
}

type NewHours = Pick<CalendarChangeEntity, 'name' | 'effectiveFrom' | 'hours' | 'reason'>;

/** Whether something in force on the day or later is promised by the calendar. */
async function promisesBy(tx: EntityManager, calendarId: string, day: string): Promise<boolean> {
  const [{ promises }] = await tx.query(
    `SELECT EXISTS (
       SELECT FROM commitment_terms t JOIN agreement_version v ON v.id = t.version_id AND v.state = 'inForce'
       WHERE t.calendar_id = $1 AND coalesce(v.effective_to >= $2::date, true)
     ) AS promises`,
    [calendarId, day],
  );
  return promises;
}

function newestVersion(tx: EntityManager, calendarId: string): Promise<ServiceCalendarVersionEntity> {
  return tx.findOneOrFail(ServiceCalendarVersionEntity, { where: { calendarId }, order: { number: 'DESC' } });
}

function assertLater(effectiveFrom: string, newest: ServiceCalendarVersionEntity): void {
  if (effectiveFrom > newest.effectiveFrom) return;
  const sentence = `Version ${newest.number} takes effect on ${newest.effectiveFrom}; new hours start after that day.`;
  throw new DomainError('NOT_LATER', sentence, ['effectiveFrom']);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const changeSubject = ({ calendarId: id }: CalendarChangeEntity) => ({ type: 'calendar', id });
const subjectOf = ({ id }: ServiceCalendarEntity) => ({ type: 'calendar', id });
