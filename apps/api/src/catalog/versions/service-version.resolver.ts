import {
  canChangeService,
  canSeeServiceVersions,
  diffDefinitions,
  isOpen,
  mayPublishVersion,
  readServiceFile,
} from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { administratorsEver } from '../../people/administrators.loader.js';
import { businessUnitById } from '../../people/business-unit.loader.js';
import { BusinessUnit } from '../../people/business-unit.type.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { JsonScalar } from '../../platform/graphql/json.scalar.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import type { ServiceEntity } from '../services/service.entity.js';
import { serviceById } from '../services/service.loader.js';
import { Service } from '../services/service.type.js';
import type { PlanPriceChangeRow } from './price-changes.js';
import { proposedServiceVersions } from './proposed-service-versions.js';
import {
  definitionOfVersion,
  definitionNow,
  priceChangesOfVersion,
  type ServiceVersionRow,
  versionsOfService,
} from './service-version.loader.js';
import {
  BringServicePayload,
  ChangeServiceDraftPayload,
  DraftServiceVersionPayload,
  ImportServiceDefinitionPayload,
  PlanPriceChange,
  ProposeServiceVersionPayload,
  PublishServiceVersionPayload,
  ServiceVersion,
  UnitPriceChange,
  WithdrawServiceVersionPayload,
} from './service-version.type.js';
import { DefinitionChange } from './version.type.js';
import { ServiceImports } from './service-imports.js';
import { ServiceVersions } from './service-versions.js';

@Resolver(() => ServiceVersion)
export class ServiceVersionResolver {
  constructor(
    private readonly versions: ServiceVersions,
    private readonly imports: ServiceImports,
    private readonly database: Database,
  ) {}

  @Query(() => [ServiceVersion], { description: 'Versions that wait for the viewer to publish them, oldest first.' })
  proposedServiceVersions(@CurrentAct() act: Act) {
    return proposedServiceVersions(this.database.read, act);
  }

  @Mutation(() => DraftServiceVersionPayload, {
    description: 'A draft that starts as a copy of the live version, or of the one named: so one goes back to it.',
  })
  draftServiceVersion(
    @CurrentAct() act: Act,
    @Args('serviceId', { type: () => ID }) serviceId: string,
    @Args('from', { type: () => ID, nullable: true }) from?: string,
  ) {
    return toPayload('version', () => this.versions.draft(act, serviceId, from));
  }

  @Mutation(() => ChangeServiceDraftPayload, { description: 'The draft as a whole, as it is to be.' })
  changeServiceDraft(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('revision', { type: () => Int, description: 'The one that was edited; another one is refused as STALE.' })
    revision: number,
    @Args('definition', { type: () => JsonScalar }) definition: unknown,
  ) {
    return toPayload('version', () => this.versions.change(act, id, revision, definition));
  }

  @Mutation(() => ImportServiceDefinitionPayload, {
    description: 'A YAML file, as exported, becomes the draft of the service, in place of what the draft said.',
  })
  importServiceDefinition(
    @CurrentAct() act: Act,
    @Args('serviceId', { type: () => ID }) serviceId: string,
    @Args('yaml') yaml: string,
    @Args('revision', { type: () => Int, nullable: true, description: "The draft's; omitted: not checked." })
    revision?: number,
  ) {
    return toPayload('version', () => this.versions.importFile(act, serviceId, readServiceFile(yaml), revision));
  }

  @Mutation(() => BringServicePayload, {
    description:
      'A YAML file of this installation or another one becomes the draft of its service, in place of what the draft said; a service that is not here is proposed first. Refused where somebody else has worked on the draft.',
  })
  bringService(@CurrentAct() act: Act, @Args('yaml') yaml: string) {
    return this.imports.bring(act, readServiceFile(yaml)).then((brought) => ({ ...brought, errors: [] }));
  }

  @Mutation(() => ProposeServiceVersionPayload, { description: 'Puts the draft before a second person.' })
  proposeServiceVersion(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('version', () => this.versions.propose(act, id));
  }

  @Mutation(() => WithdrawServiceVersionPayload, { description: 'Takes a draft or a proposal back for good.' })
  withdrawServiceVersion(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('version', () => this.versions.withdraw({ ...act, reason }, id));
  }

  @Mutation(() => PublishServiceVersionPayload, {
    description:
      "Offers the service by it from now on; never by who wrote or proposed it, nor by a provider's contact.",
  })
  publishServiceVersion(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('version', () => this.versions.publish(act, id));
  }

