import type { MeasuredBy, StatedIncident } from '@accord/domain';
import { In } from 'typeorm';
import { groupedBy, inOrderOf } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { ProviderFigureEntity } from './provider-figure.entity.js';

export const providerFigureById = defineLoader<string, ProviderFigureEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(ProviderFigureEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** Of a result's period, by the id of the result: what waits for an answer, and what was settled before. */
export const figuresOfResult = defineLoader<string, { open: string | null; settled: string | null }>(
  async (ids, { manager }) => {
    const rows: { resultId: string; id: string; isSettled: boolean }[] = await manager.query(
      `SELECT r.id AS "resultId", f.id, f.state IN ('agreed', 'silent') AS "isSettled"
         FROM period_result r JOIN provider_figure f ON f.commitment_id = r.commitment_id AND f.period = r.period
        WHERE r.id = ANY ($1::uuid[]) AND f.state <> 'superseded'`,
      [ids],
    );
    return groupedBy(ids, rows, ({ resultId }) => resultId).map((own) => ({
      open: own.find(({ isSettled }) => !isSettled)?.id ?? null,
      settled: own.find(({ isSettled }) => isSettled)?.id ?? null,
    }));
  },
);

/** By the id of a result: who measures for the record under its terms. */
export const recordTermsOfResult = defineLoader<
  string,
  { measuredBy: MeasuredBy; objectionDays: number | null; agreementId: string; agreementKind: string } | null
>(async (ids, { manager }) => {
  const rows: {
    id: string;
    measuredBy: MeasuredBy;
    objectionDays: number | null;
    agreementId: string;
    agreementKind: string;
  }[] = await manager.query(
    `SELECT r.id, v.measured_by AS "measuredBy", v.objection_days AS "objectionDays", a.id AS "agreementId", a.kind AS "agreementKind"
       FROM period_result r JOIN commitment_terms t ON t.id = r.terms_id JOIN agreement_version v ON v.id = t.version_id
         JOIN agreement a ON a.id = v.agreement_id WHERE r.id = ANY ($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows, ({ id }) => id);
});

interface IncidentRow {
  figureId: string;
  label: string;
  from: string;
  to: string;
  countedMs: string;
}

const toIncident = ({ label, from, to, countedMs }: IncidentRow): StatedIncident => ({
  label,
  from: Number(from),
  to: Number(to),
  countedMs: Number(countedMs),
});

const MS = (column: string) => `(extract(epoch FROM ${column}) * 1000)::bigint::text`;

export const incidentsOfFigure = defineLoader<string, StatedIncident[]>(async (ids, { manager }) => {
  const rows: IncidentRow[] = await manager.query(
    `SELECT figure_id AS "figureId", label, ${MS('from_at')} AS "from", ${MS('to_at')} AS "to", counted_ms::text AS "countedMs"
       FROM provider_incident WHERE figure_id = ANY ($1::uuid[]) ORDER BY from_at, position`,
    [ids],
  );
  return groupedBy(ids, rows, ({ figureId }) => figureId).map((own) => own.map(toIncident));
});

/** What we know went wrong in the period of a figure: of our result as it was settled, or as it stands. */
export const oursOfFigure = defineLoader<string, StatedIncident[]>(async (ids, { manager }) => {
  const rows: IncidentRow[] = await manager.query(
    `SELECT f.id AS "figureId", ${MS('e.from_at')} AS "from", ${MS('e.to_at')} AS "to",
        coalesce(e.counted_ms, 0)::text AS "countedMs", coalesce(o.cause, t.number, e.kind) AS label
       FROM provider_figure f
       JOIN period_result r ON r.id = coalesce(f.our_result_id, (
         SELECT n.id FROM period_result n WHERE n.commitment_id = f.commitment_id AND n.period = f.period
          ORDER BY n.revision DESC LIMIT 1))
       JOIN result_contribution e ON e.result_id = r.id AND e.bad AND e.to_at IS NOT NULL
       LEFT JOIN outage o ON e.kind = 'outage' AND o.id = e.evidence_id
       LEFT JOIN ticket t ON e.kind = 'ticket' AND t.id = e.evidence_id
      WHERE f.id = ANY ($1::uuid[]) ORDER BY e.from_at, e.position LIMIT 5000`,
    [ids],
  );
  return groupedBy(ids, rows, ({ figureId }) => figureId).map((own) => own.map(toIncident));
});

/** As it is shown, whatever became of the revision. */
export const figureOfRevision = defineLoader<string, string | null>(async (ids, { manager }) => {
  const rows: { id: string; figure: string | null }[] = await manager.query(
    'SELECT id, figure::text FROM period_result WHERE id = ANY ($1::uuid[])',
    [ids],
  );
  return inOrderOf(ids, rows, ({ id }) => id).map((row) => row?.figure ?? null);
});
