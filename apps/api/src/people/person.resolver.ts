import { canChangeMembers, canManagePeople, canResetPassword, canSeePerson, canSeeRolesOf } from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act, PublicAct } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { toPayload } from '../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { payeesToday } from '../rewards/shares/payees.js';
import { businessUnitById } from './business-unit.loader.js';
import { BusinessUnit } from './business-unit.type.js';
import { enterpriseToday } from './enterprise.loader.js';
import { PasswordResets } from './password-resets.js';
import { People } from './people.js';
import { PersonLists } from './person-lists.js';
import type { PersonEntity } from './person.entity.js';
import {
  AddPersonInput,
  AddPersonPayload,
  ChangePersonInput,
  ChangePersonPayload,
  EndPersonPayload,
  Person,
  PersonConnection,
  ResetPasswordPayload,
} from './person.type.js';
import { rolesOfPerson } from './role-assignment.loader.js';
import { RoleAssignment } from './role-assignment.type.js';
import { saysOfPerson } from './says.loader.js';
import { teamsLeftByPerson } from './team.loader.js';

@Resolver(() => Person)
export class PersonResolver {
  constructor(
    private readonly people: People,
    private readonly passwordResets: PasswordResets,
    private readonly lists: PersonLists,
  ) {}

  @Query(() => PersonConnection, {
    name: 'people',
    description: 'By name. `search` is a part of a name or an e-mail address; `ended` lists those who have left too.',
  })
  page(
    @CurrentAct() act: Act,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('ended', { type: () => Boolean, nullable: true, defaultValue: false }) ended: boolean | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.lists.page(act, { search, ended: ended ?? false, first: first ?? 50, after });
  }

  @Query(() => Person, { nullable: true })
  person(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return this.lists.one(act, id);
  }

  @Query(() => [String], { description: 'Where people work, by name.' })
  locations(@CurrentAct() act: Act) {
    return this.lists.locations(act);
  }

  @ResolveField(() => String, { nullable: true })
  email(@CurrentAct() { viewer }: PublicAct, @Parent() { id, email }: PersonEntity) {
    return viewer && canSeePerson(viewer, id) ? email : null;
  }

  @ResolveField(() => BusinessUnit, { nullable: true })
  unit(
    @CurrentAct() { viewer }: PublicAct,
    @Parent() { id, unitId }: PersonEntity,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return unitId && viewer && canSeePerson(viewer, id) ? loaders.load(businessUnitById, unitId) : null;
  }

  @ResolveField(() => String, { nullable: true })
  location(@CurrentAct() { viewer }: PublicAct, @Parent() { id, location }: PersonEntity) {
    return viewer && canSeePerson(viewer, id) ? location : null;
  }

  @ResolveField(() => [RoleAssignment], {
    nullable: true,
    description: 'Roles of the person; null unless the viewer manages people, audits, or is the person.',
  })
  roles(@CurrentAct() { viewer }: PublicAct, @Parent() { id }: PersonEntity, @CurrentLoaders() loaders: Loaders) {
    return viewer && canSeeRolesOf(viewer, id) ? loaders.load(rolesOfPerson, id) : null;
  }

  @ResolveField(() => Boolean)
  viewerCanChange(@CurrentAct() { viewer }: PublicAct, @Parent() { endedAt }: PersonEntity): boolean {
    return viewer !== null && endedAt === null && canManagePeople(viewer);
  }

  @ResolveField(() => Boolean, { description: 'Nobody says that somebody has left with whom they share a reward.' })
  async viewerCanEnd(
    @CurrentAct() { viewer }: PublicAct,
    @Parent() { id, endedAt }: PersonEntity,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<boolean> {
    if (!viewer || endedAt !== null || !canManagePeople(viewer)) return false;
    const teams = await loaders.load(teamsLeftByPerson, id);
    const payees = await Promise.all(teams.map((teamId) => payeesToday(loaders, teamId)));
    return payees.every((ids) => canChangeMembers(viewer, ids));
  }

  @ResolveField(() => Boolean, {
    description:
      'That of who has a role, a share, a statement or the place of an approver is reset on the server only.',
  })
  async viewerCanResetPassword(
    @CurrentAct() { viewer }: PublicAct,
    @Parent() { id, endedAt }: PersonEntity,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<boolean> {
    if (!viewer || endedAt !== null || !canManagePeople(viewer)) return false;
    const { today } = await loaders.load(enterpriseToday, 'enterprise');
    return canResetPassword(viewer, await loaders.load(saysOfPerson, id), today);
  }

  @Mutation(() => AddPersonPayload)
  addPerson(@CurrentAct() act: Act, @Args('input') input: AddPersonInput) {
    return toPayload('person', () => this.people.add(act, input));
  }

  @Mutation(() => ChangePersonPayload)
  changePerson(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ChangePersonInput,
  ) {
    return toPayload('person', () => this.people.change(act, id, input));
  }

  @Mutation(() => ResetPasswordPayload, {
    description:
      'Signs the person out of every browser. That of who has, or in the last 90 days had, a role, a share, a statement or the place of an approver is reset on the server.',
  })
  resetPassword(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('password') password: string,
  ) {
    return toPayload('person', () => this.passwordResets.reset(act, id, password));
  }

  @Mutation(() => EndPersonPayload, {
    description: 'The person has left: signed out, without roles, out of every team.',
  })
  endPerson(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('person', () => this.people.end(act, id, reason));
  }
}
