import { DomainError } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { BundleEntity } from '../bundles/bundle.entity.js';
import { visibleBundles } from '../bundles/visible-bundles.js';
import { ServiceEntity } from '../services/service.entity.js';
import { visibleServices } from '../services/visible-services.js';
import { BundleFavouriteEntity } from './bundle-favourite.entity.js';
import { FavouriteEntity } from './favourite.entity.js';

/** Which services and bundles somebody marked for themselves. Nobody else's business: the audit does not keep it either. */
@Injectable()
export class Favourites {
  constructor(private readonly database: Database) {}

  /** Twice the same is once. @throws {DomainError} `NOT_FOUND` when the viewer sees no such service. */
  setService(act: Act, serviceId: string, isMarked: boolean): Promise<ServiceEntity> {
    return this.database.transaction(async (tx) => {
      await assertSeen(tx, 'service', serviceId, (parameters) => visibleServices(act.viewer, parameters));
      await mark(tx, act, FavouriteEntity, { serviceId }, isMarked);
      return tx.findOneByOrFail(ServiceEntity, { id: serviceId });
    });
  }

  /** Twice the same is once. @throws {DomainError} `NOT_FOUND` when the viewer sees no such bundle. */
  setBundle(act: Act, bundleId: string, isMarked: boolean): Promise<BundleEntity> {
    return this.database.transaction(async (tx) => {
      await assertSeen(tx, 'bundle', bundleId, (parameters) => visibleBundles(act.viewer, parameters));
      await mark(tx, act, BundleFavouriteEntity, { bundleId }, isMarked);
      return tx.findOneByOrFail(BundleEntity, { id: bundleId });
    });
  }
}

async function assertSeen(
  tx: EntityManager,
  noun: 'service' | 'bundle',
  id: string,
  visible: (parameters: Parameters) => string,
): Promise<void> {
  const parameters = new Parameters();
  const alias = noun[0];
  const seen: unknown[] = isUUID(id)
    ? await tx.query(
        `SELECT 1 FROM ${noun} ${alias} WHERE ${alias}.id = ${parameters.add(id)} AND ${visible(parameters)}`,
        parameters.values,
      )
    : [];
  if (seen.length === 0) throw new DomainError('NOT_FOUND', `There is no such ${noun}.`, [`${noun}Id`]);
}

async function mark(
  tx: EntityManager,
  { viewer: { personId }, at }: Act,
  marks: EntityTarget<ObjectLiteral>,
  what: object,
  isMarked: boolean,
): Promise<void> {
  const key = { personId, ...what };
  if (!isMarked) await tx.delete(marks, key);
  else
    await tx
      .createQueryBuilder()
      .insert()
      .into(marks)
      .values({ ...key, since: at })
      .orIgnore()
      .execute();
}
