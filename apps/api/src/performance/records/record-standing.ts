import {
  canManageAgreement,
  covers,
  dayIn,
  DomainError,
  type FigureSide,
  isMeasuredBy,
  type MeasuredBy,
  reachBehind,
  reachOf,
  speaksForProvider,
  type Viewer,
} from '@accord/domain';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { subjectsOf } from '../../agreements/agreement-subject.js';
import type { Act } from '../../platform/act/act.js';
import { Parameters } from '../../platform/database/parameters.js';
import { NEWEST, type NewestResult } from '../evaluation/newest-results.js';
import { type CommitmentPlace, COMMITMENTS, reached } from '../judged-commitments.js';

export interface RecordTermsRow {
  agreementId: string;
  agreementKind: string;
  measuredBy: MeasuredBy;
  objectionDays: number | null;
  timeZone: string;
}

/** On which sides of an agreement with a provider the viewer stands. */
export async function sidesOf(
  manager: EntityManager,
  viewer: Viewer,
  place: CommitmentPlace,
  { agreementId, agreementKind }: Pick<RecordTermsRow, 'agreementId' | 'agreementKind'>,
): Promise<FigureSide[]> {
  if (agreementKind === 'sla') return [];
  const isProvider = covers(reachOf(viewer, ['providerContact'], 'provider'), place.agreementProviderId);
  const [subject] = await subjectsOf(manager, [agreementId]);
  const isOurs = canManageAgreement(viewer, subject!) && !speaksForProvider(viewer);
  return [...(isOurs ? (['ours'] as const) : []), ...(isProvider ? (['provider'] as const) : [])];
}

/** Whether the viewer is measured by the result. */
export function isMeasured(
  viewer: Viewer,
  place: CommitmentPlace,
  { fromAt, toAt, timeZone }: Pick<NewestResult, 'fromAt' | 'toAt' | 'timeZone'>,
): boolean {
  const last = new Date(toAt.getTime() - 1);
  return isMeasuredBy(viewer, place, { from: dayIn(timeZone, fromAt), to: dayIn(timeZone, last) });
}

/** By the id of any revision. @throws {DomainError} When there is none, or none of which the viewer sees what stands behind it. */
export async function lockedResult(tx: EntityManager, act: Act, resultId: string): Promise<NewestResult> {
  const [known]: { commitmentId: string; period: string }[] = isUUID(resultId)
    ? await tx.query('SELECT commitment_id AS "commitmentId", period FROM period_result WHERE id = $1', [resultId])
    : [];
  if (!known || !(await isVisible(tx, act, known.commitmentId)))
    throw new DomainError('NOT_FOUND', 'There is no such result.', ['resultId']);
  return lockedNewest(tx, known.commitmentId, known.period);
}

/** The result that stands; the commitment is locked first, as judging does. */
export async function lockedNewest(tx: EntityManager, commitmentId: string, period: string): Promise<NewestResult> {
  await tx.query('SELECT FROM commitment WHERE id = $1 FOR NO KEY UPDATE', [commitmentId]);
  const [newest]: NewestResult[] = await tx.query(`${NEWEST} AND commitment_id = $1 AND period = $2`, [
    commitmentId,
    period,
  ]);
  return newest!;
}

/** Whether the viewer sees what stands behind figures of the commitment. */
export async function isVisible(tx: EntityManager, { viewer }: Act, commitmentId: string): Promise<boolean> {
  const parameters = new Parameters();
  const behind = reached(reachBehind(viewer), parameters);
  const sql = `SELECT c.id FROM ${COMMITMENTS} WHERE ${behind} AND c.id = ${parameters.add(commitmentId)}`;
  const found: unknown[] = await tx.query(sql, parameters.values);
  return found.length > 0;
}

/** Who measures for the record under the terms of a result. */
export async function recordTermsOf(tx: EntityManager, { termsId }: NewestResult): Promise<RecordTermsRow> {
  const [terms]: RecordTermsRow[] = await tx.query(
    `SELECT a.id AS "agreementId", a.kind AS "agreementKind", a.time_zone AS "timeZone",
        v.measured_by AS "measuredBy", v.objection_days AS "objectionDays"
       FROM commitment_terms t JOIN agreement_version v ON v.id = t.version_id JOIN agreement a ON a.id = v.agreement_id
      WHERE t.id = $1`,
    [termsId],
  );
  return terms!;
}
