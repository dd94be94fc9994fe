import { canSeeArchetypes, reachOfResults, type Viewer } from '@accord/domain';
import type { ArchetypesOfDay } from '../../catalog/archetypes/archetypes-today.js';
import { archetypeColumn } from '../../catalog/services/service-rows.js';
import type { Parameters } from '../../platform/database/parameters.js';
import { COMMITMENTS, reached } from '../judged-commitments.js';
import type { CommitmentFilter } from './commitment-filter.input.js';

/** What a list of commitments asks for, and who asks. */
export interface CommitmentQuestion {
  viewer: Viewer;
  at: Date;
  filter: CommitmentFilter;
  /** Newest month shown, 2026-11; null = the newest that has results. */
  until: string | null;
  /** Months shown. */
  periods: number;
  /** Only where the archetype of services matters. */
  archetypes: ArchetypesOfDay | null;
}

export const FACETS = ['verdict', 'provider', 'service', 'agreementKind', 'indicatorKind', 'archetype'] as const;
export type FacetName = (typeof FACETS)[number];

/**
 * The month columns: `months` as ids, `ids` with the quarters that share time with them. A WITH query named `columns`.
 */
export function columnsQuery({ until, periods }: CommitmentQuestion, parameters: Parameters): string {
  const newest = `SELECT to_date(left(period, 4) || '-' || to_char(from_at AT TIME ZONE time_zone, 'MM'), 'YYYY-MM')
    FROM period_result WHERE state <> 'superseded' ORDER BY from_at DESC LIMIT 1`;
  const last = until
    ? `to_date(${parameters.add(until)}, 'YYYY-MM')`
    : `coalesce((${newest}), date_trunc('month', now())::date)`;
  return `columns AS MATERIALIZED (
    SELECT array_agg(to_char(m, 'YYYY-MM') ORDER BY m) AS months,
      array_agg(to_char(m, 'YYYY-MM')) || array_agg(DISTINCT to_char(m, 'YYYY-"Q"Q')) AS ids
    FROM (SELECT ${last} AS month) last,
      generate_series(last.month - (${parameters.add(periods)}::int - 1) * interval '1 month', last.month, interval '1 month') m
  )`;
}

/** A condition for every filter that restricts, by the facet that it belongs to; none where it does not. */
export function filtersOf(question: CommitmentQuestion, parameters: Parameters): Partial<Record<FacetName, string>> {
  const { verdicts, providerIds, serviceIds, agreementKinds, indicatorKinds, archetypes } = question.filter;
  const among = (name: FacetName, column: string, values: readonly string[] | null | undefined) =>
    values?.length ? { [name]: `${column} = ANY(${parameters.add(values)}::text[])` } : {};
  const amongIds = (name: FacetName, column: string, ids: readonly string[] | null | undefined) =>
    ids?.length ? { [name]: parameters.among(column, ids) } : {};
  return {
    ...among('verdict', 'newest.verdict', verdicts),
    ...amongIds('provider', PROVIDER, providerIds),
    ...amongIds('service', 'c.service_id', serviceIds),
    ...among('agreementKind', 'a.kind', agreementKinds),
    ...among('indicatorKind', INDICATOR_KIND, indicatorKinds),
    ...(archetypes?.length ? among('archetype', archetypeOf(question, parameters), archetypes) : {}),
  };
}

/** Who keeps the promise: the one bound by an OLA or UC, else the one that delivers the service. */
export const PROVIDER = 'coalesce(a.provider_id, s.provider_id)';

/** What the newest terms in force measure. */
export const INDICATOR_KIND = `(SELECT t.indicator ->> 'kind' FROM commitment_terms t
  JOIN agreement_version v ON v.id = t.version_id AND v.state = 'inForce'
  WHERE t.commitment_id = c.id ORDER BY v.effective_from DESC LIMIT 1)`;

/** Nothing for who may not know of archetypes: neither counted nor found by. */
export function archetypeOf({ viewer, archetypes }: CommitmentQuestion, parameters: Parameters): string {
  if (!canSeeArchetypes(viewer)) return 'NULL::text';
  return archetypeColumn({ viewer, filter: {}, archetypes: archetypes! }, parameters);
}

/**
 * Commitments in force, now or once, that the viewer sees and the search finds. Everything after FROM; conditions may
 * follow.
 *
 * @param newest Whether each comes with `newest`, its newest result of the columns; one that is filtered by always does.
 */
export function foundCommitments(
  { viewer, filter }: CommitmentQuestion,
  parameters: Parameters,
  newest: boolean,
): string {
  return `${COMMITMENTS}
    LEFT JOIN provider p ON p.id = ${PROVIDER}
    ${newest || filter.verdicts?.length ? NEWEST : ''}
    WHERE ${reached(reachOfResults(viewer), parameters)}
      AND EXISTS (SELECT FROM commitment_terms t JOIN agreement_version v ON v.id = t.version_id AND v.state = 'inForce'
        WHERE t.commitment_id = c.id)
      ${searched(filter, parameters)}`;
}

const NEWEST = `LEFT JOIN LATERAL (
      SELECT r.verdict, r.data_as_of, coalesce(r.budget_left_percent, CASE WHEN r.budget_left < 0 THEN -1e12 END) AS budget_left
      FROM period_result r
      WHERE r.commitment_id = c.id AND r.state <> 'superseded' AND r.period = ANY((SELECT ids FROM columns)::text[])
      ORDER BY r.from_at DESC LIMIT 1
    ) newest ON true`;

function searched({ search }: CommitmentFilter, parameters: Parameters): string {
  if (!search?.trim()) return '';
  const text = `lower(unaccent(concat_ws(' ', c.name, s.name, p.name, a.name)))`;
  const words = search.trim().split(/\s+/).slice(0, 8);
  return words.map((word) => ` AND position(lower(unaccent(${parameters.add(word)})) IN ${text}) > 0`).join('');
}
