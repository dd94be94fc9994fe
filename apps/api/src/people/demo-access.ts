import { DomainError } from '@accord/domain';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { EnterpriseEntity } from './enterprise.entity.js';
import { isLoopback } from './loopback.js';
import { PersonEntity } from './person.entity.js';

/**
 * Who can be tried out without a password: made-up people, and only by whoever sits at this machine.
 * A proxy can only take that away: whoever it brings may sit anywhere, whatever its headers say.
 */
@Injectable()
export class DemoAccess {
  private readonly isLocal: boolean;

  constructor(@Inject(CONFIG) { host, publicUrl, trustedProxies }: Config) {
    this.isLocal = isLoopback(host) && isLoopback(new URL(publicUrl).hostname) && trustedProxies === 0;
  }

  /** One person for each job, in the order in which they were made; nobody while the demo is still being filled. */
  async people(
    manager: EntityManager,
    { id, isForwarded = false }: { id?: string; isForwarded?: boolean } = {},
  ): Promise<PersonEntity[]> {
    if (!this.isLocal || isForwarded || !(await manager.existsBy(EnterpriseEntity, { demoState: 'filled' }))) return [];
    return manager.find(PersonEntity, {
      where: { ...(id && { id }), demoJob: Not(IsNull()), endedAt: IsNull() },
      order: { id: 'ASC' },
    });
  }
}

/** @throws {DomainError} Unless everything in here is made up. */
export async function assertDemo(tx: EntityManager): Promise<EnterpriseEntity> {
  const enterprise = await tx.findOneByOrFail(EnterpriseEntity, { only: true });
  if (enterprise.demo) return enterprise;
  throw new DomainError('NOT_A_DEMO', 'This organisation is real: nothing of it is removed.');
}
