import { DomainError } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';

const SLA = `
  SELECT kind, coalesce(ended_on < ($2::timestamptz AT TIME ZONE time_zone)::date, false) AS ended
    FROM agreement WHERE id = $1`;

/** @throws {DomainError} `UNKNOWN_AGREEMENT` or `NOT_AN_SLA`: customers are promised SLAs, whatever stands behind them. */
export async function assertSla(tx: EntityManager, act: Act, agreementId: string): Promise<void> {
  const [agreement]: { kind: string; ended: boolean }[] = await tx.query(SLA, [agreementId, act.at]);
  if (!agreement || agreement.ended) {
    throw new DomainError('UNKNOWN_AGREEMENT', 'There is no such agreement, or it has ended.', ['agreementId']);
  }
  if (agreement.kind === 'sla') return;
  throw new DomainError('NOT_AN_SLA', 'A plan comes with an SLA; this agreement is with a provider.', ['agreementId']);
}
