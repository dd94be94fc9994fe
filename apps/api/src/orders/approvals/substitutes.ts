import {
  assertAbsence,
  assertAbsenceDays,
  assertCanDecideSubstitute,
  assertCanEndSubstitute,
  canConfirmSubstitutes,
  DomainError,
  isOutsider,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { locked } from '../../people/locked.js';
import { PersonEntity } from '../../people/person.entity.js';
import { todayOf } from '../../people/today.js';
import { viewerOfPerson } from '../../people/viewer-query.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { refusing } from '../../platform/database/refusing.js';
import { uuidv7 } from '../../platform/uuid.js';
import { ApprovalSubstituteEntity } from './approval-substitute.entity.js';
import { SubstituteNotices } from './substitute-notices.js';
import type { AddSubstituteInput } from './substitute.type.js';

/** Who decides on orders in somebody's place while they are away. */
@Injectable()
export class Substitutes {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly notices: SubstituteNotices,
  ) {}

  /** Those that concern the viewer or wait for their decision, now and to come. */
  async mine({ viewer, at }: Act): Promise<ApprovalSubstituteEntity[]> {
    const today = await todayOf(this.database.read, at);
    return this.database.read
      .createQueryBuilder(ApprovalSubstituteEntity, 'b')
      .where(
        `b.endedAt IS NULL AND b.toDate >= :today AND (b.state = 'approved' AND :me IN (b.personId, b.substituteId)
          OR b.state = 'proposed' AND (:confirms OR :me IN (b.personId, b.substituteId, b.byId)))`,
        { me: viewer.personId, today, confirms: canConfirmSubstitutes(viewer) },
      )
      .orderBy('b.fromDate')
      .addOrderBy('b.id')
      .getMany();
  }

  /**
   * Of who is away it holds at once; of somebody else for them it waits for a second person.
   *
   * @throws {DomainError} When it is not the viewer's to say, the dates are wrong, or somebody else stands in then.
   */
  add(act: Act, { personId, substituteId, from, to, reason }: AddSubstituteInput): Promise<ApprovalSubstituteEntity> {
    return this.database.transaction(async (tx) => {
      const absence = { personId: personId ?? act.viewer.personId, substituteId, from, to };
      assertAbsence(act.viewer, absence, await todayOf(tx, act.at));
      const absent = await colleague(tx, act, absence.personId, 'personId');
      await colleague(tx, act, substituteId, 'substituteId');
      const isOwn = absent.id === act.viewer.personId;
      const added = tx.create(ApprovalSubstituteEntity, {
        id: uuidv7(act.at),
        personId: absent.id,
        substituteId,
        fromDate: from,
        toDate: to,
        reason: reason?.trim() || null,
        state: isOwn ? 'approved' : 'proposed',
        byId: act.viewer.personId,
        at: act.at,
        decidedById: null,
        decidedAt: null,
        endedAt: null,
      });
      await refusing(ONE_AT_A_TIME, overlaps(absent), () => tx.insert(ApprovalSubstituteEntity, added));
      await this.audit.record(
        tx,
        act,
        isOwn ? 'substitute.added' : 'substitute.proposed',
        subjectOf(added),
        null,
        added,
      );
      if (isOwn) await this.notices.holds(tx, act, added);
      else await this.notices.proposed(tx, act, added);
      return added;
    });
  }

  /** The second person says whether it holds. @throws {DomainError} When it is not theirs to say, or it is too late. */
  decide(act: Act, id: string, approved: boolean): Promise<ApprovalSubstituteEntity> {
    return this.database.transaction(async (tx) => {
      const proposed = await locked(tx, ApprovalSubstituteEntity, id, 'substitute');
      assertCanDecideSubstitute(act.viewer, proposed);
      const absent = await colleague(tx, act, proposed.personId, 'id');
      if (approved) {
        await colleague(tx, act, proposed.substituteId, 'id');
        assertAbsenceDays({ from: proposed.fromDate, to: proposed.toDate }, await todayOf(tx, act.at));
      }
      const state = approved ? ('approved' as const) : ('refused' as const);
      const said = { state, decidedById: act.viewer.personId, decidedAt: act.at };
      await refusing(ONE_AT_A_TIME, overlaps(absent), () => tx.update(ApprovalSubstituteEntity, { id }, said));
      const decided = { ...proposed, ...said };
      await this.audit.record(tx, act, `substitute.${state}`, subjectOf(decided), { state: proposed.state }, said);
      await this.notices.decided(tx, act, decided);
      if (approved) await this.notices.holds(tx, act, decided);
      return decided;
    });
  }

  /** What was decided meanwhile stays decided. */
  end(act: Act, id: string): Promise<ApprovalSubstituteEntity> {
    return this.database.transaction(async (tx) => {
      const substitution = await locked(tx, ApprovalSubstituteEntity, id, 'substitute');
      assertCanEndSubstitute(act.viewer, substitution);
      const isProposed = substitution.state === 'proposed';
      const ended = { state: isProposed ? ('withdrawn' as const) : substitution.state, endedAt: act.at };
      await tx.update(ApprovalSubstituteEntity, { id }, ended);
      const before = { state: substitution.state, endedAt: null };
      const action = isProposed ? 'substitute.withdrawn' : 'substitute.ended';
      await this.audit.record(tx, act, action, subjectOf(substitution), before, ended);
      return { ...substitution, ...ended };
    });
  }
}

const ONE_AT_A_TIME = 'approval_substitute_one_at_a_time_excl';

const overlaps = ({ name }: PersonEntity) =>
  new DomainError('OVERLAPS', `Somebody stands in for ${name} on some of these days already.`, ['from']);

/** @throws {DomainError} `UNKNOWN_PERSON` */
async function colleague(tx: EntityManager, { at }: Act, id: string, field: string): Promise<PersonEntity> {
  const person = await tx.findOneBy(PersonEntity, { id, endedAt: IsNull() });
  const viewer = person && (await viewerOfPerson(tx, id, at));
  if (person && viewer && !isOutsider(viewer)) return person;
  throw new DomainError('UNKNOWN_PERSON', 'There is no such colleague, or they have left.', [field]);
}

const subjectOf = ({ id }: ApprovalSubstituteEntity) => ({ type: 'approvalSubstitute', id });
