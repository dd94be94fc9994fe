import {
  assertMayRelieve,
  isMeasuredIn,
  type MeasuredService,
  type RecordedTime,
  relievedTime,
  uncountedTime,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { uuidv7 } from '../../platform/uuid.js';
import { OutageCorrectionEntity } from './outage-correction.entity.js';
import type { OutageEntity } from './outage.entity.js';

/**
 * Keeps what a correction takes away from downtime, with the reason, for the commitments that it betters.
 *
 * @throws {DomainError} When the corrector is measured by it, or a closed period counted the time.
 */
export async function relieve(
  tx: EntityManager,
  act: Act & { reason: string },
  service: MeasuredService,
  before: OutageEntity,
  after: OutageEntity,
): Promise<void> {
  const [was, is] = [timeOf(before), after.endedAt ? null : timeOf(after)];
  const relieved = relievedTime(was, is, act.at);
  assertMayRelieve({
    isMeasured: uncountedTime(was, is, wholeMinute(act.at)).some((time) => isMeasuredIn(act.viewer, service, time)),
    closedPeriod: await closedPeriod(tx, before.id, uncountedTime(was, is, act.at)),
  });
  if (relieved.length === 0) return;
  await tx.insert(
    OutageCorrectionEntity,
    relieved.map(({ from, to }) => ({
      id: uuidv7(act.at),
      outageId: before.id,
      serviceId: before.serviceId,
      fromAt: from,
      toAt: to,
      reason: act.reason,
      correctedById: act.viewer.personId,
      correctedAt: act.at,
    })),
  );
}

/** Who ends an outage now says so in whole minutes. */
const wholeMinute = (at: Date): Date => new Date(at.getTime() - (at.getTime() % 60_000));

const timeOf = ({ fromAt: from, toAt: to }: OutageEntity): RecordedTime => ({ from, to });

async function closedPeriod(
  tx: EntityManager,
  outageId: string,
  relieved: readonly { from: Date; to: Date }[],
): Promise<string | null> {
  const [closed]: { period: string }[] = await tx.query(
    `SELECT r.period FROM result_contribution n
     JOIN period_result r ON r.id = n.result_id AND r.state = 'frozen'
     JOIN unnest($2::timestamptz[], $3::timestamptz[]) AS k(since, until) ON r.from_at < k.until AND r.to_at > k.since
     WHERE n.kind = 'outage' AND n.evidence_id = $1 AND n.counted_ms > 0 ORDER BY r.from_at LIMIT 1`,
    [outageId, relieved.map(({ from }) => from), relieved.map(({ to }) => to)],
  );
  return closed?.period ?? null;
}
