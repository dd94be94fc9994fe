import { type AgreementKind, type AgreementSide, canManageAgreement, dayIn, sideOfAgreement } from '@accord/domain';
import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { businessUnitById } from '../people/business-unit.loader.js';
import { BusinessUnit } from '../people/business-unit.type.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { Database } from '../platform/database/database.js';
import { toPayload } from '../platform/errors/to-payload.js';
import { CurrentLoaders, type Loaders } from '../platform/graphql/loaders.js';
import { providerById } from '../providers/provider.loader.js';
import { Provider } from '../providers/provider.type.js';
import { AgreementKindEnum, AgreementSideEnum } from './agreement-enums.js';
import { agreementList } from './agreement-list.js';
import { DraftAgreementPayload } from './agreement-payloads.js';
import { versionsOfAgreement } from './agreement-version.loader.js';
import { AgreementVersion } from './agreement-version.type.js';
import { AgreementEntity } from './agreement.entity.js';
import { DraftAgreementInput } from './agreement.input.js';
import { agreementById, agreementSubject } from './agreement.loader.js';
import { Agreement, AgreementConnection } from './agreement.type.js';
import { Agreements } from './agreements.js';
import { commitmentsOfAgreement } from './commitment.loader.js';
import { Commitment } from './commitment.type.js';

@Resolver(() => Agreement)
export class AgreementResolver {
  constructor(
    private readonly useCases: Agreements,
    private readonly database: Database,
  ) {}

  @Query(() => AgreementConnection, { description: 'By name. `search` looks in names, slugs and names of providers.' })
  agreements(
    @CurrentAct() act: Act,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('kinds', { type: () => [AgreementKindEnum], nullable: true }) kinds: AgreementKind[] | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return agreementList(this.database.read, act, { search, kinds, first: first ?? 50, after });
  }

  @Query(() => Agreement, { nullable: true })
  async agreement(@CurrentLoaders() loaders: Loaders, @Args('slug') slug: string): Promise<AgreementEntity | null> {
    const found = await this.database.read.findOneBy(AgreementEntity, { slug });
    return found && loaders.load(agreementById, found.id);
  }

  @Mutation(() => DraftAgreementPayload)
  draftAgreement(@CurrentAct() act: Act, @Args('input') input: DraftAgreementInput) {
    return toPayload('agreement', () => this.useCases.draft(act, input));
  }

  @ResolveField(() => Provider, { nullable: true })
  provider(@Parent() { providerId }: AgreementEntity, @CurrentLoaders() loaders: Loaders) {
    return providerId && loaders.load(providerById, providerId);
  }

  @ResolveField(() => BusinessUnit, { nullable: true })
  customer(@Parent() { customerId }: AgreementEntity, @CurrentLoaders() loaders: Loaders) {
    return customerId && loaders.load(businessUnitById, customerId);
  }

  @ResolveField(() => [AgreementVersion])
  versions(@Parent() { id }: AgreementEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(versionsOfAgreement, id);
  }

  @ResolveField(() => AgreementVersion, { nullable: true })
  async current(
    @Parent() { id, timeZone }: AgreementEntity,
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const today = dayIn(timeZone, act.at);
    const versions = await loaders.load(versionsOfAgreement, id);
    return versions.find(
      ({ state, effectiveFrom, effectiveTo }) =>
        state === 'inForce' && effectiveFrom <= today && (effectiveTo === null || effectiveTo >= today),
    );
  }

  @ResolveField(() => [Commitment])
  commitments(@Parent() { id }: AgreementEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(commitmentsOfAgreement, id);
  }

  @ResolveField(() => Boolean, { description: 'To who is only paid by one of its commitments it is a name.' })
  async viewerCanSee(@Parent() { id }: AgreementEntity, @CurrentLoaders() loaders: Loaders) {
    return (await loaders.load(agreementById, id)) !== null;
  }

  @ResolveField(() => Boolean)
  async viewerCanChange(
    @Parent() { id }: AgreementEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const subject = await loaders.load(agreementSubject, id);
    return subject !== null && canManageAgreement(viewer, subject);
  }

  @ResolveField(() => AgreementSideEnum, { description: 'From which side the viewer reads what is owed under it.' })
  async viewerSide(
    @Parent() { id }: AgreementEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<AgreementSide> {
    const subject = await loaders.load(agreementSubject, id);
    return subject ? sideOfAgreement(viewer, subject) : 'ours';
  }
}
