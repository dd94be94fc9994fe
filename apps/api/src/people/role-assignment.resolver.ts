import { canManagePeople, mayDecide } from '@accord/domain';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act, PublicAct } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { toPayload } from '../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { CalendarDateScalar } from '../platform/graphql/scalars.js';
import { administratorsEver, administratorsNow } from './administrators.loader.js';
import { enterpriseToday } from './enterprise.loader.js';
import { personById } from './person.loader.js';
import { Person } from './person.type.js';
import type { RoleAssignmentEntity } from './role-assignment.entity.js';
import { scopeName } from './role-assignment.loader.js';
import {
  ApproveRolePayload,
  EndRolePayload,
  ProposeRoleInput,
  ProposeRolePayload,
  RefuseRolePayload,
  RoleAssignment,
} from './role-assignment.type.js';
import { RoleAssignments } from './role-assignments.js';
import { scopeIdOf } from './role-scope.js';

@Resolver(() => RoleAssignment)
export class RoleAssignmentResolver {
  constructor(private readonly roleAssignments: RoleAssignments) {}

  @Query(() => [RoleAssignment], { description: 'Role assignments that wait for a second person.' })
  proposedRoles(@CurrentAct() act: Act) {
    return this.roleAssignments.proposed(act);
  }

  @ResolveField(() => Person)
  person(@Parent() { personId }: RoleAssignmentEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, personId);
  }

  @ResolveField(() => Person, { nullable: true })
  proposedBy(@Parent() { proposedById }: RoleAssignmentEntity, @CurrentLoaders() loaders: Loaders) {
    return proposedById && loaders.load(personById, proposedById);
  }

  @ResolveField(() => Person, { nullable: true })
  decidedBy(@Parent() { decidedById }: RoleAssignmentEntity, @CurrentLoaders() loaders: Loaders) {
    return decidedById && loaders.load(personById, decidedById);
  }

  @ResolveField(() => ID, { nullable: true })
  scopeId(@Parent() assignment: RoleAssignmentEntity) {
    return scopeIdOf(assignment);
  }

  @ResolveField(() => String)
  async scopeName(@Parent() assignment: RoleAssignmentEntity, @CurrentLoaders() loaders: Loaders): Promise<string> {
    const { scopeKind } = assignment;
    if (scopeKind === 'organisation') return (await loaders.load(enterpriseToday, 'enterprise')).enterprise.name;
    return (await loaders.load(scopeName[scopeKind], scopeIdOf(assignment)!)) ?? '';
  }

  @ResolveField(() => CalendarDateScalar)
  from(@Parent() { fromDate }: RoleAssignmentEntity) {
    return fromDate;
  }

  @ResolveField(() => CalendarDateScalar, { nullable: true })
  to(@Parent() { toDate }: RoleAssignmentEntity) {
    return toDate;
  }

  @ResolveField(() => Boolean)
  async viewerCanApprove(
    @CurrentAct() { viewer }: PublicAct,
    @Parent() { state, personId, proposedById }: RoleAssignmentEntity,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<boolean> {
    if (state !== 'proposed' || !viewer || !canManagePeople(viewer)) return false;
    return mayDecide(viewer, {
      involved: [personId, proposedById],
      administratorsEver: await loaders.load(administratorsEver, 'ever'),
    });
  }

  @ResolveField(() => Boolean)
  async viewerCanEnd(
    @CurrentAct() { viewer }: PublicAct,
    @Parent() { id, role, state, endedAt }: RoleAssignmentEntity,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<boolean> {
    if (state !== 'approved' || endedAt || !viewer || !canManagePeople(viewer)) return false;
    if (role !== 'administrator') return true;
    const administrators = await loaders.load(administratorsNow, 'now');
    return administrators.some(({ assignmentId, to }) => assignmentId !== id && to === null);
  }

  @Mutation(() => ProposeRolePayload)
  proposeRole(@CurrentAct() act: Act, @Args('input') input: ProposeRoleInput) {
    return toPayload('roleAssignment', () => this.roleAssignments.propose(act, input));
  }

  @Mutation(() => ApproveRolePayload)
  approveRole(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('roleAssignment', () => this.roleAssignments.approve(act, id));
  }

  @Mutation(() => RefuseRolePayload, { description: 'Whoever proposed the role withdraws it with this.' })
  refuseRole(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('roleAssignment', () => this.roleAssignments.refuse(act, id, reason));
  }

  @Mutation(() => EndRolePayload)
  endRole(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('roleAssignment', () => this.roleAssignments.end(act, id, reason));
  }
}
