import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notices } from '../../people/notices/notices.js';
import type { Act } from '../../platform/act/act.js';
import { officeToday } from '../office-today.js';
import type { BundleVersionEntity } from './bundle-version.entity.js';
import type { BundleEntity } from './bundle.entity.js';

/** Who is told what of the versions of a bundle; its name stands where that of a service would. */
@Injectable()
export class BundleNotices {
  constructor(private readonly notices: Notices) {}

  /** Those who may publish it: its owner, and the BT office. */
  async proposed(
    tx: EntityManager,
    act: Act,
    bundle: BundleEntity,
    { definition }: BundleVersionEntity,
  ): Promise<void> {
    const to = [bundle.ownerId, ...(await officeToday(tx, act.at))];
    const facts = { service: definition.name, by: act.viewer.name };
    await this.notices.tell(tx, act, {
      kind: 'versionProposed',
      to,
      subject: { type: 'bundle', id: bundle.id },
      facts,
    });
  }

  /** Those who wrote it. */
  async decided(
    tx: EntityManager,
    act: Act,
    { id }: BundleEntity,
    { definition, proposedById, writtenByIds, state }: BundleVersionEntity,
  ): Promise<void> {
    if (!proposedById) return;
    const facts = { service: definition.name, state, by: act.viewer.name };
    const to = [proposedById, ...writtenByIds];
    await this.notices.tell(tx, act, { kind: 'versionDecided', to, subject: { type: 'bundle', id }, facts });
  }
}
