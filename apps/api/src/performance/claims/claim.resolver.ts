import {
  type ClaimMove,
  type ClaimState,
  claimTurn,
  givingUp,
  inCurrencyDigits,
  mayMoveClaim,
  reachOfClaims,
  speaksForProvider,
} from '@accord/domain';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUUID } from 'class-validator';
import { agreementById, agreementSubject } from '../../agreements/agreement.loader.js';
import { Agreement } from '../../agreements/agreement.type.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { Money } from '../../platform/graphql/money.type.js';
import { explain } from '../explanation/explain.js';
import { ExplanationStep } from '../explanation/explanation.type.js';
import { creditById, type CreditRow } from '../results/breach.loader.js';
import { ServiceCredit } from '../results/breach.type.js';
import { shownCredit } from '../results/shown-credit.js';
import type { StoredStep } from '../results/stored-judgement.js';
import type { ClaimEventEntity } from './claim-event.entity.js';
import { ClaimLists } from './claim-lists.js';
import type { ClaimEntity } from './claim.entity.js';
import {
  claimById,
  claimOfCredit,
  claimsBeside,
  type ClaimPartRow,
  eventsOfClaim,
  owedOfCredit,
  partsOfClaim,
  unbilledOfClaim,
  unpaidOfClaim,
} from './claim.loader.js';
import { Claim, ClaimConnection, ClaimEvent, ClaimPart, ClaimStateEnum, ClaimWaiver } from './claim.type.js';

@Resolver(() => Claim)
export class ClaimResolver {
  constructor(private readonly lists: ClaimLists) {}

  @Query(() => ClaimConnection, { name: 'claims', description: 'Newest first.' })
  list(
    @CurrentAct() act: Act,
    @Args('states', { type: () => [ClaimStateEnum], nullable: true }) states: ClaimState[] | null,
    @Args('period', { type: () => String, nullable: true }) period: string | null,
    @Args('providerId', { type: () => ID, nullable: true }) providerId: string | null,
    @Args('agreementId', { type: () => ID, nullable: true }) agreementId: string | null,
    @Args('waiting', {
      type: () => Boolean,
      nullable: true,
      description: 'Only those that wait for somebody, accepted ones too that no bill takes.',
    })
    waiting: boolean | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    const asked = { states, period, providerId, agreementId, waiting: waiting ?? false, first: first ?? 50, after };
    return this.lists.page(reachOfClaims(act.viewer), asked);
  }

  @Query(() => Claim, { name: 'claim', nullable: true, description: 'Null where the viewer may not know of it.' })
  one(@Args('id', { type: () => ID }) id: string, @CurrentLoaders() loaders: Loaders) {
    return isUUID(id) ? loaders.load(claimById, id) : null;
  }

  @ResolveField(() => Agreement, { nullable: true, description: 'Null for who sees the credit alone.' })
  agreement(@Parent() { agreementId }: ClaimEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(agreementById, agreementId);
  }

  @ResolveField(() => Money)
  amount(@Parent() { amount, currency }: ClaimEntity) {
    return { amount: inCurrencyDigits(amount, currency), currency };
  }

  @ResolveField()
  async turn(@Parent() claim: ClaimEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    const { kind } = (await loaders.load(agreementSubject, claim.agreementId))!;
    const isUnbilled = (await loaders.load(unbilledOfClaim, claim.id)) !== null;
    return claimTurn({
      state: claim.state,
      isWaiverAsked: isWaiting(claim) && !speaksForProvider(viewer),
      kind,
      isUnbilled,
    });
  }

  @ResolveField(() => Money, {
    nullable: true,
    description:
      'Of an accepted claim under an SLA: what no bill takes, since nobody was charged for it in its period, and who owes it has not credited by hand yet. With what other claims of the period leave to be credited by hand: all of it is credited together. Null where bills take all that is left.',
  })
  async unbilled(@Parent() { id }: ClaimEntity, @CurrentLoaders() loaders: Loaders) {
    const unbilled = await loaders.load(unbilledOfClaim, id);
    return unbilled && { ...unbilled, amount: inCurrencyDigits(unbilled.amount, unbilled.currency) };
  }

  @ResolveField(() => Boolean, { description: 'Whether other claims of the period have a part in `unbilled`.' })
  async unbilledTogether(@Parent() { id }: ClaimEntity, @CurrentLoaders() loaders: Loaders) {
    return (await loaders.load(unbilledOfClaim, id))?.isTogether ?? false;
  }

  @ResolveField(() => Money, {
    nullable: true,
    description:
      'Of an accepted claim under an OLA or UC: what the accepted claims of its period come to, where something was taken back before it was paid; all of them are noted as one payment. Else null.',
  })
  async unpaid(@Parent() { id }: ClaimEntity, @CurrentLoaders() loaders: Loaders) {
    const unpaid = await loaders.load(unpaidOfClaim, id);
    return unpaid && { ...unpaid, amount: inCurrencyDigits(unpaid.amount, unpaid.currency) };
  }

  @ResolveField(() => [Claim], { description: 'The other claims of its agreement and period, by number.' })
  beside(@Parent() { id }: ClaimEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(claimsBeside, id);
  }

  @ResolveField(() => [ClaimPart], { description: 'Together they are the amount; the largest first.' })
  parts(@Parent() { id }: ClaimEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(partsOfClaim, id);
  }

