/** The series `s` that a result is judged by, of commitment `c` and its terms `t`; none where outages or tickets judge it. */
export const JUDGED_SERIES = `series s ON s.service_id = c.service_id AND CASE t.indicator ->> 'kind'
  WHEN 'goodOfTotal' THEN s.kind = 'counts' AND s.name = t.indicator ->> 'series'
  WHEN 'percentile' THEN s.kind = 'values' AND s.name = t.indicator ->> 'series'
  WHEN 'satisfaction' THEN s.kind = 'answers' AND s.name = t.indicator ->> 'series'
  ELSE s.kind = 'probes' AND t.indicator ->> 'source' = 'probes' END`;
