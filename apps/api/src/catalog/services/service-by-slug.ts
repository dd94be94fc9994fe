import { canChangeService, canSeeService, isOutsider } from '@accord/domain';
import type { GraphQLResolveInfo } from 'graphql';
import type { EntityManager } from 'typeorm';
import { promisedCommitments } from '../../agreements/commitment.loader.js';
import { TERMS_IN_FORCE, termsInForce } from '../../performance/commitments/held-parts.js';
import { closesCommitment, closesResult } from '../../performance/results/closing-right.js';
import { resultShape, type ResultShape } from '../../performance/results/result-fields.js';
import type { Act } from '../../platform/act/act.js';
import { Parameters } from '../../platform/database/parameters.js';
import { holding } from '../../platform/graphql/held-fields.js';
import { asksOnly, requestedFields } from '../../platform/graphql/requested-fields.js';
import type { PlanEntity } from '../plans/plan.entity.js';
import { dayOf, holdsOn, PRICES_OF_LIST } from '../plans/plan-prices.js';
import { markSubscribed } from './entitled-services.js';
import { ServiceEntity } from './service.entity.js';

/**
 * A service for its page: one statement brings its people, plans and promises with their results along, as far as no
 * more is asked of them than it knows; the rest is left to their own resolvers.
 *
 * @returns null when there is none, or none that the viewer may see.
 */
export async function serviceBySlug(
  manager: EntityManager,
  act: Act,
  slug: string,
  info: GraphQLResolveInfo,
): Promise<ServiceEntity | null> {
  if (isOutsider(act.viewer)) return null;
  const parameters = new Parameters();
  const parts = Object.entries(PARTS).filter(([name, { answers }]) => isAnswered(info, name, answers));
  const results = parts.some(([name]) => name === 'commitments') ? resultsAsked(act, info, parameters) : null;
  const pairs = parts.map(([name, { sql }]) => `'${name}', ${sql({ act, parameters, results: results?.sql ?? null })}`);
  const [row]: (ServiceEntity & { held: HeldRow })[] = await manager.query(
    `SELECT ${columnsOf(manager)}, json_build_object(${pairs.join(', ')}) AS held
     FROM service shown WHERE shown.slug = ${parameters.add(slug)}`,
    parameters.values,
  );
  if (!row) return null;
  const { held, ...service } = row;
  await markSubscribed(manager, act.viewer, [service]);
  return canSeeService(act.viewer, service) ? holding(service, heldFields(act, service, held, results)) : null;
}

interface Asking {
  act: Act;
  parameters: Parameters;
  /** One result of `period_result r`; null when nobody asks for results. */
  results: string | null;
}

interface Part {
  /** Fields that it knows, those of parts within it by their path. */
  answers: Readonly<Record<string, readonly string[]>>;
  sql(asking: Asking): string;
}

interface HeldRow {
  owner?: object | null;
  unit?: object | null;
  provider?: object | null;
  plans?: (PlanEntity & { prices: object[] })[];
  commitments?: { terms: object | null; results?: unknown[][]; agreement: object }[];
}

const PARTS: Record<string, Part> = {
  owner: {
    answers: { '': ['id', 'name'] },
    sql: () => `(SELECT json_build_object('id', id, 'name', name) FROM person WHERE id = shown.owner_id)`,
  },
  unit: {
    answers: { '': ['id', 'slug', 'name'] },
    sql: () =>
      `(SELECT json_build_object('id', id, 'slug', slug, 'name', name) FROM business_unit WHERE id = shown.unit_id)`,
  },
  provider: {
    answers: { '': ['id', 'slug', 'name', 'kind'] },
    sql: () =>
      `(SELECT json_build_object('id', id, 'slug', slug, 'name', name, 'kind', kind) FROM provider WHERE id = shown.provider_id)`,
  },
  plans: {
    answers: {
      '': ['id', 'slug', 'name', 'description', 'currency', 'endsOn', 'endedAt', 'prices'],
      prices: ['id', 'kind', 'label', 'amount', 'per', 'unitName', 'tiers'],
    },
    sql: ({ act, parameters }) => `(SELECT coalesce(json_agg(json_build_object('id', p.id, 'serviceId', p.service_id,
        'slug', p.slug, 'name', p.name, 'description', p.description, 'currency', p.currency, 'agreementId', p.agreement_id,
        'endsOn', p.ends_on, 'endedAt', p.ended_at, 'version', p.version, 'prices', coalesce((
          SELECT ${PRICES_OF_LIST} FROM price_list l
           WHERE l.plan_id = p.id AND ${holdsOn(dayOf(parameters.add(act.at)))}), '[]')
      ) ORDER BY p.ended_at NULLS FIRST, p.position, p.id), '[]') FROM plan p WHERE p.service_id = shown.id)`,
  },
  commitments: {
    answers: {
      '': ['id', 'slug', 'name', 'terms', 'results', 'agreement', 'service'],
      terms: TERMS_IN_FORCE,
      agreement: ['id', 'slug', 'name', 'kind', 'timeZone', 'currency'],
    },
    sql: promises,
  },
};

