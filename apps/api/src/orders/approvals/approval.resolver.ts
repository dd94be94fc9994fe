import {
  canMoveOrder,
  canSeeBudget,
  concernedBy,
  inCurrencyDigits,
  neededOf,
  orderNumber,
  standInsFor,
} from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import { serviceById } from '../../catalog/services/service.loader.js';
import { Service } from '../../catalog/services/service.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { asColleague } from '../colleague.js';
import type { OrderRow } from '../order-rows.js';
import { Order } from '../order.type.js';
import { factsOfApproval, similarDecisions } from './approval-facts.loader.js';
import { stagesOfOrder, standInsToday } from './approval.loader.js';
import { ApprovalFacts, ApprovalSeat, ApprovalStage, PlannedStage, SimilarDecision } from './approval.type.js';
import { deciders } from './deciders.loader.js';
import { heldSeats, type SeatRow, type StageRow } from './stage-rows.js';
import { ruleRow } from './stage-rule.type.js';
import { undoableBy } from './who-decides.js';

/** A seat, with what decides who may sit in it. */
type ShownSeat = SeatRow & { beside: readonly SeatRow[]; concerned: readonly string[] };

/** A stage as it is shown: of an order that came to an end, what was still open is withdrawn. */
function shownStage({ sources, key, name, need, remindAfter, ...stage }: StageRow, order: OrderRow) {
  const { id, position, state, openedAt, endedAt, overBudget, ruleSentence: rule, serviceId, seats } = stage;
  const goesOn = order.state === 'awaitingApproval' || order.resumesAs === 'awaitingApproval';
  return {
    ...ruleRow({ key, name, need, from: [...sources], remindAfter }),
    id,
    position: position + 1,
    state: goesOn || state === 'approved' || state === 'refused' ? state : ('withdrawn' as const),
    openedAt,
    endedAt,
    needed: neededOf(need, seats.length),
    overBudget,
    rule,
    serviceId,
    seats: seats.map((seat): ShownSeat => ({ ...seat, beside: heldSeats({ seats }), concerned: concernedBy(order) })),
  };
}

@Resolver(() => Order)
export class OrderApprovalResolver {
  @ResolveField(() => [ApprovalStage], { description: 'In the order in which they are gone through; none in a draft.' })
  async stages(@Parent() order: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return (await loaders.load(stagesOfOrder, order.id)).map((stage) => shownStage(stage, order));
  }

  @ResolveField(() => [Person], { description: 'Who could approve or reject it now, substitutes included.' })
  async deciders(@Parent() order: OrderRow, @CurrentLoaders() loaders: Loaders) {
    const ids = await deciders(loaders, order);
    return Promise.all(ids.map((id) => loaders.load(personById, id)));
  }

  @ResolveField(() => ApprovalFacts, {
    nullable: true,
    description: 'For who decides on it or could have; null for others, and in a draft.',
  })
  async approvalFacts(@Parent() order: OrderRow, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    if (!order.submittedAt || !order.approverIds.includes(viewer.personId)) return null;
    const { left, ...facts } = await loaders.load(factsOfApproval, order.id);
    const money = (amount: string) => ({
      amount: inCurrencyDigits(amount, order.currency!),
      currency: order.currency!,
    });
    return {
      now: money(order.total!),
      yearly: money(facts.yearly),
      contractValue: money(facts.contractValue),
      budgetLeft: left && money(left),
      fromAbove: facts.fromAbove && money(facts.fromAbove),
      chargedByUse: facts.chargedByUse,
      laterYears: facts.laterYears.map(({ from, to, amount, left: ofYear, fromAbove }) => ({
        from,
        to,
        cost: money(amount),
        budgetLeft: ofYear && money(ofYear),
        fromAbove: fromAbove && money(fromAbove),
      })),
    };
  }

  @ResolveField(() => [SimilarDecision], {
    description:
      'The last five on the same services in units that the viewer answers for, newest first; for who decides.',
  })
  async similarDecisions(@Parent() order: OrderRow, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    if (!order.submittedAt || !order.approverIds.includes(viewer.personId)) return [];
    const similar = await loaders.load(similarDecisions, order.id);
    return similar
      .filter(({ unitId }) => unitId === order.unitId || canSeeBudget(viewer, unitId))
      .slice(0, 5)
      .map(({ number, contractValue, currency, ...decided }) => ({
        ...decided,
        number: orderNumber(number),
        contractValue: { amount: inCurrencyDigits(contractValue, currency), currency },
      }));
  }

  @ResolveField(() => Boolean, { description: 'For some seconds, until somebody acts on the decision.' })
  async viewerCanUndoDecision(@Parent() order: OrderRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    if (order.state !== 'awaitingApproval') return false;
    try {
      return Boolean(undoableBy(await loaders.load(stagesOfOrder, order.id), act));
    } catch {
      return false;
    }
  }

  @ResolveField(() => Boolean, { description: "Whether the question is the viewer's own, and not answered yet." })
  async viewerCanDelegate(
    @Parent() order: OrderRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (order.state !== 'awaitingApproval') return false;
    if (!canMoveOrder(await asColleague(loaders, viewer), order, 'approve')) return false;
    const open = (await loaders.load(stagesOfOrder, order.id)).find(({ state }) => state === 'open');
    return open?.seats.some(({ personId, verdict }) => personId === viewer.personId && verdict === null) ?? false;
  }
}

@Resolver(() => ApprovalStage)
export class ApprovalStageResolver {
  @ResolveField(() => Service, { nullable: true, description: 'Which service it is about; null = the whole order.' })
  service(@Parent() { serviceId }: { serviceId: string | null }, @CurrentLoaders() loaders: Loaders) {
    return serviceId && loaders.load(serviceById, serviceId);
  }

  @ResolveField(() => [ApprovalSeat])
  seats(@Parent() { seats }: { seats: ShownSeat[] }) {
    return seats;
  }
}

@Resolver(() => ApprovalSeat)
export class ApprovalSeatResolver {
  @ResolveField(() => Person, { description: 'Who was asked.' })
  person(@Parent() { personId }: SeatRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, personId);
  }

  @ResolveField(() => Person, { nullable: true, description: 'To whom the person handed the question.' })
  delegate(@Parent() { delegateId }: SeatRow, @CurrentLoaders() loaders: Loaders) {
    return delegateId && loaders.load(personById, delegateId);
  }

  @ResolveField(() => [Person], {
    description: 'Who can decide in the place of the person today, while it is not decided.',
  })
  async substitutes(@Parent() { beside, concerned, personId }: ShownSeat, @CurrentLoaders() loaders: Loaders) {
    const seat = beside.find((one) => one.personId === personId);
    if (!seat || seat.verdict) return [];
    const away = await Promise.all(beside.map((one) => loaders.load(standInsToday, one.personId)));
    const free = standInsFor(seat, beside, away.flat(), concerned);
    return Promise.all(free.map((id) => loaders.load(personById, id)));
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who decided; another one than asked stood in for them.' })
  by(@Parent() { byId }: SeatRow, @CurrentLoaders() loaders: Loaders) {
    return byId && loaders.load(personById, byId);
  }
}

@Resolver(() => PlannedStage)
export class PlannedStageResolver {
  @ResolveField(() => [Person], { description: 'Who would be asked.' })
  people(@Parent() { personIds }: { personIds: string[] }, @CurrentLoaders() loaders: Loaders) {
    return Promise.all(personIds.map((id) => loaders.load(personById, id)));
  }
}
