import type { Seat } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { ApprovalStageEntity } from './approval-stage.entity.js';
import { In } from 'typeorm';

/** A place in a stage with the decision that counts. */
export interface SeatRow extends Seat {
  stageId: string;
  decisionId: string | null;
  reason: string | null;
  at: Date | null;
  /** See `ApprovalSeatEntity`. */
  lostAt: Date | null;
}

export type StageRow = ApprovalStageEntity & { seats: SeatRow[] };

/** Seats whose people may decide, or have. */
export const heldSeats = ({ seats }: Pick<StageRow, 'seats'>): SeatRow[] =>
  seats.filter(({ lostAt }) => lostAt === null);

/** Of each seat the last decision counts, unless it was taken back. */
const SEATS = `
  SELECT s.stage_id AS "stageId", s.person_id AS "personId", s.delegate_id AS "delegateId", d.id AS "decisionId",
      d.verdict, d.by_id AS "byId", d.reason, d.at, s.lost_at AS "lostAt"
    FROM approval_seat s LEFT JOIN LATERAL (
      SELECT * FROM approval_decision d WHERE d.stage_id = s.stage_id AND d.person_id = s.person_id ORDER BY d.id DESC LIMIT 1
    ) d ON d.verdict <> 'undone'
   WHERE s.stage_id = ANY ($1::uuid[]) AND s.left_at IS NULL
   ORDER BY s.stage_id, s.person_id`;

/** The stages of orders, each order's from first to last. */
export async function stagesOf(manager: EntityManager, orderIds: readonly string[]): Promise<StageRow[]> {
  const stages = await manager.find(ApprovalStageEntity, {
    where: { orderId: In([...orderIds]) },
    order: { orderId: 'ASC', position: 'ASC' },
  });
  return withSeats(manager, stages);
}

export async function withSeats(manager: EntityManager, stages: readonly ApprovalStageEntity[]): Promise<StageRow[]> {
  if (stages.length === 0) return [];
  const seats: SeatRow[] = await manager.query(SEATS, [stages.map(({ id }) => id)]);
  return stages.map((stage) => ({ ...stage, seats: seats.filter(({ stageId }) => stageId === stage.id) }));
}
