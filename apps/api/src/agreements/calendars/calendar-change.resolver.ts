import { canManageCalendars, isPaidSince, mayDecideProposal } from '@accord/domain';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { administratorsEver } from '../../people/administrators.loader.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import type { CalendarChangeEntity } from './calendar-change.entity.js';
import { CalendarChange } from './calendar-change.type.js';
import { ApproveCalendarChangePayload, RefuseCalendarChangePayload } from './calendar-payloads.js';
import { type Changed, Calendars } from './calendars.js';
import type { ServiceCalendarEntity } from './service-calendar.entity.js';
import { changeOfCalendar, paidByChange } from './service-calendar.loader.js';
import { ServiceCalendar } from './service-calendar.type.js';

@Resolver(() => CalendarChange)
export class CalendarChangeResolver {
  constructor(private readonly calendars: Calendars) {}

  @Mutation(() => ApproveCalendarChangePayload, {
    description: 'By somebody who neither proposed it, nor is paid by what it judges, nor speaks for a provider.',
  })
  async approveCalendarChange(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return changed(await this.calendars.approve(act, id));
  }

  @Mutation(() => RefuseCalendarChangePayload, { description: 'Whoever refuses their own takes it back.' })
  async refuseCalendarChange(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return changed(await this.calendars.refuse(act, id, reason));
  }

  @ResolveField(() => Person)
  proposedBy(@Parent() { proposedById }: CalendarChangeEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, proposedById);
  }

  @ResolveField(() => Person, { nullable: true })
  decidedBy(@Parent() { decidedById }: CalendarChangeEntity, @CurrentLoaders() loaders: Loaders) {
    return decidedById && loaders.load(personById, decidedById);
  }

  @ResolveField(() => Boolean)
  async viewerCanApprove(
    @Parent() change: CalendarChangeEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (change.state !== 'proposed') return false;
    const teams = await loaders.load(paidByChange, change.id);
    const hasInterest = isPaidSince(viewer.personId, teams, change.effectiveFrom);
    const stakes = { hasInterest, administratorsEver: await loaders.load(administratorsEver, 'ever') };
    if (!mayDecideProposal(change, viewer, stakes)) return false;
    // The first administrator, alone.
    return change.proposedById === viewer.personId || hasInterest || canManageCalendars(viewer);
  }
}

@Resolver(() => ServiceCalendar)
export class ChangingCalendarResolver {
  @ResolveField(() => CalendarChange, { nullable: true, description: 'Other hours that wait for a second person.' })
  async proposedChange(@Parent() { id }: ServiceCalendarEntity, @CurrentLoaders() loaders: Loaders) {
    const change = await loaders.load(changeOfCalendar, id);
    return change && shownChange(change);
  }
}

/** What became of a calendar, as mutations answer it. */
export const changed = ({ calendar, change }: Changed) => ({
  calendar,
  change: change && shownChange(change),
  errors: [],
});

/** The hours are kept whole; here they stand beside day and reason. */
const shownChange = ({ hours, ...change }: CalendarChangeEntity) => ({ ...change, ...hours });
