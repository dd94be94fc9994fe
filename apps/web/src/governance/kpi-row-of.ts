import type { KpiScoreFragment, PackFragment } from '../generated/graphql';
import type { KPIRow } from './kpi-rows';

/** A KPI of the scorecard as it is now. */
export function scoredRow({ kpi, results, ...outcome }: KpiScoreFragment): KPIRow {
  const { commitment, ...rest } = kpi;
  const address = { service: commitment.service.slug, slug: commitment.slug };
  return {
    ...rest,
    ...outcome,
    promise: `${commitment.service.name}: ${commitment.name}`,
    results: results.map((result) => ({ ...result, commitment: address })),
  };
}

/** A KPI as a pack has frozen it. */
export function packedRow({ commitmentName, serviceName, results, ...kpi }: PackFragment['kpis'][number]): KPIRow {
  return {
    ...kpi,
    id: `${kpi.name}:${serviceName}:${commitmentName}`,
    promise: `${serviceName}: ${commitmentName}`,
    results: results.map(({ resultId, result, ...frozen }) => ({
      ...frozen,
      id: resultId,
      deemed: result?.deemed,
      replaced: result?.state === 'SUPERSEDED',
      commitment: result ? { service: result.commitment.service.slug, slug: result.commitment.slug } : undefined,
    })),
  };
}
