import { canManageAgreement, isPaidSince, mayDecideProposal } from '@accord/domain';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { administratorsEver } from '../people/administrators.loader.js';
import { personById } from '../people/person.loader.js';
import { Person } from '../people/person.type.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { Database } from '../platform/database/database.js';
import { toPayload } from '../platform/errors/to-payload.js';
import { CurrentLoaders, type Loaders } from '../platform/graphql/loaders.js';
import { CalendarDateScalar } from '../platform/graphql/scalars.js';
import { AgreementEndEntity } from './agreement-end.entity.js';
import { AgreementEnd } from './agreement-end.type.js';
import { AgreementEnds } from './agreement-ends.js';
import {
  ApproveAgreementEndPayload,
  ProposeAgreementEndPayload,
  RefuseAgreementEndPayload,
} from './agreement-payloads.js';
import type { AgreementEntity } from './agreement.entity.js';
import { agreementById, agreementSubject, waitingEndOf } from './agreement.loader.js';
import { Agreement } from './agreement.type.js';

@Resolver(() => AgreementEnd)
export class AgreementEndResolver {
  constructor(
    private readonly ends: AgreementEnds,
    private readonly database: Database,
  ) {}

  @Query(() => [AgreementEnd], {
    description: 'Ends that wait for a second person, oldest first, of agreements that the viewer may change.',
  })
  async proposedAgreementEnds(@CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    const ends = await this.database.read.find(AgreementEndEntity, {
      where: { state: 'proposed' },
      order: { proposedAt: 'ASC', id: 'ASC' },
    });
    const subjects = await Promise.all(ends.map(({ agreementId }) => loaders.load(agreementSubject, agreementId)));
    return ends.filter((_, i) => canManageAgreement(viewer, subjects[i]!));
  }

  @Mutation(() => ProposeAgreementEndPayload, {
    description: '`on` is its last day, not before the end of a closed period. A second person decides.',
  })
  proposeAgreementEnd(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('on', { type: () => CalendarDateScalar }) on: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('agreement', () => this.ends.propose(act, id, on, reason));
  }

  @Mutation(() => ApproveAgreementEndPayload, {
    description:
      "`id` is the agreement's. By somebody who neither proposed its end, nor is paid by it, nor speaks for a provider.",
  })
  approveAgreementEnd(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('agreement', () => this.ends.approve(act, id));
  }

  @Mutation(() => RefuseAgreementEndPayload, {
    description: "`id` is the agreement's. Whoever refuses their own takes it back.",
  })
  refuseAgreementEnd(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('agreement', () => this.ends.refuse(act, id, reason));
  }

  @ResolveField(() => Agreement)
  agreement(@Parent() { agreementId }: AgreementEndEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(agreementById, agreementId);
  }

  @ResolveField(() => Person)
  proposedBy(@Parent() { proposedById }: AgreementEndEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, proposedById);
  }

  @ResolveField(() => Boolean)
  async viewerCanApprove(
    @Parent() end: AgreementEndEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<boolean> {
    const subject = (await loaders.load(agreementSubject, end.agreementId))!;
    return mayDecideProposal(end, viewer, {
      hasInterest: isPaidSince(viewer.personId, subject.paidTeams, end.lastDay),
      administratorsEver: await loaders.load(administratorsEver, 'ever'),
    });
  }
}

@Resolver(() => Agreement)
export class EndingAgreementResolver {
  @ResolveField(() => AgreementEnd, {
    nullable: true,
    description: 'An end that waits for a second person; null for who may not change the agreement.',
  })
  async proposedEnd(
    @Parent() { id }: AgreementEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<AgreementEndEntity | null> {
    const subject = await loaders.load(agreementSubject, id);
    return subject && canManageAgreement(viewer, subject) ? loaders.load(waitingEndOf, id) : null;
  }
}
