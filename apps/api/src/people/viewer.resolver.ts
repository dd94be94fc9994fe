import {
  canImportSomething,
  canManagePeople,
  canManageServices,
  canMeasureSomething,
  canReadAudit,
  canSeeEvidence,
  holdsSomewhere,
  isOutsider,
  canManageAgreements,
  canManageCalendars,
  providersVisibleTo,
  type Viewer as DomainViewer,
} from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { enterpriseToday } from './enterprise.loader.js';
import { personById } from './person.loader.js';
import { Person } from './person.type.js';
import { rolesOfPerson } from './role-assignment.loader.js';
import { RoleAssignment } from './role-assignment.type.js';
import { defaultViewsOf } from './saved-views/default-view.loader.js';
import { DefaultView } from './saved-views/saved-view.type.js';
import { ownsServices } from './service-owner.loader.js';
import { Viewer } from './viewer.type.js';

/** What the client may offer; every operation is decided again by the policies these come from. */
@Resolver(() => Viewer)
export class ViewerResolver {
  @ResolveField(() => Person)
  person(@Parent() { personId }: DomainViewer, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, personId);
  }

  @ResolveField(() => [RoleAssignment], { description: 'Those in force today.' })
  async roles(@Parent() { personId }: DomainViewer, @CurrentLoaders() loaders: Loaders) {
    const { today } = await loaders.load(enterpriseToday, 'enterprise');
    const all = await loaders.load(rolesOfPerson, personId);
    return all.filter(
      ({ state, endedAt, fromDate, toDate }) =>
        state === 'approved' && !endedAt && fromDate <= today && (toDate === null || today <= toDate),
    );
  }

  @ResolveField(() => [DefaultView])
  defaultViews(@Parent() { personId }: DomainViewer, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(defaultViewsOf, personId);
  }

  @ResolveField(() => Boolean)
  viewerCanSeeCommitments(@Parent() viewer: DomainViewer): boolean {
    return this.viewerCanSeeProviders(viewer);
  }

  @ResolveField(() => Boolean)
  viewerCanSeeEvidence(@Parent() viewer: DomainViewer): boolean {
    return canSeeEvidence(viewer);
  }

  @ResolveField(() => Boolean)
  async viewerCanManageServices(@Parent() viewer: DomainViewer, @CurrentLoaders() loaders: Loaders): Promise<boolean> {
    return canManageServices(viewer, await loaders.load(ownsServices, viewer.personId));
  }

  @ResolveField(() => Boolean)
  viewerCanManageAgreements(@Parent() viewer: DomainViewer): boolean {
    return canManageAgreements(viewer);
  }

  @ResolveField(() => Boolean)
  viewerCanManageCalendars(@Parent() viewer: DomainViewer): boolean {
    return canManageCalendars(viewer);
  }

  @ResolveField(() => Boolean)
  viewerCanProposeExclusions(@Parent() viewer: DomainViewer): boolean {
    return holdsSomewhere(viewer, ['serviceManager', 'serviceOwner']);
  }

  @ResolveField(() => Boolean)
  viewerCanMeasure(@Parent() viewer: DomainViewer): boolean {
    return canMeasureSomething(viewer);
  }

  @ResolveField(() => Boolean)
  viewerCanImport(@Parent() viewer: DomainViewer): boolean {
    return canImportSomething(viewer);
  }

  @ResolveField(() => Boolean)
  viewerCanSeeProviders(@Parent() viewer: DomainViewer): boolean {
    return !isOutsider(viewer) || providersVisibleTo(viewer).length > 0;
  }

  @ResolveField(() => Boolean)
  viewerCanManageProviders(@Parent() viewer: DomainViewer): boolean {
    return holdsSomewhere(viewer, ['vendorManager', 'btOffice']);
  }

  @ResolveField(() => Boolean)
  viewerCanManagePeople(@Parent() viewer: DomainViewer): boolean {
    return canManagePeople(viewer);
  }

  @ResolveField(() => Boolean)
  viewerCanReadAudit(@Parent() viewer: DomainViewer): boolean {
    return canReadAudit(viewer);
  }

  @ResolveField(() => Boolean)
  async viewerCanStartEmpty(@Parent() viewer: DomainViewer, @CurrentLoaders() loaders: Loaders): Promise<boolean> {
    return canManagePeople(viewer) && (await loaders.load(enterpriseToday, 'enterprise')).enterprise.demo;
  }
}
