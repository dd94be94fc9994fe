import {
  type Answers,
  answeredLimits,
  answeredQuantity,
  answerRefusals,
  boundAnswers,
  checkAnswers,
  DomainError,
  type DroppedAnswer,
  fittingAnswers,
  formChanges,
  type Limit,
  type OrderForm,
  type OrderKind,
  parseServiceDefinition,
  withCounts,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { ServiceEntity } from '../../catalog/services/service.entity.js';
import type { Act } from '../../platform/act/act.js';
import { assertKnownIds } from './known-ids.js';

/** What an item of an order says to the form of its service. */
export interface FilledForm {
  answers: Record<string, unknown>;
  /** Fields whose answers went no further, since another answer hid them. */
  droppedAnswers: DroppedAnswer[];
  /** Version of the service whose form was filled in; null where nothing was asked. */
  serviceVersionId: string | null;
}

interface GivenAnswers {
  kind: OrderKind;
  /** Left out in a change: those given before. */
  answers?: Record<string, unknown> | null;
  serviceVersionId?: string | null;
  droppedAnswers?: readonly DroppedAnswer[];
  quantity?: number | null;
  limits?: readonly Limit[] | null;
  subscriptionId?: string | null;
}

/** Kinds of orders for which the form is filled in. */
const asksForm = (kind: OrderKind): boolean => kind === 'subscribe' || kind === 'change';

/**
 * Answers by the form that they were given to, without those that it hides.
 *
 * @returns Also the quantity that an answer says, else null, and the units to set aside that answers say.
 * @throws {DomainError} `NOT_FOUND` for a version that was never offered, `WRONG_ANSWER` for what the form does not have, or
 * for a person, a unit or a subscription that the viewer cannot name.
 */
export async function filledForm(
  manager: EntityManager,
  act: Act,
  service: ServiceEntity,
  given: GivenAnswers,
  path: readonly string[],
): Promise<FilledForm & { counted: number | null; setAside: Limit[] }> {
  const asked = asksForm(given.kind);
  const versionId = given.serviceVersionId ?? service.liveVersionId;
  const form = asked && versionId ? await offeredForm(manager, service, versionId, path) : null;
  const said = form && given.kind === 'change' && !given.answers ? await before(manager, form, given) : given.answers;
  const checked = checkAnswers(form, said ?? {});
  const strangers = answerRefusals({ ...checked, faults: checked.faults.filter(({ rule }) => rule === 'unknown') }, [
    ...path,
    'answers',
  ]);
  if (strangers[0]) throw strangers[0];
  await assertKnownIds(manager, act, boundAnswers(checked), [...path, 'answers']);
  const kept = (given.droppedAnswers ?? []).filter(({ field }) => !Object.hasOwn(checked.answers, field));
  const dropped = [
    ...kept.filter(({ field }) => checked.dropped.every((one) => one.field !== field)),
    ...checked.dropped,
  ];
  return {
    answers: { ...checked.answers },
    droppedAnswers: form ? dropped : [],
    serviceVersionId: form && versionId,
    counted: answeredQuantity(form, checked),
    setAside: answeredLimits(form, checked),
  };
}

/**
 * Why the answers would not be taken now; empty when they would be. Paths begin at the item.
 *
 * @param form The one of today.
 */
export async function formRefusals(
  manager: EntityManager,
  service: ServiceEntity,
  { kind, answers, serviceVersionId }: FilledForm & { kind: OrderKind },
  form: OrderForm | null,
): Promise<DomainError[]> {
  if (!asksForm(kind)) return [];
  if (serviceVersionId && serviceVersionId !== service.liveVersionId) {
    const changes = formChanges(await formOf(manager, serviceVersionId), form, answers);
    const sentences = changes.map(({ sentence }) => sentence).join(' ');
    if (changes.length > 0)
      return [
        new DomainError('STALE', `The form of ${service.name} has changed since you filled it in. ${sentences}`, [
          'answers',
        ]),
      ];
  }
  // Who had it before there was a form goes on without.
  if (kind === 'change' && Object.keys(answers).length === 0) return [];
  return answerRefusals(checkAnswers(form, answers), ['answers']);
}

/** What is pinned at submission, by the form of today. */
export function pinnedForm(service: ServiceEntity, filled: FilledForm, form: OrderForm | null): FilledForm {
  const { answers } = checkAnswers(form, filled.answers);
  return { ...filled, answers: { ...answers }, serviceVersionId: filled.serviceVersionId && service.liveVersionId };
}

const BEFORE = `
  SELECT i.answers FROM order_item i
   WHERE i.subscription_id = $1 AND i.kind IN ('subscribe', 'change') AND i.accepted_at IS NOT NULL
   ORDER BY i.id DESC LIMIT 1`;

/** Of the last order of a subscription; empty where nothing was asked. */
export async function answersOfSubscription(manager: EntityManager, subscriptionId: string): Promise<Answers> {
  const [last]: { answers: Answers }[] = await manager.query(BEFORE, [subscriptionId]);
  return last?.answers ?? {};
}

/** The answers of the last order of a subscription, as far as the form still takes them. */
async function before(
  manager: EntityManager,
  form: OrderForm,
  { subscriptionId, quantity, limits }: GivenAnswers,
): Promise<Answers> {
  const last = await answersOfSubscription(manager, subscriptionId!);
  const answers = fittingAnswers(form, last);
  return Object.keys(last).length > 0 ? withCounts(form, answers, { quantity, limits }) : answers;
}

async function offeredForm(
  manager: EntityManager,
  service: ServiceEntity,
  id: string,
  path: readonly string[],
): Promise<OrderForm | null> {
  const [version]: { definition: unknown }[] = await manager.query(
    `SELECT definition FROM service_version WHERE id = $1 AND service_id = $2 AND state IN ('published', 'replaced')`,
    [id, service.id],
  );
  if (version) return parseServiceDefinition(version.definition).form;
  throw new DomainError('NOT_FOUND', `${service.name} was never offered by this version.`, [
    ...path,
    'serviceVersionId',
  ]);
}

async function formOf(manager: EntityManager, id: string): Promise<OrderForm | null> {
  const [version]: { definition: unknown }[] = await manager.query(
    'SELECT definition FROM service_version WHERE id = $1',
    [id],
  );
  return version ? parseServiceDefinition(version.definition).form : null;
}
