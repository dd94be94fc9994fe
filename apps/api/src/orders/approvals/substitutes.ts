import { assertAbsence, assertCanSubstitute, DomainError, isOutsider } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { locked } from '../../people/locked.js';
import { Notices } from '../../people/notices/notices.js';
import { PersonEntity } from '../../people/person.entity.js';
import { todayOf } from '../../people/today.js';
import { viewerOfPerson } from '../../people/viewer-query.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { refusing } from '../../platform/database/refusing.js';
import { uuidv7 } from '../../platform/uuid.js';
import { ApprovalSubstituteEntity } from './approval-substitute.entity.js';
import type { AddSubstituteInput } from './substitute.type.js';

/** Who decides on orders in somebody's place while they are away. */
@Injectable()
export class Substitutes {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly notices: Notices,
  ) {}

  /** Those that concern the viewer, now and to come. */
  async mine({ viewer, at }: Act): Promise<ApprovalSubstituteEntity[]> {
    const today = await todayOf(this.database.read, at);
    return this.database.read
      .createQueryBuilder(ApprovalSubstituteEntity, 'b')
      .where('(b.personId = :me OR b.substituteId = :me) AND b.endedAt IS NULL AND b.toDate >= :today', {
        me: viewer.personId,
        today,
      })
      .orderBy('b.fromDate')
      .addOrderBy('b.id')
      .getMany();
  }

  /** @throws {DomainError} When it is not the viewer's to say, the dates are wrong, or somebody else stands in then. */
  add(act: Act, { personId, substituteId, from, to, reason }: AddSubstituteInput): Promise<ApprovalSubstituteEntity> {
    return this.database.transaction(async (tx) => {
      const absence = { personId: personId ?? act.viewer.personId, substituteId, from, to };
      assertAbsence(act.viewer, absence, await todayOf(tx, act.at));
      const [absent, substitute] = [
        await colleague(absence.personId, 'personId'),
        await colleague(substituteId, 'substituteId'),
      ];
      const added = tx.create(ApprovalSubstituteEntity, {
        id: uuidv7(act.at),
        personId: absent.id,
        substituteId,
        fromDate: from,
        toDate: to,
        reason: reason?.trim() || null,
        byId: act.viewer.personId,
        at: act.at,
        endedAt: null,
      });
      const overlaps = new DomainError(
        'OVERLAPS',
        `Somebody stands in for ${absent.name} on some of these days already.`,
        ['from'],
      );
      const insert = () => tx.insert(ApprovalSubstituteEntity, added);
      await refusing('approval_substitute_one_at_a_time_excl', overlaps, insert);
      await this.audit.record(tx, act, 'substitute.added', subjectOf(added), null, added);
      await this.notices.tell(tx, act, {
        kind: 'substitution',
        to: [substituteId, absent.id],
        subject: subjectOf(added),
        facts: { person: absent.name, substitute: substitute.name, from, to },
      });
      return added;

      async function colleague(id: string, field: string): Promise<PersonEntity> {
        const person = await tx.findOneBy(PersonEntity, { id, endedAt: IsNull() });
        const viewer = person && (await viewerOfPerson(tx, id, act.at));
        if (person && viewer && !isOutsider(viewer)) return person;
        throw new DomainError('UNKNOWN_PERSON', 'There is no such colleague, or they have left.', [field]);
      }
    });
  }

  /** What was decided meanwhile stays decided. */
  end(act: Act, id: string): Promise<ApprovalSubstituteEntity> {
    return this.database.transaction(async (tx) => {
      const substitution = await locked(tx, ApprovalSubstituteEntity, id, 'substitute');
      assertCanSubstitute(act.viewer, substitution.personId);
      if (substitution.endedAt) throw new DomainError('ALREADY_ENDED', 'This has ended already.');
      await tx.update(ApprovalSubstituteEntity, { id }, { endedAt: act.at });
      await this.audit.record(
        tx,
        act,
        'substitute.ended',
        subjectOf(substitution),
        { endedAt: null },
        { endedAt: act.at },
      );
      return { ...substitution, endedAt: act.at };
    });
  }
}

const subjectOf = ({ id }: ApprovalSubstituteEntity) => ({ type: 'approvalSubstitute', id });
