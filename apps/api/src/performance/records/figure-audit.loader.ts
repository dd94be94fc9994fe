import { In } from 'typeorm';
import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import type { NewestResult } from '../evaluation/newest-results.js';
import { FigureAuditEntity } from './figure-audit.entity.js';

export const figureAuditById = defineLoader<string, FigureAuditEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(FigureAuditEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** Of the period of a result, by its id, newest first. */
export const auditsOfResult = defineLoader<string, string[]>(async (ids, { manager }) => {
  const rows: { resultId: string; id: string }[] = await manager.query(
    `SELECT r.id AS "resultId", f.id FROM period_result r
       JOIN figure_audit f ON f.commitment_id = r.commitment_id AND f.period = r.period
      WHERE r.id = ANY ($1::uuid[]) ORDER BY f.proposed_at DESC, f.id DESC`,
    [ids],
  );
  return groupedBy(ids, rows, ({ resultId }) => resultId).map((own) => own.map(({ id }) => id));
});

/** By the id of a result: whether something of its period was settled, so that only both sides or an audit restate it. */
export const isSettledResult = defineLoader<string, boolean>(async (ids, { manager }) => {
  const rows: { id: string }[] = await manager.query(
    `SELECT r.id FROM period_result r WHERE r.id = ANY ($1::uuid[]) AND EXISTS (
       SELECT FROM provider_figure f WHERE f.commitment_id = r.commitment_id AND f.period = r.period
         AND f.state IN ('agreed', 'silent'))`,
    [ids],
  );
  const settled = new Set(rows.map(({ id }) => id));
  return ids.map((id) => settled.has(id));
});

/** By audit: the time that its figure is of. */
export const timeOfAudit = defineLoader<string, Pick<NewestResult, 'fromAt' | 'toAt' | 'timeZone'>>(
  async (ids, { manager }) => {
    const rows: (Pick<NewestResult, 'fromAt' | 'toAt' | 'timeZone'> & { id: string })[] = await manager.query(
      `SELECT f.id, r.from_at AS "fromAt", r.to_at AS "toAt", r.time_zone AS "timeZone" FROM figure_audit f
         JOIN period_result r ON r.commitment_id = f.commitment_id AND r.period = f.period AND r.state <> 'superseded'
        WHERE f.id = ANY ($1::uuid[])`,
      [ids],
    );
    return inOrderOf(ids, rows, ({ id }) => id).map((row) => row!);
  },
);
