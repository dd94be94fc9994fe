import { canChangeService, canSeeServiceVersions, type Viewer } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { In } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { ServiceEntity } from '../services/service.entity.js';
import { RetirementEntity } from './retirement.entity.js';

/** Reads retirements. */
@Injectable()
export class RetirementLists {
  constructor(private readonly database: Database) {}

  /** @returns null when there is none, or none that the viewer may see. */
  async one({ viewer }: Act, id: string): Promise<RetirementEntity | null> {
    const found = isUUID(id) ? await this.database.read.findOneBy(RetirementEntity, { id }) : null;
    const [seen] = await this.among(viewer, found ? [found] : [], canSeeServiceVersions);
    return seen ?? null;
  }

  /** Those that are proposed or decided of services that the viewer manages, the nearest end first. */
  async open({ viewer }: Act): Promise<RetirementEntity[]> {
    const where = { state: In(['proposed', 'decided']) };
    const open = await this.database.read.find(RetirementEntity, { where, order: { endsOn: 'ASC', id: 'ASC' } });
    return this.among(viewer, open, canChangeService);
  }

  private async among(
    viewer: Viewer,
    retirements: RetirementEntity[],
    mayOf: (viewer: Viewer, service: ServiceEntity) => boolean,
  ): Promise<RetirementEntity[]> {
    const ids = retirements.map(({ serviceId }) => serviceId);
    const services = ids.length > 0 ? await this.database.read.findBy(ServiceEntity, { id: In(ids) }) : [];
    const theirs = new Set(services.filter((service) => mayOf(viewer, service)).map(({ id }) => id));
    return retirements.filter(({ serviceId }) => theirs.has(serviceId));
  }
}
