import {
  addDays,
  assertCanChangeShares,
  assertDatesInOrder,
  assertOthersShare,
  assertSharesOpen,
  canSeePeople,
  dayBefore,
  daysOverlap,
  DomainError,
  Fraction,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { IsNull, type EntityManager } from 'typeorm';
import { locked } from '../../people/locked.js';
import { PersonEntity } from '../../people/person.entity.js';
import { TeamMembershipEntity } from '../../people/team-membership.entity.js';
import { TeamEntity } from '../../people/team.entity.js';
import { todayOf } from '../../people/today.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { refusing } from '../../platform/database/refusing.js';
import { uuidv7 } from '../../platform/uuid.js';
import { calculatedPeriods } from './calculated-periods.js';
import { keepShareEnd, toldOfShare } from './keep-share-end.js';
import { payeesFrom, stakesFrom } from './payees.js';
import { ShareEntity } from './share.entity.js';
import type { SetShareInput } from './share.type.js';

/** What weight members have in the rewards of their team. The audit tells who and when, not how much. */
@Injectable()
export class Shares {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /**
   * The person has the share from a day on, at the longest until they left; the former one ends the day before, and never
   * counts where it began on the same day. Periods that were calculated stay split by the shares of then, unless somebody else refused them.
   *
   * @throws {DomainError} When the viewer may not, the share would be their own, a period that it touches was calculated or
   *   refused by the viewer, the person is not in the team on the first day, or has a share on a day of it already.
   */
  set(act: Act, { teamId, personId, weight, from, to }: SetShareInput): Promise<ShareEntity> {
    return this.database.transaction(async (tx) => {
      const team = await this.changeable(tx, act, teamId, from, 'teamId');
      assertOthersShare(act.viewer, personId);
      assertSharesOpen(act.viewer, from, await calculatedPeriods(tx, team.id), 'from');
      const days = { from, to: to ?? null };
      assertDatesInOrder(days.from, days.to);
      if (Fraction.of(weight).compare(0) <= 0)
        throw new DomainError('WRONG_WEIGHT', 'A weight is above 0.', ['weight']);
      const left = await leftAfter(tx, personId, from);
      const memberships = await tx.findBy(TeamMembershipEntity, { teamId, personId });
      const firstDay = { from, to: from };
      if (!memberships.some(({ fromDate, toDate }) => daysOverlap(firstDay, { from: fromDate, to: toDate })))
        throw new DomainError('NO_MEMBER', `The person is not in ${team.name} on the first day.`, ['personId']);
      const former = await tx.findOneBy(ShareEntity, {
        teamId,
        personId,
        toDate: IsNull(),
        withdrawnAt: IsNull(),
      });
      const overlaps = new DomainError('OVERLAPS', 'The person has a share on some of these days already.', ['from']);
      if (former && former.fromDate > from) throw overlaps;
      if (former) await this.endedOn(tx, act, former, dayBefore(from));
      const share = tx.create(ShareEntity, {
        id: uuidv7(act.at),
        teamId,
        personId,
        weight,
        fromDate: from,
        toDate: left !== null && (days.to === null || days.to > left) ? left : days.to,
        withdrawnAt: null,
      });
      await refusing('reward_share_one_at_a_time_excl', overlaps, () => tx.insert(ShareEntity, share));
      await this.audit.record(tx, act, 'team.shareSet', { type: 'team', id: teamId }, null, toldOfShare(share));
      return share;
    });
  }

  /**
   * @param on The last day; the day before the first one when the share never counts.
   * @throws {DomainError} When the viewer may not, the share is their own, a period after the day was calculated or refused
   *   by the viewer, or the day is long before the first one.
   */
  end(act: Act, id: string, on: string): Promise<ShareEntity> {
    return this.database.transaction(async (tx) => {
      const known = isUUID(id) ? await tx.findOneBy(ShareEntity, { id, withdrawnAt: IsNull() }) : null;
      if (!known) throw new DomainError('NOT_FOUND', 'There is no such share.', ['id']);
      const team = await this.changeable(tx, act, known.teamId, addDays(on, 1));
      assertOthersShare(act.viewer, known.personId);
      const share = await locked(tx, ShareEntity, id, 'share');
      if (share.toDate !== null && share.toDate <= on)
        throw new DomainError('ALREADY_ENDED', `It ends on ${share.toDate} already.`, ['on']);
      assertSharesOpen(act.viewer, addDays(on, 1), await calculatedPeriods(tx, team.id), 'on');
      return this.endedOn(tx, act, share, on);
    });
  }

  /**
   * The team, locked, so that its shares change one after the other.
   *
   * @param firstDay Of what changes.
   */
  private async changeable(
    tx: EntityManager,
    act: Act,
    teamId: string,
    firstDay: string,
    field?: string,
  ): Promise<TeamEntity> {
    const known = isUUID(teamId) && canSeePeople(act.viewer);
    const team = known ? await locked(tx, TeamEntity, teamId, 'team', field) : null;
    if (!team) throw new DomainError('NOT_FOUND', 'There is no such team.', [field ?? 'id']);
    const payees = await payeesFrom(tx, team.id, await stakesFrom(tx, act, firstDay));
    assertCanChangeShares(act.viewer, team, payees);
    return team;
  }

  private endedOn(tx: EntityManager, act: Act, share: ShareEntity, toDate: string): Promise<ShareEntity> {
    if (toDate === dayBefore(share.fromDate)) return keepShareEnd(tx, this.audit, act, share, null);
    assertDatesInOrder(share.fromDate, toDate);
    return keepShareEnd(tx, this.audit, act, share, toDate);
  }
}

/**
 * @returns The day on which the person left; null while they are here.
 * @throws {DomainError} `LEFT` when the person is here no longer on the day.
 */
async function leftAfter(tx: EntityManager, personId: string, day: string): Promise<string | null> {
  const person = isUUID(personId) ? await tx.findOneBy(PersonEntity, { id: personId }) : null;
  if (!person?.endedAt) return null;
  const left = await todayOf(tx, person.endedAt);
  if (day < left) return left;
  throw new DomainError('LEFT', `${person.name} has left; nobody has a share from the day on which they left.`, [
    'personId',
  ]);
}