/** The last twelve results of each promise, as `Commitment.results` answers without arguments. */
function promises({ act, parameters, results }: Asking): string {
  const { from, where } = promisedCommitments(act, parameters);
  const newest = `SELECT * FROM period_result r WHERE r.commitment_id = c.id AND r.state <> 'superseded'
    ORDER BY r.from_at DESC LIMIT 12`;
  const withResults = results
    ? `, 'results', (SELECT coalesce(json_agg(${results} ORDER BY r.from_at), '[]') FROM (${newest}) r)`
    : '';
  return `(SELECT coalesce(json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'serviceId', c.service_id,
      'agreementId', c.agreement_id, 'agreement', json_build_object('id', a.id, 'slug', a.slug, 'name', a.name,
        'kind', a.kind, 'timeZone', a.time_zone, 'currency', a.currency),
      'terms', ${termsInForce('c.id', 'today.day')}${withResults}) ORDER BY c.name COLLATE "und-x-icu", c.id), '[]')
    FROM ${from} WHERE c.service_id = shown.id AND ${where})`;
}

function isAnswered(info: GraphQLResolveInfo, part: string, answers: Part['answers']): boolean {
  const { '': own, ...within } = answers;
  if (!asksOnly(info, [part], own!)) return false;
  return Object.entries(within).every(([inner, fields]) => {
    const path = [part, ...inner.split('.')];
    return requestedFields(info, path).length === 0 || asksOnly(info, path, fields);
  });
}

function resultsAsked({ viewer, at }: Act, info: GraphQLResolveInfo, parameters: Parameters): ResultShape | null {
  const path = ['commitments', 'results'];
  const asked = requestedFields(info, path);
  if (asked.length === 0) return null;
  const budget = requestedFields(info, [...path, 'budget']).map((field) => `budget.${field}`);
  const closes = () => closesResult(viewer, closesCommitment(viewer, parameters), parameters);
  return resultShape([...asked, ...budget], { closes, at: () => parameters.add(at) });
}

function heldFields(
  { viewer }: Act,
  service: ServiceEntity,
  { plans, commitments, ...held }: HeldRow,
  results: ResultShape | null,
) {
  const fields: Record<string, unknown> = { ...held };
  if (plans) {
    const shown = canChangeService(viewer, service) ? plans : plans.filter(({ endedAt }) => endedAt === null);
    fields.plans = shown.map((plan) => holding(plan, { prices: plan.prices }));
  }
  if (commitments) {
    fields.commitments = commitments.map(({ terms, results: rows, agreement, ...commitment }) =>
      holding(commitment, {
        agreement,
        service,
        ...(terms && { terms }),
        ...(rows && results && { results: rows.map(results.rowOf) }),
      }),
    );
  }
  return fields;
}

/** Every column of a service by the name of its property. */
function columnsOf(manager: EntityManager): string {
  return manager.connection
    .getMetadata(ServiceEntity)
    .columns.filter(({ isSelect }) => isSelect)
    .map(
      ({ databaseName, propertyName, type }) =>
        `shown."${databaseName}"${type === 'date' ? '::text' : ''} AS "${propertyName}"`,
    )
    .join(', ');
}
