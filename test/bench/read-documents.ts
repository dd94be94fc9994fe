/** The screens that are read most, as the client asks for them. */
export const COMMITMENTS_PAGE = `{
  commitments(first: 50, periods: 12) {
    edges { node {
      id slug name viewerCanClose
      service { slug name owner { name } provider { name } }
      agreement { kind timeZone provider { name } }
      terms { target comparator }
      results { period state verdict figure target margin hasLateData viewerCanClose budget { unit left leftPercent } }
    } }
    pageInfo { hasNextPage endCursor }
    totalCount periods dataAsOf
  }
}`;

/** A month of a commitment, with how it came about and what it rests on. */
export const COMMITMENT_PAGE = `query ($service: String!, $period: String!) {
  commitment(service: $service, slug: "requests") {
    id slug name service { slug name provider { slug name } } agreement { slug name kind timeZone }
    terms { target comparator window missingData indicator { __typename ... on GoodOfTotalIndicator { series } } }
    results { period state verdict figure target hasLateData budget { unit left leftPercent } }
    result(period: $period) {
      id period from to state verdict figure numerator denominator target margin coverage dataAsOf evaluatedAt hasLateData
      budget { unit total used left leftPercent } burndown { at leftPercent } days { date downMs openMs hasData }
      explanation { rule inputs { name value unit } result { name value unit } evidence { kind id label } }
      contributions(first: 20) {
        edges { node { id from to verdict notCounted good total evidence { kind id label } } } totalCount
      }
    }
  }
}`;

export const SERVICE_PAGE = `query ($slug: String!) {
  service(slug: $slug) {
    id slug name outcome description lineOfService lifecycle
    owner { name } provider { slug name }
    plans { slug name currency prices { kind label amount per } }
    commitments {
      slug name
      terms { target comparator }
      results { period verdict figure target margin state hasLateData budget { leftPercent } }
    }
  }
}`;

/** The same JSON as `COMMITMENTS_PAGE`, from one statement. */
export const COMMITMENTS_SQL = `
  WITH months AS (
    SELECT array_agg(to_char(m, 'YYYY-MM') ORDER BY m) AS ids
    FROM generate_series('2025-04-01'::timestamp, '2026-03-01'::timestamp, '1 month') m
  ), row AS (
    SELECT c.id, c.slug, c.name, c.service_id, c.agreement_id, newest.data_as_of, coalesce(newest.budget_left_percent, 1e12) AS key
    FROM commitment c
    LEFT JOIN LATERAL (
      SELECT r.budget_left_percent, r.data_as_of FROM period_result r
      WHERE r.commitment_id = c.id AND r.state <> 'superseded' ORDER BY r.from_at DESC LIMIT 1
    ) newest ON true
    ORDER BY key, c.name COLLATE "und-x-icu", c.id LIMIT 50
  )
  SELECT json_build_object('data', json_build_object('commitments', json_build_object(
    'edges', (SELECT json_agg(json_build_object('node', json_build_object(
      'id', c.id, 'slug', c.slug, 'name', c.name, 'viewerCanClose', true,
      'service', json_build_object('slug', s.slug, 'name', s.name, 'owner', json_build_object('name', o.name),
        'provider', json_build_object('name', p.name)),
      'agreement', json_build_object('kind', upper(a.kind), 'timeZone', a.time_zone, 'provider', null),
      'terms', json_build_object('target', t.target::text, 'comparator', 'AT_LEAST'),
      'results', (SELECT json_agg(json_build_object('period', r.period, 'state', upper(r.state), 'verdict', upper(r.verdict),
          'figure', r.figure::text, 'target', r.target::text, 'margin', r.margin::text, 'hasLateData', r.has_late_data,
          'viewerCanClose', r.to_at <= '2026-03-16T09:00:00Z',
          'budget', json_build_object('unit', r.budget_unit, 'left', r.budget_left::text, 'leftPercent', r.budget_left_percent::text)
        ) ORDER BY r.from_at) FROM period_result r
        WHERE r.commitment_id = c.id AND r.state <> 'superseded' AND r.period = ANY((SELECT ids FROM months)::text[]))
    )) ORDER BY c.key, c.name COLLATE "und-x-icu", c.id)
      FROM row c JOIN service s ON s.id = c.service_id JOIN person o ON o.id = s.owner_id JOIN provider p ON p.id = s.provider_id
      JOIN agreement a ON a.id = c.agreement_id JOIN commitment_terms t ON t.commitment_id = c.id),
    'pageInfo', json_build_object('hasNextPage', false, 'endCursor', $1::text),
    'totalCount', (SELECT count(*) FROM commitment), 'periods', (SELECT ids FROM months),
    'dataAsOf', to_char((SELECT max(data_as_of) FROM row) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  )))::text AS json`;

/** The same JSON as `SERVICE_PAGE`, from one statement. */
export const SERVICE_SQL = `
  SELECT json_build_object('data', json_build_object('service', json_build_object(
    'id', s.id, 'slug', s.slug, 'name', s.name, 'outcome', s.outcome, 'description', s.description,
    'lineOfService', 'SOFTWARE_SUPPORT', 'lifecycle', upper(s.lifecycle), 'owner', json_build_object('name', o.name),
    'provider', json_build_object('slug', p.slug, 'name', p.name),
    'plans', (SELECT json_agg(json_build_object('slug', l.slug, 'name', l.name, 'currency', l.currency,
      'prices', (SELECT json_agg(json_build_object('kind', upper(e.kind), 'label', e.label, 'amount', e.amount::text, 'per', upper(e.per))
        ORDER BY e.position) FROM price_list k JOIN price_component e ON e.price_list_id = k.id
        WHERE k.plan_id = l.id AND k.withdrawn_at IS NULL AND '2026-03-16' BETWEEN k.from_date AND coalesce(k.to_date, 'infinity'))) ORDER BY l.name)
      FROM plan l WHERE l.service_id = s.id AND l.ended_at IS NULL),
    'commitments', (SELECT json_agg(json_build_object('slug', c.slug, 'name', c.name,
      'terms', json_build_object('target', t.target::text, 'comparator', 'AT_LEAST'),
      'results', (SELECT json_agg(json_build_object('period', r.period, 'verdict', upper(r.verdict), 'figure', r.figure::text,
          'target', r.target::text, 'margin', r.margin::text, 'state', upper(r.state), 'hasLateData', r.has_late_data,
          'budget', json_build_object('leftPercent', r.budget_left_percent::text)) ORDER BY r.from_at)
        FROM (SELECT * FROM period_result r WHERE r.commitment_id = c.id AND r.state <> 'superseded' ORDER BY r.from_at DESC LIMIT 12) r))
      ORDER BY c.name) FROM commitment c JOIN commitment_terms t ON t.commitment_id = c.id WHERE c.service_id = s.id)
  )))::text AS json
  FROM service s JOIN person o ON o.id = s.owner_id JOIN provider p ON p.id = s.provider_id WHERE s.slug = $1`;
