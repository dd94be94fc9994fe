import { DomainError } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { ServiceEntity } from '../services/service.entity.js';
import { visibleServices } from '../services/visible-services.js';
import { FavouriteEntity } from './favourite.entity.js';

/** Which services somebody marked for themselves. Nobody else's business: the audit does not keep it either. */
@Injectable()
export class Favourites {
  constructor(private readonly database: Database) {}

  /** Twice the same is once. @throws {DomainError} `NOT_FOUND` when the viewer sees no such service. */
  set({ viewer, at }: Act, serviceId: string, isFavourite: boolean): Promise<ServiceEntity> {
    return this.database.transaction(async (tx) => {
      const parameters = new Parameters();
      const seen: unknown[] = isUUID(serviceId)
        ? await tx.query(
            `SELECT 1 FROM service s WHERE s.id = ${parameters.add(serviceId)} AND ${visibleServices(viewer, parameters)}`,
            parameters.values,
          )
        : [];
      if (seen.length === 0) throw new DomainError('NOT_FOUND', 'There is no such service.', ['serviceId']);
      const key = { personId: viewer.personId, serviceId };
      if (isFavourite)
        await tx
          .createQueryBuilder()
          .insert()
          .into(FavouriteEntity)
          .values({ ...key, since: at })
          .orIgnore()
          .execute();
      else await tx.delete(FavouriteEntity, key);
      return tx.findOneByOrFail(ServiceEntity, { id: serviceId });
    });
  }
}
