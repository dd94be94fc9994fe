import {
  assertCanChangeService,
  definitionIn,
  diffDefinitions,
  DomainError,
  OFFERS_NOTHING,
  type DefinitionChange,
  type ServiceDefinition,
  type ServiceFile,
  type ServiceWords,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { PlanEntity } from '../plans/plan.entity.js';
import { lockedService } from '../services/locked-service.js';
import { ServiceEntity } from '../services/service.entity.js';
import { Services } from '../services/services.js';
import { liveDefinition } from './live-definition.js';
import { assertNamedInApproval } from './named-in-approval.js';
import { assertNamedInEntitlement } from './named-in-entitlement.js';
import { assertNamedInFulfilment } from './named-in-fulfilment.js';
import { namedInPlans } from './named-in-plans.js';
import { assertNobodyElses } from './open-version.js';
import { servicesNamed, wordsOfService } from './service-words.js';
import type { ServiceVersionEntity } from './service-version.entity.js';
import { ServiceVersions } from './service-versions.js';

/** What a file would bring. */
export interface FilePreview {
  readonly service: string;
  /** Whether the service is not here yet. */
  readonly isNew: boolean;
  /** What publishing it would change. */
  readonly diff: DefinitionChange[];
  /** What it names and is not here, a sentence each; the first of each part. */
  readonly missing: string[];
}

interface Brought {
  readonly version: ServiceVersionEntity;
  readonly missing: string[];
}

/** Files of services, of this installation or another one, become drafts that a second person publishes. */
@Injectable()
export class ServiceImports {
  constructor(
    private readonly database: Database,
    private readonly services: Services,
    private readonly versions: ServiceVersions,
  ) {}

  /**
   * What `bring` would do, without doing it.
   *
   * @param beside Services that come along with this one, by their slugs: they are not missing.
   * @throws {DomainError} What is wrong with the file, or the viewer may not; `DRAFT_OF_ANOTHER`; `NOT_A_DRAFT`.
   */
  async preview(act: Act, file: ServiceFile, beside: ReadonlySet<string> = new Set()): Promise<FilePreview> {
    const manager = this.database.read;
    const service = await manager.findOneBy(ServiceEntity, { slug: file.service });
    const words = service && (await wordsOfService(manager, service.id));
    const now = service && ((await liveDefinition(manager, service.id)) ?? { ...words!, ...OFFERS_NOTHING });
    const { missing } = await this.database.rehearsal((tx) => this.bringIn(tx, act, file, beside));
    return {
      service: file.service,
      isNew: service === null,
      diff: diffDefinitions(now ?? { ...NO_WORDS, ...OFFERS_NOTHING }, definitionIn(file, file.service, words ?? {})),
      missing,
    };
  }

  /** A service that is not here is proposed first, as the file says. @throws {DomainError} As `preview`. */
  bring(act: Act, file: ServiceFile, beside: ReadonlySet<string> = new Set()): Promise<Brought> {
    return this.database.transaction((tx) => this.bringIn(tx, act, file, beside));
  }

  private async bringIn(tx: EntityManager, act: Act, file: ServiceFile, beside: ReadonlySet<string>): Promise<Brought> {
    const known = await tx.findOneBy(ServiceEntity, { slug: file.service });
    if (known) assertCanChangeService(act.viewer, known);
    const service = known ? await lockedService(tx, act.viewer, known.id) : await this.proposed(tx, act, file);
    if (known) {
      const words = await wordsOfService(tx, known.id);
      await assertNobodyElses(tx, act, known, definitionIn(file, file.service, words));
    }
    const version = await this.versions.importIn(tx, act, service, file);
    const missing = await missingOf(tx, act, known, file, without(version.definition, beside));
    return { version, missing };
  }

  private async proposed(tx: EntityManager, act: Act, file: ServiceFile): Promise<ServiceEntity> {
    const { name, outcome, description, synonyms } = definitionIn(file, file.service);
    if (!file.placement) {
      const sentence = `There is no service "${file.service}" here, and the file does not say its line of service.`;
      throw new DomainError('NO_PLACEMENT', sentence, ['yaml', 'placement']);
    }
    const { lineOfService, provider, unit } = file.placement;
    return this.services.proposeIn(tx, act, {
      slug: file.service,
      name,
      outcome,
      description,
      synonyms: [...synonyms],
      lineOfService,
      providerId: await idOf(tx, 'provider', provider),
      unitId: await idOf(tx, 'business_unit', unit),
    });
  }
}

const NO_WORDS: ServiceWords = {
  name: '',
  outcome: '',
  description: '',
  synonyms: [],
  supportingServices: [],
  relatedServices: [],
};

function without(definition: ServiceDefinition, beside: ReadonlySet<string>): ServiceDefinition {
  const others = (slugs: readonly string[]) => slugs.filter((slug) => !beside.has(slug));
  const { supportingServices, relatedServices } = definition;
  return { ...definition, supportingServices: others(supportingServices), relatedServices: others(relatedServices) };
}

async function idOf(tx: EntityManager, table: 'provider' | 'business_unit', slug: string | null) {
  const sql = `SELECT id FROM ${table} WHERE slug = $1 AND ended_at IS NULL`;
  const [row]: { id: string }[] = slug === null ? [] : await tx.query(sql, [slug]);
  return row?.id ?? null;
}

async function missingOf(
  manager: EntityManager,
  act: Act,
  service: ServiceEntity | null,
  { placement }: ServiceFile,
  definition: ServiceDefinition,
): Promise<string[]> {
  const plans = service ? await manager.findBy(PlanEntity, { serviceId: service.id }) : [];
  const path = ['yaml'];
  const checks = [
    ...definition.plans.map(
      (plan, i) => () => namedInPlans(manager, act, [plan], plans, [...path, 'plans', String(i)]),
    ),
    () => assertNamedInEntitlement(manager, definition.entitlement, path),
    () => assertNamedInApproval(manager, definition.approval, path),
    () => assertNamedInFulfilment(manager, definition.fulfilment, path),
    () => servicesNamed(manager, service?.id ?? null, { ...definition, relatedServices: [] }, act.viewer, path),
    () => servicesNamed(manager, service?.id ?? null, { ...definition, supportingServices: [] }, act.viewer, path),
  ];
  const missing: string[] = [];
  for (const check of checks) {
    try {
      await check();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      missing.push(error.message);
    }
  }
  if (service || !placement) return missing;
  const { provider, unit } = placement;
  if (provider !== null && !(await idOf(manager, 'provider', provider)))
    missing.push(`There is no provider "${provider}"; the service has none until somebody names one.`);
  if (unit !== null && !(await idOf(manager, 'business_unit', unit)))
    missing.push(`There is no unit "${unit}"; the service belongs to none until somebody names one.`);
  return missing;
}
