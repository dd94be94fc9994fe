import {
  assertAllowed,
  assertCurrency,
  assertMonthlyCharge,
  assertParties,
  assertSlug,
  canDraftAgreement,
  DomainError,
  timeZoneOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BusinessUnitEntity } from '../people/business-unit.entity.js';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { refusing } from '../platform/database/refusing.js';
import { uuidv7 } from '../platform/uuid.js';
import { ProviderEntity } from '../providers/provider.entity.js';
import { AgreementVersionEntity } from './agreement-version.entity.js';
import { AgreementEntity } from './agreement.entity.js';
import type { DraftAgreementInput } from './agreement.input.js';

/** Agreements as a whole: how they begin. */
@Injectable()
export class Agreements {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws {DomainError} When the slug is taken, or the parties do not fit the kind of agreement. */
  draft(act: Act, input: DraftAgreementInput): Promise<AgreementEntity> {
    return this.database.transaction(async (tx) => (await this.draftIn(tx, act, input)).agreement);
  }

  /** As `draft`, within a transaction that does more. */
  async draftIn(tx: EntityManager, act: Act, input: DraftAgreementInput) {
    const { slug, kind, currency, effectiveFrom, monthlyCharge = null } = input;
    const { providerId = null, customerId = null } = input;
    assertAllowed(canDraftAgreement(act.viewer, kind, providerId), 'draft this agreement');
    assertSlug(slug);
    assertCurrency(currency, ['currency']);
    assertMonthlyCharge(monthlyCharge);
    assertParties({ kind, provider: await providerOf(tx, providerId), customerId });
    await assertUnit(tx, customerId);
    const agreement = tx.create(AgreementEntity, {
      id: uuidv7(act.at),
      slug,
      name: input.name.trim(),
      kind,
      providerId,
      customerId,
      timeZone: timeZoneOf(input.timeZone),
      currency,
      createdById: act.viewer.personId,
      createdAt: act.at,
      endedOn: null,
      endReason: null,
    });
    const version = tx.create(AgreementVersionEntity, {
      id: uuidv7(act.at),
      agreementId: agreement.id,
      number: 1,
      state: 'draft',
      effectiveFrom,
      monthlyCharge,
      closingDays: null,
      revision: 1,
      writtenByIds: [act.viewer.personId],
      bootstrap: false,
    });
    const taken = new DomainError('SLUG_TAKEN', `There is an agreement ${slug} already.`, ['slug']);
    await refusing('agreement_slug_key', taken, () => tx.insert(AgreementEntity, agreement));
    await tx.insert(AgreementVersionEntity, version);
    await this.audit.record(tx, act, 'agreement.drafted', { type: 'agreement', id: agreement.id }, null, {
      ...agreement,
      version,
    });
    return { agreement, version };
  }
}

async function providerOf(tx: EntityManager, id: string | null): Promise<ProviderEntity | null> {
  const provider = id && (await tx.findOneBy(ProviderEntity, { id }));
  if (id && !provider) throw new DomainError('NOT_FOUND', 'There is no such provider.', ['providerId']);
  return provider || null;
}

async function assertUnit(tx: EntityManager, id: string | null): Promise<void> {
  if (id === null) return;
  const unit = await tx.findOne(BusinessUnitEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });
  if (!unit || unit.endedAt) throw new DomainError('NOT_FOUND', 'There is no such business unit.', ['customerId']);
}
