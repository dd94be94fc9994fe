import {
  addDays,
  assertCanManagePeople,
  assertDatesInOrder,
  assertPartCanEnd,
  assertSharesOpen,
  assertSlug,
  canChangeMembers,
  canSeePeople,
  daysOverlap,
  DomainError,
  nameOf,
  reasonOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { IsNull, type EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { refusing } from '../platform/database/refusing.js';
import { uuidv7 } from '../platform/uuid.js';
import { calculatedPeriods } from '../rewards/shares/calculated-periods.js';
import { payeesFrom, stakesFrom } from '../rewards/shares/payees.js';
import { dependentsOfTeam } from './dependents.js';
import { knownUnit } from './insert-person.js';
import { locked } from './locked.js';
import { PersonEntity } from './person.entity.js';
import { TeamMembershipEntity } from './team-membership.entity.js';
import { TeamEntity } from './team.entity.js';
import { todayOf } from './today.js';
import type { AddTeamInput, AddTeamMemberInput } from './team.type.js';

@Injectable()
export class Teams {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** By name. */
  async all(act: Act): Promise<TeamEntity[]> {
    if (!canSeePeople(act.viewer)) return [];
    return this.database.read
      .createQueryBuilder(TeamEntity, 'team')
      .orderBy('team.name COLLATE "und-x-icu"')
      .addOrderBy('team.id')
      .getMany();
  }

  add(act: Act, { name, slug, unitId }: AddTeamInput): Promise<TeamEntity> {
    assertCanManagePeople(act.viewer);
    assertSlug(slug);
    return this.database.transaction(async (tx) => {
      const team = tx.create(TeamEntity, {
        id: uuidv7(act.at),
        slug,
        name: nameOf(name),
        unitId: await knownUnit(tx, unitId ?? null),
        endedAt: null,
      });
      const taken = new DomainError('SLUG_TAKEN', 'Another team has, or had, this slug.', ['slug']);
      await refusing('team_slug_key', taken, () => tx.insert(TeamEntity, team));
      await this.audit.record(tx, act, 'team.added', { type: 'team', id: team.id }, null, team);
      return team;
    });
  }

  /** @throws {DomainError} When the person is in the team on one of these days already. */
  addMember(act: Act, { teamId, personId, from, to }: AddTeamMemberInput): Promise<TeamEntity> {
    assertCanManagePeople(act.viewer);
    const days = { from, to: to ?? null };
    assertDatesInOrder(days.from, days.to);
    return this.database.transaction(async (tx) => {
      const team = await locked(tx, TeamEntity, teamId, 'team', 'teamId');
      if (team.endedAt) throw new DomainError('ALREADY_ENDED', 'This team has ended.', ['teamId']);
      if (!(await tx.existsBy(PersonEntity, { id: personId, endedAt: IsNull() }))) {
        throw new DomainError('NOT_FOUND', 'There is no such person.', ['personId']);
      }
      const memberships = await tx.findBy(TeamMembershipEntity, { teamId, personId });
      if (memberships.some(({ fromDate, toDate }) => daysOverlap(days, { from: fromDate, to: toDate }))) {
        throw new DomainError('ALREADY_MEMBER', 'The person is in this team then already.', ['personId']);
      }
      const membership = tx.create(TeamMembershipEntity, {
        id: uuidv7(act.at),
        teamId,
        personId,
        fromDate: days.from,
        toDate: days.to,
      });
      await assertDaysOpen(tx, act, teamId, from, 'from');
      await tx.insert(TeamMembershipEntity, membership);
      await this.audit.record(tx, act, 'team.memberAdded', { type: 'team', id: teamId }, null, membership);
      return team;
    });
  }

  /** @throws {DomainError} When it has ended, or somebody or something still belongs to it. */
  end(act: Act, id: string, why: string): Promise<TeamEntity> {
    assertCanManagePeople(act.viewer);
    const reason = reasonOf(why);
    return this.database.transaction(async (tx) => {
      const team = await locked(tx, TeamEntity, id, 'team');
      assertPartCanEnd(team, await dependentsOfTeam(tx, id, act.at));
      const before = { ...team };
      team.endedAt = act.at;
      await tx.save(team);
      await this.audit.record(tx, { ...act, reason }, 'team.ended', { type: 'team', id }, before, team);
      return team;
    });
  }

  /** @param on The last day in the team. */
  endMembership(act: Act, id: string, on: string): Promise<TeamEntity> {
    assertCanManagePeople(act.viewer);
    return this.database.transaction(async (tx) => {
      const known = isUUID(id) ? await tx.findOneBy(TeamMembershipEntity, { id }) : null;
      if (!known) throw new DomainError('NOT_FOUND', 'There is no such membership.', ['id']);
      const team = await locked(tx, TeamEntity, known.teamId, 'team');
      const membership = await locked(tx, TeamMembershipEntity, id, 'membership');
      if (membership.toDate !== null && membership.toDate <= on) {
        throw new DomainError('ALREADY_ENDED', 'The membership ends no later than that already.', ['on']);
      }
      if (on < membership.fromDate) {
        throw new DomainError('DATES_REVERSED', 'The last day is before the first.', ['on']);
      }
      await assertDaysOpen(tx, act, team.id, addDays(on, 1), 'on');
      const before = { ...membership };
      membership.toDate = on;
      await tx.save(membership);
      await this.audit.record(tx, act, 'team.memberEnded', { type: 'team', id: team.id }, before, membership);
      return team;
    });
  }
}

/**
 * Days in a team decide what its members earn: those that are over stay as they were in what was calculated, as shares do,
 * and nobody whom the team pays in a quarter that changes, or in the one that runs, changes them.
 *
 * @throws {DomainError} `CALCULATED`; `SECOND_PERSON_NEEDED`
 */
async function assertDaysOpen(
  tx: EntityManager,
  act: Act,
  teamId: string,
  firstDay: string,
  field: string,
): Promise<void> {
  if (firstDay < (await todayOf(tx, act.at))) {
    const words = { what: 'memberships', others: 'administrator' };
    assertSharesOpen(act.viewer, firstDay, await calculatedPeriods(tx, teamId), field, words);
  }
  if (canChangeMembers(act.viewer, await payeesFrom(tx, teamId, await stakesFrom(tx, act, firstDay)))) return;
  const sentence = 'This team pays you: another administrator changes who is in it.';
  throw new DomainError('SECOND_PERSON_NEEDED', sentence, [field]);
}
