import { assertCurrency, nameOf, timeZoneOf } from '@accord/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { CONFIG } from '../platform/platform.module.js';
import { EnterpriseEntity, type DemoState } from './enterprise.entity.js';
import { PersonEntity } from './person.entity.js';

/** How an enterprise is called, where its days begin, and what it counts in. */
export interface EnterpriseName {
  name: string;
  timeZone: string;
  currency: string;
}

@Injectable()
export class Enterprises {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'demo'>,
  ) {}

  current(manager: EntityManager = this.database.read): Promise<EnterpriseEntity> {
    return manager.findOneByOrFail(EnterpriseEntity, { only: true });
  }

  /** Whether the demo organisation is still to be made: wanted by the environment, and nobody declined it in here. */
  async wantsDemo(manager: EntityManager = this.database.read): Promise<boolean> {
    if (!this.config.demo) return false;
    const { demoState } = await this.current(manager);
    return isHalfMade(demoState) || (demoState === 'undecided' && !(await manager.existsBy(PersonEntity, {})));
  }

  /** Whether a fill that was stopped left something behind, and the environment wants no demo any more. */
  async hasUnwantedDemo(manager: EntityManager = this.database.read): Promise<boolean> {
    return !this.config.demo && isHalfMade((await this.current(manager)).demoState);
  }

  /** Whether nobody is in here yet, and no demo is coming. */
  async needsFirstAdministrator(manager: EntityManager = this.database.read): Promise<boolean> {
    const { demo } = await this.current(manager);
    return !demo && !(await this.wantsDemo(manager)) && !(await manager.existsBy(PersonEntity, {}));
  }

  /** @throws {DomainError} When the zone or the currency does not exist, or there is no name. */
  async setUp(tx: EntityManager, { name, timeZone, currency }: EnterpriseName): Promise<EnterpriseEntity> {
    const code = currency.trim().toUpperCase();
    assertCurrency(code, ['currency']);
    const enterprise = await this.current(tx);
    enterprise.name = nameOf(name, ['enterpriseName']);
    enterprise.timeZone = timeZoneOf(timeZone);
    enterprise.currency = code;
    if (!enterprise.demo) enterprise.demoState = 'declined';
    return tx.save(enterprise);
  }

  /** Marks everything in here as made up, from its first row on. Equal anchor and seed make an equal organisation. */
  async markDemo(tx: EntityManager, { anchor, seed }: { anchor: Date; seed: string }): Promise<void> {
    await tx.update(
      EnterpriseEntity,
      { only: true },
      { demo: true, demoState: 'filling', demoAnchor: anchor, demoSeed: seed },
    );
  }

  /** How the filling came out; while it is `filling` or `failed` it is made anew at the next start. */
  async markDemoState(demoState: Extract<DemoState, 'filling' | 'filled' | 'failed'>): Promise<void> {
    await this.database.read.update(EnterpriseEntity, { only: true }, { demoState });
  }
}

/** Nobody could sign in to it yet. */
function isHalfMade(demoState: DemoState): boolean {
  return demoState === 'filling' || demoState === 'failed';
}
