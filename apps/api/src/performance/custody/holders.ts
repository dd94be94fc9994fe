import { assertAllowed, DomainError, mayNameHolders } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { locked } from '../../people/locked.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { readPage } from '../read-page.js';
import { HolderEntity } from './holder.entity.js';

export interface HoldersAsked {
  /** Only names of which nobody knows whom they mean. */
  unnamed: boolean;
  first: number;
  after: string | null;
}

/** Both null: nobody of ours. */
export interface HolderMeaning {
  teamId?: string | null;
  providerId?: string | null;
}

/** The names by which ticket sources call who has a ticket. */
@Injectable()
export class Holders {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** What came last first. @throws {DomainError} When the viewer may not say whom they mean. */
  page({ viewer }: Act, { unnamed, first, after }: HoldersAsked) {
    assertAllowed(mayNameHolders(viewer), 'see by which names sources call who has a ticket');
    const parameters = new Parameters();
    return readPage<HolderEntity>(this.database.read, parameters, {
      select: `SELECT h.id, h.source_id AS "sourceId", h.name, h.met_at AS "metAt", h.team_id AS "teamId", h.provider_id AS "providerId",
          h.named_by_id AS "namedById", h.named_at AS "namedAt"
        FROM holder h WHERE ${unnamed ? 'num_nonnulls(h.team_id, h.provider_id) = 0' : 'true'}`,
      sortedBy: { metAt: 'h.met_at', id: 'h.id' },
      first,
      after,
    });
  }

  /** Says whom a name means; figures stay, who is shown behind them changes. @throws {DomainError} */
  name(act: Act, id: string, { teamId = null, providerId = null }: HolderMeaning): Promise<HolderEntity> {
    return this.database.transaction(async (tx) => {
      assertAllowed(mayNameHolders(act.viewer), 'say whom a name of a ticket source means');
      if (teamId && providerId)
        throw new DomainError('TWO_HOLDERS', 'Name a team or a provider, not both.', ['teamId']);
      const holder = await locked(tx, HolderEntity, id, 'name');
      await assertExists(tx, 'team', teamId);
      await assertExists(tx, 'provider', providerId);
      const before = { ...holder };
      Object.assign(holder, { teamId, providerId, namedById: act.viewer.personId, namedAt: act.at });
      await tx.save(holder);
      await this.audit.record(tx, act, 'holder.named', { type: 'holder', id }, before, holder);
      return holder;
    });
  }
}

async function assertExists(tx: EntityManager, noun: 'team' | 'provider', id: string | null): Promise<void> {
  if (id === null) return;
  const found: unknown[] = await tx.query(`SELECT FROM ${noun} WHERE id = $1 AND ended_at IS NULL`, [id]);
  if (found.length === 0) throw new DomainError('NOT_FOUND', `There is no such ${noun}.`, [`${noun}Id`]);
}
