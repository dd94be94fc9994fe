import { maySeeBehind } from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { placeOfCommitment } from '../place.loader.js';
import { PeriodResult } from '../results/period-result.type.js';
import type { ResultRow } from '../results/result-fields.js';
import type { TicketClockRow } from '../tickets/ticket.loader.js';
import { TicketClock } from '../tickets/ticket.type.js';
import { Custody, HeldMisses } from './custody.type.js';
import { handoversOfTicket } from './handovers.loader.js';
import { missesByHolder } from './held-misses.loader.js';
import { shownCustody } from './shown-custody.js';

@Resolver(() => TicketClock)
export class ClockCustodyResolver {
  @ResolveField(() => Custody, { nullable: true, description: 'Null where the source does not say who has a ticket.' })
  async custody(@Parent() { ticketId, runningTime, targetMs }: TicketClockRow, @CurrentLoaders() loaders: Loaders) {
    const handovers = await loaders.load(handoversOfTicket, ticketId);
    return handovers.length === 0 ? null : shownCustody(runningTime, handovers, targetMs);
  }
}

@Resolver(() => PeriodResult)
export class ResultCustodyResolver {
  @ResolveField(() => [HeldMisses], {
    description: 'Who had the tickets that were missed; empty for other evidence, and where no source says.',
  })
  async missesByHolder(
    @Parent() { id, commitmentId }: ResultRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const place = await loaders.load(placeOfCommitment, commitmentId);
    return maySeeBehind(viewer, place) ? loaders.load(missesByHolder, id) : [];
  }
}
