import { calendarDefinition, canManageCalendars, canSeeCalendars, dayIn } from '@accord/domain';
import { createCalendar } from '@accord/sla';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { changed } from './calendar-change.resolver.js';
import { AddCalendarPayload, ChangeCalendarPayload } from './calendar-payloads.js';
import { AddCalendarInput, ChangeCalendarInput } from './calendar.input.js';
import { Calendars } from './calendars.js';
import type { ServiceCalendarVersionEntity } from './service-calendar-version.entity.js';
import { ServiceCalendarEntity } from './service-calendar.entity.js';
import { versionsOfCalendar } from './service-calendar.loader.js';
import { ServiceCalendar, ServiceCalendarVersion } from './service-calendar.type.js';

@Resolver(() => ServiceCalendar)
export class CalendarResolver {
  constructor(
    private readonly calendars: Calendars,
    private readonly database: Database,
  ) {}

  @Query(() => [ServiceCalendar], { name: 'calendars', description: 'By name.' })
  async all(@CurrentAct() { viewer }: Act): Promise<ServiceCalendarEntity[]> {
    return canSeeCalendars(viewer)
      ? this.database.read.find(ServiceCalendarEntity, { order: { name: 'ASC', id: 'ASC' } })
      : [];
  }

  @Query(() => ServiceCalendar, { nullable: true })
  async calendar(@CurrentAct() { viewer }: Act, @Args('slug') slug: string): Promise<ServiceCalendarEntity | null> {
    return canSeeCalendars(viewer) ? this.database.read.findOneBy(ServiceCalendarEntity, { slug }) : null;
  }

  @Mutation(() => AddCalendarPayload)
  addCalendar(@CurrentAct() act: Act, @Args('input') input: AddCalendarInput) {
    return toPayload('calendar', () => this.calendars.add(act, input));
  }

  @Mutation(() => ChangeCalendarPayload, {
    description:
      'New hours from a day on; the ones before stay for what was promised then. They wait for a second person where something is promised by them.',
  })
  async changeCalendar(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ChangeCalendarInput,
  ) {
    return changed(await this.calendars.change(act, id, input));
  }

  @ResolveField(() => [ServiceCalendarVersion])
  async versions(@Parent() calendar: ServiceCalendarEntity, @CurrentLoaders() loaders: Loaders) {
    return (await loaders.load(versionsOfCalendar, calendar.id)).map((version) => shown(calendar, version));
  }

  @ResolveField(() => ServiceCalendarVersion)
  async current(@Parent() calendar: ServiceCalendarEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    const versions = await loaders.load(versionsOfCalendar, calendar.id);
    const today = dayIn(calendar.timeZone, act.at);
    return shown(calendar, versions.find(({ effectiveFrom }) => effectiveFrom <= today) ?? versions.at(-1)!);
  }

  @ResolveField(() => Boolean)
  viewerCanChange(@CurrentAct() { viewer }: Act): boolean {
    return canManageCalendars(viewer);
  }
}

/** The hours are kept whole; here they stand beside number and date. */
function shown({ timeZone }: ServiceCalendarEntity, { hours, ...version }: ServiceCalendarVersionEntity) {
  return { ...version, ...hours, alwaysOpen: createCalendar(calendarDefinition(timeZone, hours)).alwaysOpen };
}
