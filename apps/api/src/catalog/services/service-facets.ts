import { ARCHETYPE_KEYS, LIFECYCLES, LINES_OF_SERVICE } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import type { Facet, FacetValue } from '../../platform/graphql/facet.type.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { archetypeColumn, filterConditions, foundServices, type ServiceQuestion } from './service-rows.js';

const FACETS = ['archetype', 'line', 'provider', 'owner', 'lifecycle'] as const;
type FacetName = (typeof FACETS)[number];

export interface ServiceCounts {
  totalCount: number;
  facets: Facet[];
}

interface CountRow {
  facet: FacetName | 'total';
  value: string | null;
  label: string | null;
  count: number;
}

/** Where the name behind an id stands. */
const LABELS: Partial<Record<FacetName, string>> = {
  provider: '(SELECT name FROM provider WHERE id = value::uuid)',
  owner: '(SELECT name FROM person WHERE id = value::uuid)',
};

/** Counts of every facet with the other facets' filters applied, and of the whole list. One statement. */
export async function readCounts(manager: EntityManager, question: ServiceQuestion): Promise<ServiceCounts> {
  const parameters = new Parameters();
  const { from, where } = foundServices(question, parameters);
  const archetype = archetypeColumn(question, parameters);
  const fits = filterConditions(question, archetype, parameters);
  const rows: CountRow[] = await manager.query(
    `WITH found AS MATERIALIZED (
       SELECT ${archetype} AS archetype, s.line_of_service AS line, s.provider_id::text AS provider,
              s.owner_id::text AS owner, s.lifecycle, ${FACETS.map((name) => `${fits[name]} AS fits_${name}`).join(', ')}
         FROM ${from} WHERE ${where}
     )
     SELECT 'total' AS facet, NULL AS value, NULL AS label, count(*)::int AS count FROM found WHERE ${fitsAllBut(null)}
     ${FACETS.map(countsOf).join(' ')}`,
    parameters.values,
  );
  return {
    totalCount: rows.find(({ facet }) => facet === 'total')?.count ?? 0,
    facets: FACETS.map((name) => ({ name, values: valuesOf(name, rows, question) })),
  };
}

function countsOf(name: FacetName): string {
  return `UNION ALL SELECT '${name}', value, ${LABELS[name] ?? 'NULL'}, count FROM (
    SELECT ${name} AS value, count(*)::int AS count FROM found
     WHERE ${name} IS NOT NULL AND ${fitsAllBut(name)} GROUP BY ${name}) counted`;
}

function fitsAllBut(left: FacetName | null): string {
  return FACETS.filter((name) => name !== left)
    .map((name) => `fits_${name}`)
    .join(' AND ');
}

/** The values that a filter takes, as GraphQL names them, in listed order; people and providers, most services first. */
function valuesOf(facet: FacetName, rows: CountRow[], { archetypes }: ServiceQuestion): FacetValue[] {
  const counted = rows.filter((row) => row.facet === facet);
  const listed = (keys: readonly string[], labelOf: (key: string) => string): FacetValue[] =>
    Object.entries(upperSnakeEnum(keys)).flatMap(([value, key]) => {
      const row = counted.find((counts) => counts.value === key);
      return row ? [{ value, label: labelOf(key), count: row.count }] : [];
    });
  if (facet === 'archetype')
    return listed(ARCHETYPE_KEYS, (key) => archetypes.inForce.find((a) => a.key === key)?.name ?? key);
  if (facet === 'line') return listed(LINES_OF_SERVICE, inWords);
  if (facet === 'lifecycle') return listed(LIFECYCLES, inWords);
  const named = counted.map(({ value, label, count }) => ({ value: value!, label: label!, count }));
  return named.sort((one, other) => other.count - one.count || one.label.localeCompare(other.label));
}

/** `technologyPlanning` is "Technology planning". */
function inWords(key: string): string {
  const words = key.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
