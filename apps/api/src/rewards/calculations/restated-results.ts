import type { RestatedResult } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** Results that a calculation read and that were restated since, oldest first. */
export function restatedSince(tx: EntityManager, calculationId: string): Promise<RestatedResult[]> {
  return tx.query(
    `SELECT s.name || ': ' || c.name AS commitment, f.period, f.figure::text AS was, n.figure::text AS now, n.reason
     FROM reward_calculation_result u
     JOIN period_result f ON f.id = u.result_id AND f.state = 'superseded'
     JOIN period_result n ON n.commitment_id = f.commitment_id AND n.period = f.period AND n.state <> 'superseded'
     JOIN commitment c ON c.id = f.commitment_id JOIN service s ON s.id = c.service_id
     WHERE u.calculation_id = $1 ORDER BY f.from_at, s.name, c.name, f.id`,
    [calculationId],
  );
}
