import { suggestionTable, type Viewer } from '@accord/domain';
import type { Parameters } from '../../platform/database/parameters.js';
import type { ArchetypesOfDay } from '../archetypes/archetypes-today.js';
import { searchWords } from './search-words.js';
import type { ServiceFilter } from './service-filter.input.js';
import { visibleServices } from './visible-services.js';

/** What a list of services asks for, and who asks on which day. */
export interface ServiceQuestion {
  viewer: Viewer;
  filter: ServiceFilter;
  archetypes: ArchetypesOfDay;
}

/** The tables to read services from, and what rows must satisfy; `s` is the service. */
export interface ServiceRows {
  from: string;
  where: string;
}

/**
 * The services that a search finds among those the viewer sees, before any filter.
 * Each word is looked up through the indexes; the services must have all of them.
 */
export function foundServices({ viewer, filter }: ServiceQuestion, parameters: Parameters): ServiceRows {
  const words = searchWords(filter.search);
  const visible = visibleServices(viewer, parameters);
  const seesAll = visible === 'true';
  const marked = filter.favourites ? ` AND ${markedBy(viewer, parameters)}` : '';
  const joins = (words ?? []).map(
    (word, i) => `JOIN services_matching(${parameters.add(word)}::text[], ${seesAll}) w${i}(id) ON w${i}.id = s.id`,
  );
  return {
    from: ['service s', ...joins].join(' '),
    where: `${visible}${words?.length === 0 ? ' AND false' : ''}${marked}`,
  };
}

const markedBy = ({ personId }: Viewer, parameters: Parameters) =>
  `EXISTS (SELECT FROM favourite f WHERE f.service_id = s.id AND f.person_id = ${parameters.add(personId)})`;

/** The archetype in force as SQL: the domain's rule, looked up by scores instead of written a second time. */
export function archetypeColumn({ archetypes }: ServiceQuestion, parameters: Parameters): string {
  const keys = parameters.add(archetypes.inForce.map(({ key }) => key));
  const table = parameters.add(suggestionTable(archetypes.candidates));
  const place = `(s.operational_dependence - 1) * 125 + (s.strategic_impact - 1) * 25 + (s.standardizability - 1) * 5 + s.uncertainty`;
  const suggested = `(${keys}::text[])[1 + substr(${table}, ${place}, 1)::int]`;
  return `CASE WHEN s.override_expires_on >= ${parameters.add(archetypes.day)}::date THEN s.override_archetype ELSE ${suggested} END`;
}

/** One condition for every filter that restricts, by the facet that it belongs to; true where it does not. */
export function filterConditions(question: ServiceQuestion, archetype: string, parameters: Parameters) {
  const { archetypes, lines, providerIds, ownerIds, lifecycles } = question.filter;
  const among = (column: string, values: readonly string[] | null | undefined) =>
    values?.length ? `(${column}) = ANY (${parameters.add(values)}::text[])` : 'true';
  const amongIds = (column: string, ids: readonly string[] | null | undefined) =>
    ids?.length ? parameters.among(column, ids) : 'true';
  return {
    archetype: among(archetype, archetypes),
    line: among('s.line_of_service', lines),
    provider: amongIds('s.provider_id', providerIds),
    owner: amongIds('s.owner_id', ownerIds),
    lifecycle: among('s.lifecycle', lifecycles),
  };
}