  @ResolveField(() => [ClaimEvent], { description: 'Oldest first.' })
  async events(@Parent() { id }: ClaimEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    const events = await loaders.load(eventsOfClaim, id);
    return speaksForProvider(viewer) ? events.filter(({ move }) => !isInner(move)) : events;
  }

  @ResolveField(() => ClaimWaiver, {
    nullable: true,
    description: 'Null unless somebody proposes to give it up, and for the provider who owes it.',
  })
  waiver(@Parent() claim: ClaimEntity, @CurrentAct() { viewer }: Act) {
    const { waiverAskedAt: at, waiverReason: reason, waiverAskedById } = claim;
    return isWaiting(claim) && !speaksForProvider(viewer) ? { at, reason, waiverAskedById } : null;
  }

  @ResolveField(() => [ExplanationStep], { description: 'How the credits of the period came to what is owed for it.' })
  explanation(@Parent() { explanation }: ClaimEntity, @CurrentLoaders() loaders: Loaders) {
    return explain(loaders, explanation as StoredStep[]);
  }

  @ResolveField(() => Boolean)
  viewerCanClaim(@Parent() claim: ClaimEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    if (claim.dueAt && new Date(claim.dueAt) <= act.at) return false;
    return may('claim', claim, act, loaders);
  }

  @ResolveField(() => Boolean, { description: 'Of what a company answered outside, who claims writes it down.' })
  viewerCanAccept(@Parent() claim: ClaimEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return may('accept', claim, act, loaders);
  }

  @ResolveField(() => Boolean)
  viewerCanDispute(@Parent() claim: ClaimEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return may('dispute', claim, act, loaders);
  }

  @ResolveField(() => Boolean)
  viewerCanInsist(@Parent() claim: ClaimEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return may('insist', claim, act, loaders);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the viewer may note that it was paid; of an SLA, credit what no bill takes.',
  })
  async viewerCanSettle(@Parent() claim: ClaimEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return may('credit', claim, act, loaders);
  }

  @ResolveField(() => Boolean)
  viewerCanAskWaiver(@Parent() claim: ClaimEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return may('askWaiver', claim, act, loaders);
  }

  @ResolveField(() => Boolean)
  viewerCanDecideWaiver(@Parent() claim: ClaimEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return may(givingUp(claim.state), claim, act, loaders);
  }
}

@Resolver(() => ClaimPart)
export class ClaimPartResolver {
  @ResolveField(() => Money)
  amount(@Parent() { amount, currency }: ClaimPartRow) {
    return { amount: inCurrencyDigits(amount, currency), currency };
  }

  @ResolveField(() => ServiceCredit, { description: 'What would be owed for it alone.' })
  async credit(@Parent() { creditId }: ClaimPartRow, @CurrentLoaders() loaders: Loaders) {
    return shownCredit((await loaders.load(creditById, creditId))!);
  }
}

@Resolver(() => ClaimEvent)
export class ClaimEventResolver {
  @ResolveField(() => Person, { nullable: true, description: 'Null where it follows from something else.' })
  by(@Parent() { byId }: ClaimEventEntity, @CurrentLoaders() loaders: Loaders) {
    return byId && loaders.load(personById, byId);
  }
}

@Resolver(() => ClaimWaiver)
export class ClaimWaiverResolver {
  @ResolveField(() => Person, { nullable: true })
  askedBy(@Parent() { waiverAskedById }: ClaimEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, waiverAskedById!);
  }
}

@Resolver(() => ServiceCredit)
export class ClaimedCreditResolver {
  @ResolveField(() => Claim, {
    nullable: true,
    description: 'The newest claim that it has a part in; null where no money moves or another credit stands for it.',
  })
  async claim(@Parent() { id }: CreditRow, @CurrentLoaders() loaders: Loaders) {
    const claimId = await loaders.load(claimOfCredit, id);
    return claimId && loaders.load(claimById, claimId);
  }

  @ResolveField(() => Money, {
    nullable: true,
    description:
      'What is owed for it after grouping and caps: its share of the claims of the period, also where they were given up. Null where no claim stands, and where a newer revision took its place.',
  })
  async owed(@Parent() { id }: CreditRow, @CurrentLoaders() loaders: Loaders) {
    const owed = await loaders.load(owedOfCredit, id);
    return owed && { amount: inCurrencyDigits(owed.amount, owed.currency), currency: owed.currency };
  }
}

/** What its own side thinks of giving it up. */
const isInner = (move: ClaimEventEntity['move']): boolean => move === 'askWaiver' || move === 'refuseWaiver';

const isWaiting = ({ state, waiverAskedById }: ClaimEntity): boolean =>
  waiverAskedById !== null && state !== 'waived' && state !== 'rejected';

async function may(move: ClaimMove, claim: ClaimEntity, { viewer }: Act, loaders: Loaders): Promise<boolean> {
  const { id, state, waiverAskedById, agreementId } = claim;
  const agreement = (await loaders.load(agreementSubject, agreementId))!;
  const isUnbilled = (await loaders.load(unbilledOfClaim, id)) !== null;
  return mayMoveClaim(viewer, move, { state, waiverAskedById, agreement, isUnbilled });
}
