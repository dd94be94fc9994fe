import {
  assertAllowed,
  assertPromise,
  assertSlug,
  calendarDefinition,
  canManageAgreement,
  canSeeService,
  DomainError,
  type Viewer,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { ServiceEntity } from '../catalog/services/service.entity.js';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { refusing } from '../platform/database/refusing.js';
import { uuidv7 } from '../platform/uuid.js';
import { type AgreementToChange, versionToChange } from './agreement-subject.js';
import { putUnderpinnings } from './chain/underpinnings.js';
import { beginEdit } from './begin-edit.js';
import type { AgreementVersionEntity } from './agreement-version.entity.js';
import { ServiceCalendarVersionEntity } from './calendars/service-calendar-version.entity.js';
import { ServiceCalendarEntity } from './calendars/service-calendar.entity.js';
import { CommitmentTermsEntity } from './commitment-terms.entity.js';
import { CommitmentEntity } from './commitment.entity.js';
import { type CommitmentTermsInput, promiseOf } from './commitment.input.js';

/** What a draft promises. */
@Injectable()
export class DraftTerms {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /**
   * Adds a commitment to a draft, or replaces the terms of the one with this slug on the service.
   *
   * @throws {DomainError} When the version is no draft, the terms cannot be judged, or the slug is another agreement's.
   */
  put(act: Act, versionId: string, input: CommitmentTermsInput): Promise<AgreementVersionEntity> {
    return this.database.transaction(async (tx) => {
      const change = await versionToChange(tx, act, versionId);
      await this.putIn(tx, act, change, input);
      return change.version;
    });
  }

  /** As `put`, within a transaction that has locked the agreement. */
  async putIn(
    tx: EntityManager,
    act: Act,
    { agreement, subject, version }: AgreementToChange & { version: AgreementVersionEntity },
    input: CommitmentTermsInput,
  ): Promise<CommitmentTermsEntity> {
    beginEdit(version, act, input.revision);
    assertSlug(input.slug);
    const service = await promisableService(tx, act.viewer, input.serviceId);
    const widened = { ...subject, services: [...subject.services, service] };
    assertAllowed(canManageAgreement(act.viewer, widened), `promise anything on ${service.name}`);
    const promise = promiseOf(input);
    assertPromise(promise, await hoursOf(tx, input.calendarId), agreement.currency);

    const name = input.name.trim();
    const commitment = await this.commitmentOf(tx, act, agreement.id, { ...input, name });
    const before = await tx.findOneBy(CommitmentTermsEntity, { versionId: version.id, commitmentId: commitment.id });
    const terms = tx.create(CommitmentTermsEntity, {
      id: before?.id ?? uuidv7(act.at),
      agreementId: agreement.id,
      versionId: version.id,
      commitmentId: commitment.id,
      name,
      windowText: input.windowText?.trim() || null,
      calendarId: input.calendarId,
      ...promise,
    });
    await tx.save(terms);
    if (input.underpinnedBy) await putUnderpinnings(tx, act, terms, input.underpinnedBy);
    await tx.save(version);
    const subjectOfAudit = { type: 'agreement', id: agreement.id };
    await this.audit.record(tx, act, 'agreement.commitmentPut', subjectOfAudit, before, {
      ...terms,
      slug: commitment.slug,
      ...(input.underpinnedBy && { underpinnedBy: input.underpinnedBy }),
    });
    return terms;
  }

  /** @throws {DomainError} When the version is no draft, was changed meanwhile, or does not hold the commitment. */
  remove(act: Act, versionId: string, commitmentId: string, revision: number | null): Promise<AgreementVersionEntity> {
    return this.database.transaction(async (tx) => {
      const { agreement, version } = await versionToChange(tx, act, versionId);
      beginEdit(version, act, revision);
      const terms = isUUID(commitmentId)
        ? await tx.findOneBy(CommitmentTermsEntity, { versionId, commitmentId })
        : null;
      if (!terms) throw new DomainError('NOT_FOUND', 'This version does not hold the commitment.', ['commitmentId']);
      await tx.delete(CommitmentTermsEntity, { id: terms.id });
      await tx.save(version);
      // Promised by no version, it was never more than a thought in this draft.
      const promised = await tx.existsBy(CommitmentTermsEntity, { commitmentId });
      if (!promised) {
        const named = new DomainError('IN_USE', 'An exclusion names this commitment; withdraw it first.', [
          'commitmentId',
        ]);
        await refusing('exclusion_commitment_fkey', named, () => tx.delete(CommitmentEntity, { id: commitmentId }));
      }
      await this.audit.record(
        tx,
        act,
        'agreement.commitmentRemoved',
        { type: 'agreement', id: agreement.id },
        terms,
        null,
      );
      return version;
    });
  }

  private async commitmentOf(
    tx: EntityManager,
    act: Act,
    agreementId: string,
    { serviceId, slug, name }: { serviceId: string; slug: string; name: string },
  ): Promise<CommitmentEntity> {
    const known = await tx.findOneBy(CommitmentEntity, { serviceId, slug });
    if (known && known.agreementId !== agreementId) {
      throw new DomainError('SLUG_TAKEN', `Another agreement promises ${slug} on this service already.`, ['slug']);
    }
    if (known) return known;
    const commitment = tx.create(CommitmentEntity, { id: uuidv7(act.at), agreementId, serviceId, slug, name });
    await tx.insert(CommitmentEntity, commitment);
    return commitment;
  }
}

async function promisableService(tx: EntityManager, viewer: Viewer, id: string): Promise<ServiceEntity> {
  const service = await tx.findOneBy(ServiceEntity, { id });
  if (!service || !canSeeService(viewer, service))
    throw new DomainError('NOT_FOUND', 'There is no such service.', ['serviceId']);
  if (service.lifecycle !== 'retired') return service;
  throw new DomainError('SERVICE_RETIRED', `${service.name} has retired; nothing more is promised on it.`, [
    'serviceId',
  ]);
}

async function hoursOf(tx: EntityManager, calendarId: string) {
  const calendar = await tx.findOneBy(ServiceCalendarEntity, { id: calendarId });
  if (!calendar) throw new DomainError('NOT_FOUND', 'There is no such calendar.', ['calendarId']);
  const { hours } = await tx.findOneOrFail(ServiceCalendarVersionEntity, {
    where: { calendarId },
    order: { number: 'DESC' },
  });
  return calendarDefinition(calendar.timeZone, hours);
}
