import { canChangeBundle, diffDefinitions, isOpen, mayPublishVersion } from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { administratorsEver } from '../../people/administrators.loader.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { JsonScalar } from '../../platform/graphql/json.scalar.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { DefinitionChange } from '../versions/version.type.js';
import type { BundleVersionEntity } from './bundle-version.entity.js';
import { bundleById, bundleDefinition } from './bundle.loader.js';
import {
  Bundle,
  BundleVersion,
  ChangeBundleDraftPayload,
  DraftBundleInput,
  DraftBundlePayload,
  DraftBundleVersionPayload,
  EndBundlePayload,
  ProposeBundleVersionPayload,
  PublishBundleVersionPayload,
  WithdrawBundleVersionPayload,
} from './bundle.type.js';
import { Bundles } from './bundles.js';

@Resolver(() => BundleVersion)
export class BundleVersionResolver {
  constructor(private readonly bundles: Bundles) {}

  @Mutation(() => DraftBundlePayload, { description: 'A new bundle, whose first version is a draft.' })
  draftBundle(@CurrentAct() act: Act, @Args('input') input: DraftBundleInput) {
    return toPayload('version', () => this.bundles.draft(act, input));
  }

  @Mutation(() => DraftBundleVersionPayload, { description: 'A draft that starts as a copy of the live version.' })
  draftBundleVersion(@CurrentAct() act: Act, @Args('bundleId', { type: () => ID }) bundleId: string) {
    return toPayload('version', () => this.bundles.draftVersion(act, bundleId));
  }

  @Mutation(() => ChangeBundleDraftPayload, { description: 'The draft as a whole, as it is to be.' })
  changeBundleDraft(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('revision', { type: () => Int, description: 'The one that was edited; another one is refused as STALE.' })
    revision: number,
    @Args('definition', { type: () => JsonScalar }) definition: unknown,
  ) {
    return toPayload('version', () => this.bundles.change(act, id, revision, definition));
  }

  @Mutation(() => ProposeBundleVersionPayload, { description: 'Puts the draft before a second person.' })
  proposeBundleVersion(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('version', () => this.bundles.propose(act, id));
  }

  @Mutation(() => WithdrawBundleVersionPayload, { description: 'Takes a draft or a proposal back for good.' })
  withdrawBundleVersion(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('version', () => this.bundles.withdraw({ ...act, reason }, id));
  }

  @Mutation(() => PublishBundleVersionPayload, {
    description: 'Offers the bundle by it from now on; never by who wrote or proposed it.',
  })
  publishBundleVersion(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('version', () => this.bundles.publish(act, id));
  }

  @Mutation(() => EndBundlePayload, { description: 'Takes it out of the catalog; what was ordered by it goes on.' })
  endBundle(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('bundle', () => this.bundles.end({ ...act, reason }, id));
  }

  @ResolveField(() => Bundle)
  bundle(@Parent() { bundleId }: BundleVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(bundleById, bundleId);
  }

  @ResolveField(() => JsonScalar)
  definition(@Parent() { id }: BundleVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(bundleDefinition, id);
  }

  @ResolveField(() => [DefinitionChange])
  async diff(@Parent() { id, bundleId }: BundleVersionEntity, @CurrentLoaders() loaders: Loaders) {
    const { liveVersionId } = (await loaders.load(bundleById, bundleId))!;
    const live = liveVersionId ? await loaders.load(bundleDefinition, liveVersionId) : {};
    return diffDefinitions(live, await loaders.load(bundleDefinition, id));
  }

  @ResolveField(() => [Person], { description: 'Everybody who drafted or changed it.' })
  writtenBy(@Parent() { writtenByIds }: BundleVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return Promise.all(writtenByIds.map((id) => loaders.load(personById, id)));
  }

  @ResolveField(() => Person, { nullable: true })
  proposedBy(@Parent() { proposedById }: BundleVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return proposedById && loaders.load(personById, proposedById);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who published or withdrew it.' })
  decidedBy(@Parent() { decidedById }: BundleVersionEntity, @CurrentLoaders() loaders: Loaders) {
    return decidedById && loaders.load(personById, decidedById);
  }

  @ResolveField(() => Boolean)
  async viewerCanChange(
    @Parent() version: BundleVersionEntity,
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return version.state === 'draft' && (await changes(version, act, loaders));
  }

  @ResolveField(() => Boolean)
  async viewerCanWithdraw(
    @Parent() version: BundleVersionEntity,
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return isOpen(version.state) && (await changes(version, act, loaders));
  }

  @ResolveField(() => Boolean)
  async viewerCanPublish(
    @Parent() version: BundleVersionEntity,
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<boolean> {
    if (version.state !== 'proposed' || !(await changes(version, act, loaders))) return false;
    return mayPublishVersion(version, act.viewer, await loaders.load(administratorsEver, 'ever'));
  }
}

async function changes({ bundleId }: BundleVersionEntity, { viewer }: Act, loaders: Loaders): Promise<boolean> {
  const bundle = (await loaders.load(bundleById, bundleId))!;
  return bundle.endedAt === null && canChangeBundle(viewer, bundle);
}
