import {
  assertCanImport,
  dayIn,
  DomainError,
  nextPeriodStart,
  type OpenSloFile,
  openSloTerms,
  type OpenSloTerms,
  slugFrom,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { type EntityManager, In } from 'typeorm';
import { ServiceEntity } from '../../catalog/services/service.entity.js';
import { Services } from '../../catalog/services/services.js';
import { EnterpriseEntity } from '../../people/enterprise.entity.js';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { subjectsOf } from '../agreement-subject.js';
import { AgreementVersions } from '../agreement-versions.js';
import { AgreementEntity } from '../agreement.entity.js';
import { Agreements } from '../agreements.js';
import { ALWAYS_OPEN, ServiceCalendarEntity } from '../calendars/service-calendar.entity.js';
import { DraftTerms } from '../draft-terms.js';
import { indicatorInput } from '../import/terms-input.js';
import { assertOpenSloAtHand } from './openslo-at-hand.js';
import { OpenSloDocumentEntity } from './openslo-document.entity.js';

/** A file of OpenSLO becomes a draft of one SLA, which people look at and propose: through the same use cases as theirs. */
@Injectable()
export class OpenSloImport {
  constructor(
    private readonly database: Database,
    private readonly services: Services,
    private readonly agreements: Agreements,
    private readonly versions: AgreementVersions,
    private readonly draftTerms: DraftTerms,
  ) {}

  /**
   * Holds the file whole or not at all; done again, it changes nothing.
   *
   * @returns Whether it was stored now, or stood here before with just the same documents.
   * @throws {DomainError} When the viewer may not, an SLO of the file stands here with other content, or a rule of
   *   agreements says no.
   */
  async hold(act: Act, file: OpenSloFile, fileName: string): Promise<'stored' | 'known'> {
    assertCanImport(act.viewer, { kind: 'agreements', serviceId: null });
    const terms = openSloTerms(file);
    if (await this.isKnown(file)) return 'known';
    await assertOpenSloAtHand(this.database.read, act.viewer, terms);
    const serviceIds = await this.servicesOf(act, terms);
    await this.database.transaction((tx) => this.draft(tx, act, { file, terms, fileName, serviceIds }));
    return 'stored';
  }

  private async draft(tx: EntityManager, act: Act, { file, terms, fileName, serviceIds }: Holding): Promise<void> {
    const { currency, timeZone: home } = await tx.findOneByOrFail(EnterpriseEntity, { only: true });
    const base = fileName.replace(/(\.ya?ml)?(\.gz)?$/i, '');
    const timeZone = terms.timeZone ?? home;
    const commitments = terms.entries.flatMap((entry) => entry.commitments);
    const windows = commitments.map(({ promise }) => promise.windowKind);
    const { agreement, version } = await this.agreements.draftIn(tx, act, {
      name: `Objectives of ${terms.services.map(({ name }) => name).join(', ')}`.slice(0, 200),
      slug: slugFrom(base).slice(0, 80).replace(/-$/, '') || 'openslo',
      kind: 'sla',
      timeZone,
      currency,
      effectiveFrom: nextPeriodStart(windows, dayIn(timeZone, act.at)),
    });
    await tx.insert(
      OpenSloDocumentEntity,
      file.documents.map((document, i) => ({ agreementId: agreement.id, position: i + 1, ...document })),
    );
    await this.versions.changeIn(tx, act, agreement, version, {
      sourceText: `OpenSLO: ${fileName}`,
      notesText: notesOf(file, terms),
    });
    const calendar = await tx.findOneByOrFail(ServiceCalendarEntity, { slug: ALWAYS_OPEN });
    for (const { service, slug, name, promise, window } of commitments) {
      const [subject] = await subjectsOf(tx, [agreement.id]);
      const { indicator, windowKind, credit: _none, ...rest } = promise;
      await this.draftTerms.putIn(
        tx,
        act,
        { agreement, subject: subject!, version },
        {
          ...rest,
          serviceId: serviceIds.get(service)!,
          slug,
          name: name.slice(0, 200),
          indicator: indicatorInput(indicator),
          window: windowKind,
          windowText: window.windowText,
          calendarId: calendar.id,
        },
      );
    }
  }

  /** @throws {DomainError} `DIFFERS` when an SLO of the file stands here with other content. */
  private async isKnown({ documents }: OpenSloFile): Promise<boolean> {
    const names = documents.filter(({ kind }) => kind === 'SLO').map(({ name }) => name);
    if (names.length === 0) throw new DomainError('UNFIT_FILE', 'This OpenSLO file holds no SLO: it promises nothing.');
    const held = await this.database.read.findBy(OpenSloDocumentEntity, { kind: 'SLO', name: In(names) });
    if (held.length === 0) return false;
    const [{ agreementId }] = held as [OpenSloDocumentEntity];
    const there = await this.database.read.find(OpenSloDocumentEntity, {
      where: { agreementId },
      order: { position: 'ASC' },
    });
    const plain = (rows: readonly { document: unknown }[]): unknown =>
      JSON.parse(JSON.stringify(rows.map(({ document }) => document)));
    if (isDeepStrictEqual(plain(there), plain(documents))) return true;
    const { slug } = await this.database.read.findOneByOrFail(AgreementEntity, { id: agreementId });
    const sentence = `The SLO ${held[0]!.name} stands here in the agreement ${slug}, which came from another file; draft a new version of it.`;
    throw new DomainError('DIFFERS', sentence);
  }

  private async servicesOf(act: Act, { services }: OpenSloTerms): Promise<Map<string, string>> {
    const known = await this.knownServices(services);
    for (const { slug, name, description } of services.filter((service) => !known.has(service.slug))) {
      const proposed = await this.services.propose(act, {
        name,
        slug,
        outcome: description?.trim() || `${name} does what its objectives say.`,
        description: description ?? '',
        synonyms: [],
        lineOfService: 'softwareSupport',
      });
      known.set(slug, proposed.id);
    }
    return known;
  }

  private async knownServices(services: OpenSloTerms['services']): Promise<Map<string, string>> {
    const slugs = services.map(({ slug }) => slug);
    const found = await this.database.read.findBy(ServiceEntity, { slug: In(slugs) });
    return new Map(found.map(({ slug, id }) => [slug, id]));
  }
}

interface Holding {
  file: OpenSloFile;
  terms: OpenSloTerms;
  fileName: string;
  serviceIds: ReadonlyMap<string, string>;
}

/** What whoever approves has to know: where the figures are not judged as the file says. */
function notesOf({ documents }: OpenSloFile, { entries }: OpenSloTerms): string | null {
  const lines = entries.flatMap(({ differences }, i) =>
    differences.filter(({ isOtherwise }) => isOtherwise).map(({ reason }) => `${documents[i]!.name}: ${reason}`),
  );
  return [...new Set(lines)].join('\n').slice(0, 20_000) || null;
}
