import { DomainError } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Uploads } from '../imports/uploads.js';
import { ExclusionEvidenceEntity } from './exclusion-evidence.entity.js';
import { assertOneEach, type ExclusionEvidenceInput } from './exclusion-evidence.input.js';
import type { ExclusionEntity } from './exclusion.entity.js';

/** What of the service may be named, by the column that names it. */
const OF_SERVICE = { ticketId: 'ticket', outageId: 'outage', maintenanceId: 'maintenance' } as const;

/** What shows why time does not count, kept with the exclusion. */
@Injectable()
export class EvidenceKept {
  constructor(private readonly uploads: Uploads) {}

  /** @throws {DomainError} When one is not of the service, a file is not the viewer's, or one names nothing or several things. */
  async add(
    tx: EntityManager,
    act: Act,
    { id: exclusionId }: ExclusionEntity,
    serviceId: string,
    evidence: readonly ExclusionEvidenceInput[],
  ): Promise<void> {
    assertOneEach(evidence);
    for (const [i, one] of evidence.entries()) {
      for (const [column, table] of Object.entries(OF_SERVICE)) {
        const named = one[column as keyof typeof OF_SERVICE];
        if (named) await assertOfService(tx, { table, id: named, serviceId }, ['evidence', String(i), column]);
      }
      if (one.uploadId) await this.uploads.keep(tx, act, one.uploadId);
      await tx.insert(ExclusionEvidenceEntity, { ...NOTHING, ...given(one), exclusionId, position: i + 1 });
    }
  }
}

const NOTHING = { ticketId: null, outageId: null, maintenanceId: null, uploadId: null, url: null, note: null };

const given = (one: ExclusionEvidenceInput) => Object.fromEntries(Object.entries(one).filter(([, value]) => value));

async function assertOfService(
  tx: EntityManager,
  { table, id, serviceId }: { table: string; id: string; serviceId: string },
  field: string[],
): Promise<void> {
  const [found] = await tx.query(`SELECT FROM ${table} WHERE id = $1 AND service_id = $2`, [id, serviceId]);
  if (!found) throw new DomainError('NOT_FOUND', `There is no such ${table} of this service.`, field);
}
