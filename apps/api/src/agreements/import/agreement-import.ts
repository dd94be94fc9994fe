import { isDeepStrictEqual } from 'node:util';
import {
  assertCanImport,
  DomainError,
  type LocalDay,
  mayApproveVersion,
  type PublishedTerms,
  publishedTerms,
  suggestedLineOfService,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ServiceEntity } from '../../catalog/services/service.entity.js';
import { Services } from '../../catalog/services/services.js';
import { countAdministratorsEver, lockRoles } from '../../people/administrators.js';
import { EnterpriseEntity } from '../../people/enterprise.entity.js';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { ProviderEntity } from '../../providers/provider.entity.js';
import { Providers } from '../../providers/providers.js';
import { subjectsOf } from '../agreement-subject.js';
import { AgreementVersions, isPaidBy } from '../agreement-versions.js';
import { AgreementEntity } from '../agreement.entity.js';
import { Agreements } from '../agreements.js';
import { ALWAYS_OPEN, ServiceCalendarEntity } from '../calendars/service-calendar.entity.js';
import { CommitmentTermsEntity } from '../commitment-terms.entity.js';
import { CommitmentEntity } from '../commitment.entity.js';
import { DraftTerms } from '../draft-terms.js';
import { termsInput } from './terms-input.js';
import { type PublishedFile, readPublishedEntry } from './published-file.js';
import { assertServiceAtHand, knownServices } from './service-at-hand.js';

/** What became of an entry. */
export interface EntryOutcome {
  /** Its id, or its place in the file where it has none. */
  id: string;
  /** `stored` is new, `known` stood here with the same terms already, `refused` is not held. */
  outcome: 'stored' | 'known' | 'refused';
  /** Whether the promise counts; one that waits for a second person does not yet. null when refused or known. */
  state: 'inForce' | 'proposed' | null;
  /** Why it is not held. */
  reason: string | null;
  /** The part of the entry that is to blame. */
  column: string | null;
}

/**
 * Makes underpinning contracts out of published terms, through the same use cases as people.
 * Each entry is held whole or not at all; done again, an entry changes nothing.
 */
@Injectable()
export class AgreementImport {
  constructor(
    private readonly database: Database,
    private readonly providers: Providers,
    private readonly services: Services,
    private readonly agreements: Agreements,
    private readonly versions: AgreementVersions,
    private readonly draftTerms: DraftTerms,
  ) {}

  /** @throws {DomainError} When the viewer may not import agreements. */
  async run(act: Act, { effectiveFrom, entries }: PublishedFile): Promise<EntryOutcome[]> {
    const outcomes: EntryOutcome[] = [];
    for (const [index, entry] of entries.entries()) outcomes.push(await this.hold(act, entry, effectiveFrom, index));
    return outcomes;
  }

