import { reachOfTickets } from '@accord/domain';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUUID } from 'class-validator';
import { commitmentById } from '../../agreements/commitment.loader.js';
import { Commitment } from '../../agreements/commitment.type.js';
import { serviceById } from '../../catalog/services/service.loader.js';
import { Service } from '../../catalog/services/service.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { explain } from '../explanation/explain.js';
import { ExplanationStep } from '../explanation/explanation.type.js';
import type { TicketEntity } from '../ledger/ticket.entity.js';
import { Source } from '../ledger/source.type.js';
import { clocksOfTicket, eventsOfTicket, sourceById, type TicketClockRow } from './ticket.loader.js';
import { Ticket, TicketClock, TicketEvent } from './ticket.type.js';
import { Tickets } from './tickets.js';

@Resolver(() => Ticket)
export class TicketResolver {
  constructor(private readonly tickets: Tickets) {}

  @Query(() => Ticket, { nullable: true })
  ticket(@CurrentAct() { viewer }: Act, @Args('id', { type: () => ID }) id: string) {
    return isUUID(id) ? this.tickets.visible(reachOfTickets(viewer), id) : null;
  }

  @ResolveField(() => Service)
  service(@Parent() { serviceId }: TicketEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, serviceId);
  }

  @ResolveField(() => Source)
  source(@Parent() { sourceId }: TicketEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(sourceById, sourceId);
  }

  @ResolveField(() => [TicketEvent], { description: 'Oldest first.' })
  events(@Parent() { id }: TicketEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(eventsOfTicket, id);
  }

  @ResolveField(() => [TicketClock])
  clocks(@Parent() { id }: TicketEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(clocksOfTicket, id);
  }
}

@Resolver(() => TicketClock)
export class TicketClockResolver {
  @ResolveField(() => Commitment)
  commitment(@Parent() { commitmentId }: TicketClockRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(commitmentById, commitmentId);
  }

  @ResolveField(() => [ExplanationStep])
  explanation(@Parent() { explanation }: TicketClockRow, @CurrentLoaders() loaders: Loaders) {
    return explain(loaders, explanation);
  }
}
