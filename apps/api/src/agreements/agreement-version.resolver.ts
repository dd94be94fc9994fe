import { canManageAgreement, canSeeCharge, isPaidSince, mayApproveVersion } from '@accord/domain';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { administratorsEver } from '../people/administrators.loader.js';
import { personById } from '../people/person.loader.js';
import { Person } from '../people/person.type.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { Database } from '../platform/database/database.js';
import { toPayload } from '../platform/errors/to-payload.js';
import { CurrentLoaders, type Loaders } from '../platform/graphql/loaders.js';
import { CalendarDateScalar, DecimalScalar } from '../platform/graphql/scalars.js';
import {
  ApproveAgreementVersionPayload,
  ApproveAgreementVersionsPayload,
  ChangeAgreementVersionPayload,
  DraftAgreementVersionPayload,
  ProposeAgreementVersionPayload,
  RefuseAgreementVersionPayload,
} from './agreement-payloads.js';
import type { AgreementVersionEntity } from './agreement-version.entity.js';
import { AgreementVersion } from './agreement-version.type.js';
import { AgreementVersions } from './agreement-versions.js';
import { ChangeAgreementVersionInput } from './agreement.input.js';
import { namedAgreement, agreementSubject } from './agreement.loader.js';
import { Agreement } from './agreement.type.js';
import { termsOfVersion } from './commitment-terms.loader.js';
import { CommitmentTerms } from './commitment-terms.type.js';
import { proposedVersions } from './proposed-versions.js';

@Resolver(() => AgreementVersion)
export class AgreementVersionResolver {
  constructor(
    private readonly versions: AgreementVersions,
    private readonly database: Database,
  ) {}

  @Query(() => [AgreementVersion], { description: 'Versions that wait for a second person, oldest first.' })
  proposedAgreementVersions(@CurrentAct() act: Act) {
    return proposedVersions(this.database.read, act);
  }

  @Mutation(() => DraftAgreementVersionPayload, {
    description: 'A new draft version that starts as a copy of the newest one.',
  })
  draftAgreementVersion(
    @CurrentAct() act: Act,
    @Args('agreementId', { type: () => ID }) agreementId: string,
    @Args('effectiveFrom', { type: () => CalendarDateScalar }) effectiveFrom: string,
  ) {
    return toPayload('version', () => this.versions.draft(act, agreementId, effectiveFrom));
  }

  @Mutation(() => ChangeAgreementVersionPayload)
  changeAgreementVersion(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ChangeAgreementVersionInput,
  ) {
    return toPayload('version', () => this.versions.change(act, id, input));
  }

  @Mutation(() => ProposeAgreementVersionPayload)
  proposeAgreementVersion(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('version', () => this.versions.propose(act, id));
  }

  @Mutation(() => ApproveAgreementVersionPayload, {
    description:
      "Brings a proposed version into force; never by who wrote or proposed it, nor by whom it pays, nor by a provider's contact.",
  })
  approveAgreementVersion(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('version', () => this.versions.approve(act, id));
  }

  @Mutation(() => ApproveAgreementVersionsPayload, {
    description: 'Approves each of up to 200 versions by itself: one that is refused keeps no other back.',
  })
  async approveAgreementVersions(
    @CurrentAct() act: Act,
    @Args('ids', { type: () => [ID] }) ids: string[],
  ): Promise<ApproveAgreementVersionsPayload> {
    const approvals = await this.versions.approveEach(act, ids);
    return { approvals, errors: approvals.flatMap(({ errors }) => errors) };
  }

  @Mutation(() => RefuseAgreementVersionPayload)
  refuseAgreementVersion(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('version', () => this.versions.refuse(act, id, reason));
  }

  @ResolveField(() => Agreement)
  agreement(@Parent() { agreementId }: AgreementVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(namedAgreement, agreementId);
  }

  @ResolveField(() => DecimalScalar, {
    nullable: true,
    description:
      'What a credit percentage is taken of: the charge per month. Null = credits are shown as percentages only, or it is not for the viewer to know.',
  })
  async monthlyCharge(
    @Parent() { agreementId, monthlyCharge }: AgreementVersionEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<string | null> {
    if (monthlyCharge === null) return null;
    const subject = await loaders.load(agreementSubject, agreementId);
    return subject && canSeeCharge(viewer, subject) ? monthlyCharge : null;
  }

  @ResolveField(() => [CommitmentTerms])
  commitments(@Parent() { id }: AgreementVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(termsOfVersion, id);
  }

  @ResolveField(() => Person, { nullable: true })
  proposedBy(@Parent() { proposedById }: AgreementVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return proposedById && loaders.load(personById, proposedById);
  }

  @ResolveField(() => Person, { nullable: true })
  decidedBy(@Parent() { decidedById }: AgreementVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return decidedById && loaders.load(personById, decidedById);
  }

  @ResolveField(() => Boolean)
  viewerCanChange(
    @Parent() version: AgreementVersionEntity,
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return version.state === 'draft' && canManage(version, act, loaders);
  }

  @ResolveField(() => Boolean)
  viewerCanPropose(
    @Parent() version: AgreementVersionEntity,
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return version.state === 'draft' && canManage(version, act, loaders);
  }

  @ResolveField(() => Boolean)
  async viewerCanApprove(
    @Parent() version: AgreementVersionEntity,
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<boolean> {
    if (version.state !== 'proposed' || !(await canManage(version, act, loaders))) return false;
    const { paidTeams } = (await loaders.load(agreementSubject, version.agreementId))!;
    const isPaid = isPaidSince(act.viewer.personId, paidTeams, version.effectiveFrom);
    return mayApproveVersion(version, act.viewer, await loaders.load(administratorsEver, 'ever'), isPaid);
  }
}

async function canManage({ agreementId }: AgreementVersionEntity, { viewer }: Act, loaders: Loaders): Promise<boolean> {
  const subject = await loaders.load(agreementSubject, agreementId);
  return subject !== null && canManageAgreement(viewer, subject);
}
