import { assertCanStartEmpty, DomainError } from '@accord/domain';
import { Inject, Injectable } from '@nestjs/common';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { QueryFailedError, type EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { CONFIG } from '../platform/platform.module.js';
import { lockRoles } from './administrators.js';
import { assertDemo } from './demo-access.js';
import { EnterpriseEntity } from './enterprise.entity.js';
import { SetupCodes } from './setup-codes.js';
import { emptySchema } from './empty-schema.js';

const LOCK_NOT_AVAILABLE = '55P03';

/** From the demo organisation to one's own. */
@Injectable()
export class FreshStarts {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly setupCodes: SetupCodes,
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir'>,
  ) {}

  /**
   * Removes the demo organisation and everything that was done in it; no demo comes back.
   *
   * @returns The code with which the first administrator is created.
   * @throws {DomainError} When the organisation is real, still being filled, or somebody is at work in it.
   */
  async startEmpty(act: Act): Promise<string> {
    assertCanStartEmpty(act.viewer);
    const setupCode = await this.database.transaction((tx) => this.emptied(tx, act)).catch(explained);
    // What people uploaded was known to the database alone.
    await rm(join(this.config.dataDir, 'uploads'), { recursive: true, force: true });
    return setupCode;
  }

  private async emptied(tx: EntityManager, { at }: Act): Promise<string> {
    await lockRoles(tx);
    const { name, demoState } = await assertDemo(tx);
    if (demoState === 'filling') {
      throw new DomainError('DEMO_FILLING', 'The demo is still being made; try again when it is complete.');
    }
    await emptySchema(tx);
    await tx.update(EnterpriseEntity, { only: true }, { demoState: 'declined' });
    const nobody = { viewer: null, at, reason: `The demo organisation ${name} was removed.` };
    await this.audit.record(
      tx,
      nobody,
      'enterprise.startedEmpty',
      { type: 'enterprise', id: 'enterprise' },
      null,
      null,
    );
    return this.setupCodes.make(tx, at);
  }
}

/** Others at work are no fault. */
function explained(error: unknown): never {
  if (error instanceof QueryFailedError && error.driverError.code === LOCK_NOT_AVAILABLE) {
    throw new DomainError('BUSY', 'Somebody is at work in the demo organisation; try again in a moment.');
  }
  throw error;
}
