import { assertAllowed, assertAnnotation, DomainError, mayAnnotate } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { locked } from '../../people/locked.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import { lockCommitment, visibleCommitment } from '../exclusions/excludable.js';
import { AnnotationEntity } from './annotation.entity.js';
import type { AnnotateCommitmentInput } from './annotation.type.js';

/** What people write on the time of commitments. */
@Injectable()
export class Annotations {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws {DomainError} When the viewer may not, the time is reversed or is not measured, it says nothing, or too many stand. */
  write(act: Act, { commitmentId, from, to = null, words }: AnnotateCommitmentInput): Promise<AnnotationEntity> {
    return this.database.transaction(async (tx) => {
      const commitment = await visibleCommitment(tx, act, commitmentId);
      assertAllowed(mayAnnotate(act.viewer, commitment), 'annotate this commitment');
      await lockCommitment(tx, commitmentId);
      const standing = await tx.countBy(AnnotationEntity, { commitmentId, endedAt: IsNull() });
      assertAnnotation({ from, to, words }, { standing, since: await promisedSince(tx, commitmentId), at: act.at });
      const annotation = tx.create(AnnotationEntity, {
        id: uuidv7(act.at),
        commitmentId,
        fromAt: from,
        toAt: to,
        words: words.trim(),
        writtenById: act.viewer.personId,
        writtenAt: act.at,
        endedAt: null,
        endedById: null,
      });
      await tx.insert(AnnotationEntity, annotation);
      const subject = { type: 'annotation', id: annotation.id };
      await this.audit.record(tx, act, 'annotation.written', subject, null, annotation);
      return annotation;
    });
  }

  /** It stands no longer, and is kept. @throws {DomainError} When the viewer may not, or it was ended already. */
  end(act: Act, id: string): Promise<AnnotationEntity> {
    return this.database.transaction(async (tx) => {
      const annotation = await locked(tx, AnnotationEntity, id, 'annotation');
      const commitment = await visibleCommitment(tx, act, annotation.commitmentId, 'annotation');
      assertAllowed(mayAnnotate(act.viewer, commitment), 'end annotations of this commitment');
      if (annotation.endedAt) throw new DomainError('ENDED', 'This annotation was ended already.', ['id']);
      const before = { ...annotation };
      annotation.endedAt = act.at;
      annotation.endedById = act.viewer.personId;
      await tx.save(annotation);
      await this.audit.record(tx, act, 'annotation.ended', { type: 'annotation', id }, before, annotation);
      return annotation;
    });
  }
}

/** When its first promise began; null while there are drafts only. */
async function promisedSince(tx: EntityManager, commitmentId: string): Promise<Date | null> {
  const [{ since }]: [{ since: Date | null }] = await tx.query(
    `SELECT min(v.effective_from::timestamp AT TIME ZONE a.time_zone) AS since
     FROM commitment_terms t JOIN agreement_version v ON v.id = t.version_id AND v.state = 'inForce'
     JOIN agreement a ON a.id = v.agreement_id WHERE t.commitment_id = $1`,
    [commitmentId],
  );
  return since;
}
