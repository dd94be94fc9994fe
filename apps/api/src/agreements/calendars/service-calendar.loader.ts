import type { PaidTeam } from '@accord/domain';
import { In } from 'typeorm';
import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { CalendarChangeEntity } from './calendar-change.entity.js';
import { paidByChanges } from './paid-by-changes.js';
import { ServiceCalendarVersionEntity } from './service-calendar-version.entity.js';
import { ServiceCalendarEntity } from './service-calendar.entity.js';

export const calendarById = defineLoader<string, ServiceCalendarEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(ServiceCalendarEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** Newest first. */
export const versionsOfCalendar = defineLoader<string, ServiceCalendarVersionEntity[]>(async (ids, { manager }) => {
  const versions = await manager.find(ServiceCalendarVersionEntity, {
    where: { calendarId: In([...ids]) },
    order: { number: 'DESC' },
  });
  return groupedBy(ids, versions, ({ calendarId }) => calendarId);
});

/** The change that waits. */
export const changeOfCalendar = defineLoader<string, CalendarChangeEntity | null>(async (ids, { manager }) => {
  const changes = await manager.findBy(CalendarChangeEntity, { calendarId: In([...ids]), state: 'proposed' });
  return inOrderOf(ids, changes, ({ calendarId }) => calendarId);
});

/** Teams that are paid by what a change of hours would judge. */
export const paidByChange = defineLoader<string, PaidTeam[]>(async (ids, { manager }) =>
  inOrderOf(ids, await paidByChanges(manager, ids), ({ id }) => id).map((row) => row!.paidTeams),
);
