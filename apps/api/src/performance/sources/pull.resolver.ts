import { mayFollowHolidays, mayMeasure } from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { calendarById } from '../../agreements/calendars/service-calendar.loader.js';
import { ServiceCalendar } from '../../agreements/calendars/service-calendar.type.js';
import { serviceById } from '../../catalog/services/service.loader.js';
import { Service } from '../../catalog/services/service.type.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { placeOfService } from '../place.loader.js';
import type { PullEntity } from './pull.entity.js';
import { AddPullInput, askedOf, authorizationOf, ChangePullInput, TryPullInput } from './pull.input.js';
import { attemptsOfPull } from './pull.loader.js';
import {
  AddPullPayload,
  type AUTHORIZATIONS,
  ChangePullPayload,
  Pull,
  PullAttempt,
  PullAuthorizationEnum,
  PulledRow,
  PullQuestion,
  TryPullPayload,
} from './pull.type.js';
import { PullTrials } from './pull-trials.js';
import { Pulls } from './pulls.js';
import type { ReadRow } from './reading.js';

@Resolver(() => Pull)
export class PullResolver {
  constructor(
    private readonly useCases: Pulls,
    private readonly trials: PullTrials,
  ) {}

  @Mutation(() => AddPullPayload, { description: 'From now on Accord asks a server of others by itself.' })
  addPull(@CurrentAct() act: Act, @Args('input') input: AddPullInput) {
    return toPayload('pull', async () =>
      this.useCases.add(act, {
        ...input,
        serviceId: input.serviceId ?? null,
        calendarId: input.calendarId ?? null,
        series: input.series ?? null,
        since: input.since ?? null,
        asked: askedOf(input.asked),
        authorization: authorizationOf(input.authorization) ?? null,
      }),
    );
  }

  @Mutation(() => ChangePullPayload, {
    description: 'Changes, pauses, resumes or ends it; whoever does takes it over.',
  })
  changePull(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('input') { asked, authorization, ...input }: ChangePullInput,
  ) {
    return toPayload('pull', async () =>
      this.useCases.change(act, id, version, {
        ...input,
        asked: asked && askedOf(asked),
        authorization: authorizationOf(authorization),
      }),
    );
  }

  @Mutation(() => TryPullPayload, {
    description:
      'What the server answers now about the last hour (an Upptime history: two weeks, a status page: a year, a calendar: what is ahead); nothing is stored.',
  })
  tryPull(@CurrentAct() act: Act, @Args('input') input: TryPullInput) {
    const { id, address, asked, authorization, serviceId, calendarId } = input;
    return toPayload('trial', async () =>
      this.trials.try(act, {
        id: id ?? null,
        serviceId: serviceId ?? null,
        calendarId: calendarId ?? null,
        address,
        asked: askedOf(asked),
        authorization: authorizationOf(authorization),
      }),
    );
  }

  @ResolveField(() => PullQuestion)
  asked(@Parent() { asked }: PullEntity) {
    return asked;
  }

  @ResolveField(() => PullAuthorizationEnum)
  authorization(@Parent() { authorization }: PullEntity): (typeof AUTHORIZATIONS)[number] {
    if (authorization === null) return 'none';
    return authorization.startsWith('Bearer ') ? 'bearer' : 'basic';
  }

  @ResolveField(() => Service, { nullable: true, description: 'null of holidays.' })
  service(@Parent() { serviceId }: PullEntity, @CurrentLoaders() loaders: Loaders) {
    return serviceId && loaders.load(serviceById, serviceId);
  }

  @ResolveField(() => ServiceCalendar, { nullable: true, description: 'Whose holidays it brings.' })
  calendar(@Parent() { calendarId }: PullEntity, @CurrentLoaders() loaders: Loaders) {
    return calendarId && loaders.load(calendarById, calendarId);
  }

  @ResolveField(() => Person, { description: 'Who made or changed it last: it brings what they may bring.' })
  person(@Parent() { personId }: PullEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, personId);
  }

  @ResolveField(() => [PullAttempt], { description: 'The last twenty, the newest first.' })
  attempts(@Parent() { id }: PullEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(attemptsOfPull, id);
  }

  @ResolveField(() => Boolean)
  async viewerCanChange(
    @Parent() { serviceId, state }: PullEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (state === 'ended') return false;
    if (serviceId === null) return mayFollowHolidays(viewer);
    return mayMeasure(viewer, await loaders.load(placeOfService, serviceId));
  }
}

@Resolver(() => PulledRow)
export class PulledRowResolver {
  @ResolveField(() => Date)
  at(@Parent() { at }: ReadRow) {
    return new Date(at);
  }

  @ResolveField(() => Date, { nullable: true })
  to(@Parent() { to }: ReadRow) {
    return to === null ? null : new Date(to);
  }

  @ResolveField(() => String, { nullable: true })
  good(@Parent() { good }: ReadRow) {
    return good === null ? null : String(good);
  }

  @ResolveField(() => String, { nullable: true })
  total(@Parent() { total }: ReadRow) {
    return total === null ? null : String(total);
  }
}
