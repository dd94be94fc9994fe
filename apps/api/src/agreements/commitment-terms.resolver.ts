import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { toPayload } from '../platform/errors/to-payload.js';
import { CurrentLoaders, type Loaders } from '../platform/graphql/loaders.js';
import { PutCommitmentPayload, RemoveCommitmentPayload } from './agreement-payloads.js';
import { versionById } from './agreement-version.loader.js';
import { AgreementVersion } from './agreement-version.type.js';
import { agreementById } from './agreement.loader.js';
import { calendarById } from './calendars/service-calendar.loader.js';
import { ServiceCalendar } from './calendars/service-calendar.type.js';
import type { CommitmentTermsEntity } from './commitment-terms.entity.js';
import { CommitmentTerms } from './commitment-terms.type.js';
import { CommitmentTermsInput } from './commitment.input.js';
import { underpinningsOfTerms } from './chain/underpinning.loader.js';
import { Underpinning } from './chain/underpinning.type.js';
import { commitmentById, commitmentFromInside } from './commitment.loader.js';
import { Commitment } from './commitment.type.js';
import { CreditSchedule } from './credit-schedule.type.js';
import { DraftTerms } from './draft-terms.js';

@Resolver(() => CommitmentTerms)
export class CommitmentTermsResolver {
  constructor(private readonly draftTerms: DraftTerms) {}

  @Mutation(() => PutCommitmentPayload, {
    description: 'Adds a commitment to a draft, or replaces the one of the same slug.',
  })
  putCommitment(
    @CurrentAct() act: Act,
    @Args('versionId', { type: () => ID }) versionId: string,
    @Args('input') input: CommitmentTermsInput,
  ) {
    return toPayload('version', () => this.draftTerms.put(act, versionId, input));
  }

  @Mutation(() => RemoveCommitmentPayload)
  removeCommitment(
    @CurrentAct() act: Act,
    @Args('versionId', { type: () => ID }) versionId: string,
    @Args('commitmentId', { type: () => ID }) commitmentId: string,
    @Args('revision', {
      type: () => Int,
      nullable: true,
      description: 'Of the draft that was edited; omitted = as it is now.',
    })
    revision: number | null,
  ) {
    return toPayload('version', () => this.draftTerms.remove(act, versionId, commitmentId, revision));
  }

  @ResolveField(() => AgreementVersion)
  version(@Parent() { versionId }: CommitmentTermsEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(versionById, versionId);
  }

  @ResolveField(() => Commitment)
  commitment(@Parent() { commitmentId }: CommitmentTermsEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(commitmentById, commitmentId);
  }

  @ResolveField(() => ServiceCalendar)
  calendar(@Parent() { calendarId }: CommitmentTermsEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(calendarById, calendarId);
  }

  @ResolveField(() => [Underpinning])
  async underpinnedBy(@Parent() { id }: CommitmentTermsEntity, @CurrentLoaders() loaders: Loaders) {
    const rows = await loaders.load(underpinningsOfTerms, id);
    const groups = [...new Set(rows.map(({ group }) => group))].map((group) =>
      rows.filter((row) => row.group === group),
    );
    const underpinnings = groups.map(async (parts) => {
      const known = await Promise.all(parts.map((part) => loaders.load(commitmentFromInside, part.commitmentId)));
      return { commitments: known.filter((one) => one !== null), needed: parts[0]!.needed };
    });
    return (await Promise.all(underpinnings)).filter(({ commitments }) => commitments.length > 0);
  }

  @ResolveField(() => CreditSchedule, { nullable: true })
  async credit(@Parent() { credit, agreementId }: CommitmentTermsEntity, @CurrentLoaders() loaders: Loaders) {
    const agreement = await loaders.load(agreementById, agreementId);
    // Who is paid by the commitment alone sees no more of its contract than the name.
    if (!agreement || !credit?.minimum) return agreement && credit;
    return { ...credit, minimum: { amount: credit.minimum, currency: agreement.currency } };
  }
}
