import {
  allQuestions,
  assertPaths,
  assertRetirable,
  canSeeService,
  DomainError,
  limitsOf,
  type LocalDay,
  type MigrationPlan,
  type Retirable,
} from '@accord/domain';
import { In, type EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { PlanEntity } from '../plans/plan.entity.js';
import { subscribersOf } from '../plans/subscribers.js';
import { ServiceEntity } from '../services/service.entity.js';
import { todayOf } from '../today.js';
import { liveDefinitions } from '../versions/live-definition.js';
import type { RetirementPathEntity } from './retirement-path.entity.js';
import { RetirementEntity } from './retirement.entity.js';

export type PathInput = Pick<RetirementPathEntity, 'planId' | 'successorId' | 'answers'>;

/** What is to retire, and where it leads. */
export interface Retiring {
  service: ServiceEntity;
  /** null = the whole service. */
  plan: PlanEntity | null;
  /** Of every plan that would retire. */
  paths: PathInput[];
  today: LocalDay;
  noticeDays: number;
  subscribers: number;
}

const OPEN = In(['proposed', 'decided']);
/** Who subscribed under a longer notice keeps it; who leaves by the last day needs none. */
const SUBSCRIBERS = `
  SELECT count(*)::int AS subscribers, coalesce(max(notice_days), 0)::int AS longest FROM subscription
   WHERE plan_id = ANY ($1::uuid[]) AND state <> 'ended' AND coalesce(ends_on > $2::date, true)`;

/**
 * Looks at a retirement as if it were decided now; the service is locked.
 *
 * @param except The retirement itself, once it is proposed.
 * @throws {DomainError} When it could not be: what a rule says, with the field.
 */
export async function retiringOf(
  tx: EntityManager,
  act: Act,
  service: ServiceEntity,
  wish: { planId: string | null; endsOn: LocalDay; paths: readonly PathInput[] },
  except: string | null = null,
): Promise<Retiring> {
  const today = await todayOf(tx, act.at);
  const plans = await tx.findBy(PlanEntity, { serviceId: service.id });
  const open = (await tx.findBy(RetirementEntity, { serviceId: service.id, state: OPEN })).filter(
    ({ id }) => id !== except,
  );
  const plan = wish.planId === null ? null : plans.find(({ id }) => id === wish.planId);
  if (plan === undefined) throw new DomainError('NOT_FOUND', `${service.name} has no such plan.`, ['planId']);
  const retires = (id: string) => open.some(({ planId }) => planId === id);
  const isOpen = (one: PlanEntity) => canBeOrdered(one, today) && !retires(one.id);
  const facts: Retirable = {
    service,
    plan: plan && { name: plan.name, ended: plan.endedAt !== null },
    hasOpenRetirement: open.some(({ planId }) => planId === (plan?.id ?? null)),
    plansAfter: plans.filter((one) => one.id !== plan?.id && isOpen(one)).length,
  };
  assertRetirable(facts);
  // A plan that has an end of its own goes its own way.
  const covered = plan ? [plan] : plans.filter((one) => !retires(one.id));
  const paths = covered.map(
    ({ id }) => wish.paths.find(({ planId }) => planId === id) ?? { planId: id, successorId: null, answers: [] },
  );
  const strange = wish.paths.findIndex(({ planId }) => covered.every(({ id }) => id !== planId));
  if (strange >= 0)
    throw new DomainError('NOT_FOUND', 'This plan does not retire.', ['paths', String(strange), 'planId']);
  await assertLeadOn(tx, act, wish, today);
  const ids = covered.map(({ id }) => id);
  const [{ subscribers, longest }]: [{ subscribers: number; longest: number }] = await tx.query(SUBSCRIBERS, [
    ids,
    wish.endsOn,
  ]);
  const live = (await liveDefinitions(tx, [service.id])).get(service.id)?.notice.days ?? 0;
  const noticeDays = Math.max(live, longest);
  return { service, plan, paths, today, noticeDays, subscribers };
}

/** @throws {DomainError} As `assertPaths`, and `NOT_FOUND` for a successor that the viewer does not know. */
async function assertLeadOn(
  tx: EntityManager,
  act: Act,
  { paths, endsOn }: { paths: readonly PathInput[]; endsOn: LocalDay },
  today: LocalDay,
): Promise<void> {
  const ids = [...new Set(paths.flatMap(({ planId, successorId }) => [planId, ...(successorId ? [successorId] : [])]))];
  const plans = await tx.findBy(PlanEntity, { id: In(ids) });
  const services = await tx.findBy(ServiceEntity, { id: In(plans.map(({ serviceId }) => serviceId)) });
  const serviceIds = services.map(({ id }) => id);
  const definitions = await liveDefinitions(tx, serviceIds);
  const open = await tx.findBy(RetirementEntity, { serviceId: In(serviceIds), state: OPEN });
  const known = (id: string, place: number): MigrationPlan => {
    const plan = plans.find((one) => one.id === id);
    const service = services.find((one) => one.id === plan?.serviceId);
    if (!plan || !service || !canSeeService(act.viewer, service))
      throw new DomainError('NOT_FOUND', 'There is no such plan.', ['paths', String(place), 'successorId']);
    const retires = open.some(
      ({ serviceId, planId }) => planId === id || (planId === null && serviceId === service.id),
    );
    const definition = definitions.get(service.id);
    const form = definition?.form;
    const offered = definition?.plans.find(({ slug }) => slug === plan.slug);
    const isLive = service.lifecycle === 'live' && !retires;
    const isOffered = isLive && canBeOrdered(plan, today) && !plan.priceOnRequest;
    return {
      id,
      name: plan.name,
      currency: plan.currency,
      isOffered,
      fields: form ? [...allQuestions(form).keys()] : [],
      prices: offered?.prices ?? [],
      limits: offered?.limits ?? [],
      asked: Object.keys(form?.limitFields ?? {}),
    };
  };
  const subscribers = await subscribersOf(tx, { planIds: paths.map(({ planId }) => planId) }, today);
  // Who leaves before is led nowhere.
  const moving = subscribers.filter((one) => one.endsOn === null || one.endsOn > endsOn);
  const heldOf = (id: string) =>
    moving.filter(({ planId }) => planId === id).map(({ prices, quantity }) => limitsOf(prices, quantity));
  assertPaths(
    paths.map(({ planId, successorId, answers }, place) => ({
      plan: known(planId, place),
      successor: successorId ? known(successorId, place) : null,
      answers,
      held: heldOf(planId),
    })),
  );
}

const canBeOrdered = ({ endedAt, endsOn }: PlanEntity, today: LocalDay): boolean =>
  endedAt === null && (endsOn === null || endsOn >= today);
