import {
  canSeeServiceVersions,
  DomainError,
  parseServiceDefinition,
  toServiceYaml,
  type ServicePlacement,
} from '@accord/domain';
import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { ServiceEntity } from '../services/service.entity.js';
import { ServiceVersionEntity } from './service-version.entity.js';

/** A service version as a file. */
@Controller('export/services')
export class ServiceExportController {
  constructor(private readonly database: Database) {}

  /** The live version, or the one with the number. @throws {DomainError} `NOT_FOUND` */
  @Get(':slug.yaml')
  @Header('content-type', 'application/yaml; charset=utf-8')
  async file(
    @CurrentAct() { viewer }: Act,
    @Param('slug') slug: string,
    @Query('version') number: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { read } = this.database;
    const service = await read.findOneBy(ServiceEntity, { slug });
    if (!service || !canSeeServiceVersions(viewer, service))
      throw new DomainError('NOT_FOUND', 'There is no such service.', ['slug']);
    const isNumber = /^\d{1,9}$/.test(number ?? '');
    const which = isNumber ? { number: Number(number) } : ({ state: 'published' } as const);
    const isKnown = isNumber || number === undefined;
    const version = isKnown && (await read.findOneBy(ServiceVersionEntity, { serviceId: service.id, ...which }));
    if (!version) throw new DomainError('NOT_FOUND', `${service.name} has no such version.`, ['version']);
    response.attachment(`${slug}-${version.number}.yaml`);
    return toServiceYaml(slug, await placementOf(read, service), parseServiceDefinition(version.definition));
  }
}

async function placementOf(
  manager: EntityManager,
  { lineOfService, providerId, unitId }: ServiceEntity,
): Promise<ServicePlacement> {
  const [{ provider, unit }]: [{ provider: string | null; unit: string | null }] = await manager.query(
    `SELECT (SELECT slug FROM provider WHERE id = $1) AS provider, (SELECT slug FROM business_unit WHERE id = $2) AS unit`,
    [providerId, unitId],
  );
  return { lineOfService, provider, unit };
}
