import { AGREEMENT_KINDS, ARCHETYPE_KEYS, INDICATOR_KINDS, VERDICTS } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import type { Facet, FacetValue } from '../../platform/graphql/facet.type.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import {
  archetypeOf,
  columnsQuery,
  type CommitmentQuestion,
  type FacetName,
  FACETS,
  filtersOf,
  foundCommitments,
  INDICATOR_KIND,
  PROVIDER,
} from './commitment-rows.js';

interface CountRow {
  facet: FacetName;
  value: string;
  label: string | null;
  count: number;
}

/** Counts of every facet with the other facets' filters applied. One statement. */
export async function readFacets(manager: EntityManager, question: CommitmentQuestion): Promise<Facet[]> {
  const parameters = new Parameters();
  const columns = columnsQuery(question, parameters);
  const found = foundCommitments(question, parameters, true);
  const filters = filtersOf(question, parameters);
  const fits = FACETS.map((name) => `${filters[name] ?? 'true'} AS "fits_${name}"`);
  const counted = FACETS.map(
    (name) => `SELECT '${name}' AS facet, "${name}" AS value, ${LABELS[name] ?? 'NULL'} AS label, count FROM (
      SELECT "${name}", count(*)::int AS count FROM found WHERE "${name}" IS NOT NULL AND ${fitsAllBut(name)} GROUP BY 1) counted`,
  );
  const rows: CountRow[] = await manager.query(
    `WITH ${columns}, found AS MATERIALIZED (
       SELECT newest.verdict, ${PROVIDER}::text AS provider, c.service_id::text AS service, a.kind AS "agreementKind",
         ${INDICATOR_KIND} AS "indicatorKind", ${archetypeOf(question, parameters)} AS archetype, ${fits.join(', ')}
       FROM ${found}
     )
     ${counted.join(' UNION ALL ')}`,
    parameters.values,
  );
  return FACETS.map((name) => ({ name, values: valuesOf(name, rows, question) }));
}

const LABELS: Partial<Record<FacetName, string>> = {
  provider: '(SELECT name FROM provider WHERE id = provider::uuid)',
  service: '(SELECT name FROM service WHERE id = service::uuid)',
};

function fitsAllBut(left: FacetName): string {
  return FACETS.filter((name) => name !== left)
    .map((name) => `"fits_${name}" IS NOT FALSE`)
    .join(' AND ');
}

const LISTED: Partial<Record<FacetName, Record<string, string>>> = {
  verdict: { met: 'Met', missed: 'Missed', atRisk: 'At risk', insufficientData: 'Insufficient data' },
  agreementKind: { sla: 'SLA', ola: 'OLA', uc: 'UC' },
  indicatorKind: {
    availability: 'Availability',
    ticketsInTime: 'Tickets in time',
    goodOfTotal: 'Good of total',
    percentile: 'Percentile',
    satisfaction: 'Satisfaction',
  },
};

const KEYS: Partial<Record<FacetName, readonly string[]>> = {
  verdict: VERDICTS,
  agreementKind: AGREEMENT_KINDS,
  indicatorKind: INDICATOR_KINDS,
  archetype: ARCHETYPE_KEYS,
};

/** Values as GraphQL names them, in listed order; services and providers, most commitments first. */
function valuesOf(facet: FacetName, rows: readonly CountRow[], { archetypes }: CommitmentQuestion): FacetValue[] {
  const counted = rows.filter((row) => row.facet === facet);
  const keys = KEYS[facet];
  if (!keys) {
    const named = counted.map(({ value, label, count }) => ({ value, label: label ?? value, count }));
    return named.sort((one, other) => other.count - one.count || one.label.localeCompare(other.label));
  }
  const labelOf = (key: string) =>
    LISTED[facet]?.[key] ?? archetypes?.inForce.find((archetype) => archetype.key === key)?.name ?? key;
  return Object.entries(upperSnakeEnum(keys)).flatMap(([value, key]) => {
    const row = counted.find((counts) => counts.value === key);
    return row ? [{ value, label: labelOf(key), count: row.count }] : [];
  });
}
