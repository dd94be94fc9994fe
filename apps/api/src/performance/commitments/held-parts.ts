import { isOutsider, type Viewer } from '@accord/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { visibleServices } from '../../catalog/services/visible-services.js';
import type { Parameters } from '../../platform/database/parameters.js';
import { holding } from '../../platform/graphql/held-fields.js';
import { asksOnly, requestedFields } from '../../platform/graphql/requested-fields.js';

/** Parts of a commitment that the heat table's statement brings along, where no more is asked of them than this. */
export interface HeldParts {
  service: boolean;
  agreement: boolean;
  terms: boolean;
}

const NODE = ['edges', 'node'];

/** Fields of terms that `termsInForce` answers. */
export const TERMS_IN_FORCE = ['id', 'target', 'comparator', 'window', 'indicator'];

/** What each part can answer; a part of which more is asked is left to its own loader. */
const ANSWERS: Record<string, readonly string[]> = {
  service: ['id', 'slug', 'name', 'lifecycle', 'provider', 'owner'],
  'service.provider': ['id', 'slug', 'name', 'kind'],
  'service.owner': ['id', 'name'],
  agreement: ['id', 'slug', 'name', 'kind', 'timeZone', 'currency', 'provider'],
  'agreement.provider': ['id', 'slug', 'name', 'kind'],
  terms: TERMS_IN_FORCE,
};

/** People from outside see less of a service than its row holds: everything is left to the loaders for them. */
export function heldParts(info: GraphQLResolveInfo, viewer: Viewer): HeldParts {
  const below = (part: string) => [...NODE, ...part.split('.')];
  const answers = (part: string) => asksOnly(info, below(part), ANSWERS[part]!);
  const isAsked = (part: string) => requestedFields(info, below(part)).length > 0;
  const holds = (part: string, ...within: string[]) =>
    !isOutsider(viewer) && answers(part) && within.every((inner) => !isAsked(inner) || answers(inner));
  return {
    service: holds('service', 'service.provider', 'service.owner'),
    agreement: holds('agreement', 'agreement.provider'),
    terms: holds('terms'),
  };
}

const PROVIDER = (alias: string) =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name, 'kind', ${alias}.kind) END`;

/** The parts as pairs of a JSON object, and the tables they need beside `page`. A part that is null is not held. */
export function heldPartsSql(
  held: HeldParts,
  viewer: Viewer,
  at: () => string,
  parameters: Parameters,
): { pairs: string; joins: string } {
  const pairs: string[] = [];
  const joins: string[] = [];
  if (held.service) {
    joins.push(`JOIN service s ON s.id = page.service_id LEFT JOIN provider sp ON sp.id = s.provider_id
      LEFT JOIN person so ON so.id = s.owner_id`);
    pairs.push(`'service', CASE WHEN ${visibleServices(viewer, parameters)} THEN json_build_object('id', s.id, 'slug', s.slug,
      'name', s.name, 'lifecycle', s.lifecycle, 'provider', ${PROVIDER('sp')},
      'owner', CASE WHEN so.id IS NOT NULL THEN json_build_object('id', so.id, 'name', so.name) END) END`);
  }
  if (held.agreement || held.terms) joins.push('JOIN agreement a ON a.id = page.agreement_id');
  if (held.agreement) {
    joins.push('LEFT JOIN provider ap ON ap.id = a.provider_id');
    pairs.push(`'agreement', json_build_object('id', a.id, 'slug', a.slug, 'name', a.name, 'kind', a.kind,
      'timeZone', a.time_zone, 'currency', a.currency, 'provider', ${PROVIDER('ap')})`);
  }
  if (held.terms) {
    const day = `(${at()}::timestamptz AT TIME ZONE a.time_zone)::date`;
    pairs.push(`'terms', ${termsInForce('page.id', day)}`);
  }
  return { pairs: pairs.map((pair) => `, ${pair}`).join(''), joins: joins.join(' ') };
}

/** The terms of a commitment in force on a day, as a JSON object; null when there are none. */
export function termsInForce(commitmentId: string, day: string): string {
  return `(SELECT json_build_object('id', t.id, 'target', t.target::text, 'comparator', t.comparator,
      'windowKind', t.window_kind, 'indicator', t.indicator)
    FROM commitment_terms t JOIN agreement_version v ON v.id = t.version_id AND v.state = 'inForce'
      AND ${day} BETWEEN v.effective_from AND coalesce(v.effective_to, 'infinity')
    WHERE t.commitment_id = ${commitmentId})`;
}

interface PartsRow {
  service?: { provider: object | null; owner: object | null } | null;
  agreement?: { provider: object | null } | null;
  terms?: object | null;
  results?: object[];
  viewerCanClose?: boolean;
}

/** The row with what it brought along in the place of its resolvers. */
export function holdingParts<Row extends PartsRow>(row: Row): Row {
  const { service, agreement, terms, results, viewerCanClose } = row;
  const parts: Record<string, unknown> = { viewerCanClose };
  if (results) parts.results = results;
  if (service) parts.service = holding(service, service);
  if (agreement) parts.agreement = holding(agreement, agreement);
  if (terms) parts.terms = terms;
  return holding(row, parts);
}