  /**
   * One entry.
   *
   * @param index Its place in the file, from 0.
   * @throws {DomainError} When the viewer may not import agreements.
   */
  async hold(act: Act, entry: unknown, effectiveFrom: LocalDay, index: number): Promise<EntryOutcome> {
    assertCanImport(act.viewer, { kind: 'agreements', serviceId: null });
    const id = idOf(entry, index);
    try {
      const terms = publishedTerms(readPublishedEntry(entry));
      const known = await this.database.read.findOneBy(AgreementEntity, { slug: terms.slug });
      if (known) {
        await assertSame(this.database.read, known, terms);
        return { id, outcome: 'known', state: null, reason: null, column: null };
      }
      return { id, outcome: 'stored', state: await this.store(act, terms, effectiveFrom), reason: null, column: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { id, outcome: 'refused', state: null, reason: error.message, column: error.field?.join('.') || null };
    }
  }

  private async store(act: Act, terms: PublishedTerms, effectiveFrom: LocalDay): Promise<'inForce' | 'proposed'> {
    // First of all: nothing is written for terms that come to nothing.
    assertServiceAtHand(act.viewer, terms, await knownServices(this.database.read, [terms.service.slug]));
    const provider = await this.providerOf(act, terms);
    const service = await this.serviceOf(act, terms, provider);
    return this.database.transaction(async (tx) => {
      const { currency } = await tx.findOneByOrFail(EnterpriseEntity, { only: true });
      const { agreement, version } = await this.agreements.draftIn(tx, act, {
        name: terms.name,
        slug: terms.slug,
        kind: 'uc',
        providerId: provider.id,
        timeZone: 'Etc/UTC',
        currency: terms.currency ?? currency,
        effectiveFrom,
      });
      const { capText, claimText, exclusionsText, exclusionCategories, sourceText, notesText } = terms;
      const texts = { capText, claimText, exclusionsText, sourceText, notesText };
      await this.versions.changeIn(tx, act, agreement, version, { ...texts, exclusionCategories });
      const calendar = await tx.findOneByOrFail(ServiceCalendarEntity, { slug: ALWAYS_OPEN });
      const [subject] = await subjectsOf(tx, [agreement.id]);
      await this.draftTerms.putIn(
        tx,
        act,
        { agreement, subject: subject!, version },
        termsInput(terms, service.id, calendar.id),
      );
      await this.versions.proposeIn(tx, act, agreement, version);
      return this.approveIfAlone(tx, act, agreement, version);
    });
  }

  /** Terms wait for a second person, unless there is nobody else to ask. */
  private async approveIfAlone(
    tx: EntityManager,
    act: Act,
    ...[agreement, version]: Drafted
  ): Promise<'inForce' | 'proposed'> {
    await lockRoles(tx);
    const administratorsEver = await countAdministratorsEver(tx, act.at);
    if (!mayApproveVersion(version, act.viewer, administratorsEver, await isPaidBy(tx, act, version)))
      return 'proposed';
    await this.versions.approveIn(tx, act, agreement, version, administratorsEver);
    return 'inForce';
  }

  private async providerOf(act: Act, { provider: { slug, name } }: PublishedTerms): Promise<ProviderEntity> {
    const known = await this.database.read.findOneBy(ProviderEntity, [{ slug }, { name, kind: 'external' }]);
    const description = 'Known by the service levels it publishes.';
    return known ?? this.providers.add(act, { name, slug, kind: 'external', description });
  }

  private async serviceOf(act: Act, terms: PublishedTerms, provider: ProviderEntity): Promise<ServiceEntity> {
    const { slug, name } = terms.service;
    const known = await this.database.read.findOneBy(ServiceEntity, { slug });
    if (known) return known;
    return this.services.propose(act, {
      name,
      slug,
      outcome: `Others can build on ${name} of ${provider.name}.`,
      description: terms.sourceText,
      synonyms: [],
      lineOfService: suggestedLineOfService(terms),
      providerId: provider.id,
    });
  }
}

type Drafted = [agreement: AgreementEntity, version: Awaited<ReturnType<Agreements['draftIn']>>['version']];

/** @throws {DomainError} When what is held differs from what the file says now. */
async function assertSame(
  manager: EntityManager,
  agreement: AgreementEntity,
  { commitment, promise }: PublishedTerms,
): Promise<void> {
  const held = await manager.findOneBy(CommitmentEntity, { agreementId: agreement.id, slug: commitment.slug });
  const terms = held && (await manager.findBy(CommitmentTermsEntity, { commitmentId: held.id }));
  const same = terms?.some((row) =>
    Object.entries(promise).every(([key, value]) => isDeepStrictEqual(row[key as keyof typeof promise], value)),
  );
  if (same) return;
  const sentence = `The agreement ${agreement.slug} stands here with other terms; draft a new version of it.`;
  throw new DomainError('DIFFERS', sentence, ['id']);
}

function idOf(entry: unknown, index: number): string {
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : null;
  return typeof id === 'string' ? id : `entry ${index + 1}`;
}