  @ResolveField(() => Service)
  service(@Parent() { serviceId }: ServiceVersionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, serviceId);
  }

  @ResolveField(() => JsonScalar)
  definition(@Parent() { id }: ServiceVersionRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(definitionOfVersion, id);
  }

  @ResolveField(() => [DefinitionChange])
  async diff(@Parent() { id, serviceId }: ServiceVersionRow, @CurrentLoaders() loaders: Loaders) {
    const live = await loaders.load(definitionNow, serviceId);
    return diffDefinitions(live, await loaders.load(definitionOfVersion, id));
  }

  @ResolveField(() => [PlanPriceChange])
  priceChanges(@Parent() { id, state }: ServiceVersionRow, @CurrentLoaders() loaders: Loaders) {
    return isOpen(state) ? loaders.load(priceChangesOfVersion, id).then((changes) => changes.map(withMoney)) : [];
  }

  @ResolveField(() => [Person], { description: 'Everybody who drafted or changed it.' })
  writtenBy(@Parent() { writtenByIds }: ServiceVersionRow, @CurrentLoaders() loaders: Loaders) {
    return Promise.all(writtenByIds.map((id) => loaders.load(personById, id)));
  }

  @ResolveField(() => Person, { nullable: true })
  proposedBy(@Parent() { proposedById }: ServiceVersionRow, @CurrentLoaders() loaders: Loaders) {
    return proposedById && loaders.load(personById, proposedById);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who published or withdrew it.' })
  decidedBy(@Parent() { decidedById }: ServiceVersionRow, @CurrentLoaders() loaders: Loaders) {
    return decidedById && loaders.load(personById, decidedById);
  }

  @ResolveField(() => Boolean)
  viewerCanChange(@Parent() version: ServiceVersionRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return version.state === 'draft' && changes(version, act, loaders);
  }

  @ResolveField(() => Boolean)
  viewerCanWithdraw(@Parent() version: ServiceVersionRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return isOpen(version.state) && changes(version, act, loaders);
  }

  @ResolveField(() => Boolean)
  async viewerCanPublish(
    @Parent() version: ServiceVersionRow,
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<boolean> {
    if (version.state !== 'proposed' || !(await changes(version, act, loaders))) return false;
    return mayPublishVersion(version, act.viewer, await loaders.load(administratorsEver, 'ever'));
  }
}

@Resolver(() => UnitPriceChange)
export class UnitPriceChangeResolver {
  @ResolveField(() => BusinessUnit)
  unit(@Parent() { unitId }: { unitId: string }, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(businessUnitById, unitId);
  }
}

@Resolver(() => Service)
export class VersionsOfServiceResolver {
  @ResolveField(() => [ServiceVersion], {
    description: 'Newest first; empty for who only orders the service.',
  })
  versions(@Parent() service: ServiceEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    return canSeeServiceVersions(viewer, service) ? loaders.load(versionsOfService, service.id) : [];
  }

  @ResolveField(() => ServiceVersion, {
    nullable: true,
    description: 'The published version; null for who only orders.',
  })
  liveVersion(@Parent() service: ServiceEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return newestOf(service, act, loaders, ({ state }) => state === 'published');
  }

  @ResolveField(() => ServiceVersion, {
    nullable: true,
    description: 'The version in the making, drafted or proposed; there is one at most.',
  })
  draft(@Parent() service: ServiceEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return newestOf(service, act, loaders, ({ state }) => isOpen(state));
  }
}

async function newestOf(
  service: ServiceEntity,
  { viewer }: Act,
  loaders: Loaders,
  fits: (version: ServiceVersionRow) => boolean,
): Promise<ServiceVersionRow | null> {
  if (!canSeeServiceVersions(viewer, service)) return null;
  return (await loaders.load(versionsOfService, service.id)).find(fits) ?? null;
}

async function changes({ serviceId }: ServiceVersionRow, { viewer }: Act, loaders: Loaders): Promise<boolean> {
  const service = await loaders.load(serviceById, serviceId);
  return service !== null && canChangeService(viewer, service);
}

/** As GraphQL answers it. */
function withMoney({ currency, total, units, ...change }: PlanPriceChangeRow) {
  const money = (amount: string) => ({ amount, currency });
  const inMoney = (impact: PlanPriceChangeRow['total']) => ({
    ...impact,
    monthlyBefore: money(impact.monthlyBefore),
    monthlyAfter: money(impact.monthlyAfter),
    monthlyDifference: money(impact.monthlyDifference),
  });
  return { ...change, ...inMoney(total), units: units.map(inMoney) };
}
