import { canAnswerDispute, type ChargeDisputeState, inCurrencyDigits } from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import { readPage } from '../../performance/read-page.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { Money } from '../../platform/graphql/money.type.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { lineOfDispute } from './charge.loader.js';
import type { ChargeDisputeEntity } from './charge-dispute.entity.js';
import { ChargeDisputes } from './charge-disputes.js';
import { DISPUTES, visibleDisputes } from './read-disputes.js';
import {
  AnswerChargeDisputePayload,
  ChargeDispute,
  ChargeDisputeConnection,
  ChargeDisputeStateEnum,
  ChargeLine,
  DisputeChargePayload,
  WithdrawChargeDisputePayload,
} from './charge.type.js';

@Resolver(() => ChargeDispute)
export class ChargeDisputeResolver {
  constructor(
    private readonly disputes: ChargeDisputes,
    private readonly database: Database,
  ) {}

  @Query(() => ChargeDisputeConnection, {
    description: 'Of lines that the viewer reads, and of services that the viewer owns. Newest first.',
  })
  chargeDisputes(
    @CurrentAct() act: Act,
    @Args('state', { type: () => ChargeDisputeStateEnum, nullable: true }) state: ChargeDisputeState | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    const parameters = new Parameters();
    const visible = visibleDisputes(act.viewer, parameters);
    return readPage<ChargeDisputeEntity>(this.database.read, parameters, {
      select: `SELECT d.id, d.state, d.reason, d.by_id AS "byId", d.at, d.answer,
          d.answered_by_id AS "answeredById", d.answered_at AS "answeredAt", d.amount::text
        ${DISPUTES} WHERE ${visible}${state ? ` AND d.state = ${parameters.add(state)}` : ''}`,
      sortedBy: { at: 'd.at', id: 'd.id' },
      first: first ?? 50,
      after: after ?? null,
    });
  }

  @Mutation(() => DisputeChargePayload, {
    description: 'Of a closed month; finance and the owner of the service are told.',
  })
  disputeCharge(
    @CurrentAct() act: Act,
    @Args('lineId', { type: () => ID }) lineId: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('dispute', () => this.disputes.dispute(act, lineId, reason));
  }

  @Mutation(() => AnswerChargeDisputePayload, {
    description: 'By finance or the owner of the service. What is given back is a line of the month that is open then.',
  })
  answerChargeDispute(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('accepted') accepted: boolean,
    @Args('answer') answer: string,
    @Args('amount', {
      type: () => DecimalScalar,
      nullable: true,
      description: 'Given back; omitted: what is still charged of the line.',
    })
    amount: string | null,
  ) {
    return toPayload('dispute', () => this.disputes.answer(act, id, { accepted, answer, amount: amount ?? null }));
  }

  @Mutation(() => WithdrawChargeDisputePayload, { description: 'By whoever disputes it.' })
  withdrawChargeDispute(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('dispute', () => this.disputes.withdraw(act, id));
  }

  @ResolveField(() => ChargeLine)
  line(@Parent() { id }: ChargeDisputeEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(lineOfDispute, id);
  }

  @ResolveField(() => Person)
  by(@Parent() { byId }: ChargeDisputeEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, byId);
  }

  @ResolveField(() => Person, { nullable: true })
  answeredBy(@Parent() { answeredById }: ChargeDisputeEntity, @CurrentLoaders() loaders: Loaders) {
    return answeredById && loaders.load(personById, answeredById);
  }

  @ResolveField(() => Money, { nullable: true, description: 'What is given back; null unless accepted.' })
  async givenBack(@Parent() { amount, id }: ChargeDisputeEntity, @CurrentLoaders() loaders: Loaders) {
    if (amount === null) return null;
    const currency = (await loaders.load(lineOfDispute, id))!.currency as string;
    return { amount: inCurrencyDigits(amount, currency), currency };
  }

  @ResolveField(() => Boolean)
  async viewerCanAnswer(
    @Parent() { id, state, byId }: ChargeDisputeEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const { serviceId, ownerId, beneficiaryId } = (await loaders.load(lineOfDispute, id))!;
    return state === 'open' && canAnswerDispute(viewer, { serviceId, ownerId, beneficiaryId, byId });
  }

  @ResolveField(() => Boolean)
  viewerCanWithdraw(@Parent() { state, byId }: ChargeDisputeEntity, @CurrentAct() { viewer }: Act) {
    return state === 'open' && byId === viewer.personId;
  }
}
