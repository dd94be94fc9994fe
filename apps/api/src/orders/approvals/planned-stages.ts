import {
  type ArchetypeKey,
  type ApprovalCase,
  archetypeInForce,
  askedBy,
  type Concerned,
  concernedBy,
  DEFAULT_APPROVAL,
  DomainError,
  neededOf,
  parseApprovalRule,
  planStages,
  type PlannedStage,
  SPLIT_DAYS,
  type StageRule,
} from '@accord/domain';
import { Decimal } from 'decimal.js';
import { In, type EntityManager } from 'typeorm';
import { readArchetypes } from '../../catalog/archetypes/archetypes-today.js';
import { overrideOf, scoresOf } from '../../catalog/services/service-columns.js';
import { ServiceEntity } from '../../catalog/services/service.entity.js';
import type { PublicAct } from '../../platform/act/act.js';
import { peopleOf } from './known-people.js';

/** A stage of an order with the people that it asks. */
export interface StageWithPeople extends PlannedStage {
  /** From here upwards people are looked for. */
  unitId: string;
  /** Asks for what the nearest budget lacks. */
  overBudget: boolean;
  /** Empty where a rule approves, or nobody is left. */
  personIds: string[];
}

/** What an order is about, as far as it decides who is asked. */
export interface OrderToApprove {
  /** null while nothing is written down. */
  id: string | null;
  unitId: string;
  requesterId: string;
  beneficiaryId: string;
  subscriberIds: readonly string[];
  currency: string;
  items: { serviceId: string; contractValue: string; isMetered: boolean }[];
}

const OVER_BUDGET: StageRule = {
  key: 'over-budget',
  name: 'Over budget',
  need: 'any',
  from: [{ kind: 'budgetOwner' }],
  remindAfter: 3,
};

/** No service, and no rule. */
const BY_PEOPLE = { serviceId: null, automatic: null, askedBecause: null };

/** The stages that an order would go through if it were submitted now, and whom each of them asks. */
export async function stagesFor(
  manager: EntityManager,
  act: PublicAct,
  order: OrderToApprove,
  day: string,
): Promise<StageWithPeople[]> {
  const { unitId } = order;
  const stages = planStages(await caseOf(manager, act, order)).map((stage) => ({
    ...stage,
    unitId,
    overBudget: false,
  }));
  return withPeople(manager, order, stages, day);
}

/** The last stage of an order that its nearest budget does not cover: who owns the budget that takes the rest is asked. */
export async function overBudgetStage(
  manager: EntityManager,
  order: Concerned,
  unitId: string,
  day: string,
): Promise<StageWithPeople[]> {
  const stage = { ...OVER_BUDGET, ...BY_PEOPLE, unitId, overBudget: true };
  return withPeople(manager, order, [stage], day);
}

/** Stages that a unit would add, with whom they would ask; nobody where that depends on the service. */
export function stagesOfUnit(
  manager: EntityManager,
  unitId: string,
  stages: readonly StageRule[],
  day: string,
): Promise<StageWithPeople[]> {
  const planned = stages.map((stage) => ({ ...stage, ...BY_PEOPLE, unitId, overBudget: false }));
  return withPeople(manager, { requesterId: '', beneficiaryId: '', subscriberIds: [] }, planned, day);
}

async function withPeople(
  manager: EntityManager,
  order: Concerned,
  stages: Omit<StageWithPeople, 'personIds'>[],
  day: string,
): Promise<StageWithPeople[]> {
  const asking = stages.map((stage) => ({ ...stage, sources: stage.from }));
  const { people, placeOf } = await peopleOf(manager, asking, day);
  const concerned = concernedBy(order);
  return stages.map((stage, i) => ({
    ...stage,
    personIds: stage.automatic ? [] : askedBy(stage.from, placeOf(asking[i]!), people, concerned),
  }));
}

/** Why an order could never be approved, a sentence for each stage. */
export function approvalRefusals(stages: readonly StageWithPeople[], unit: { readonly name: string }): DomainError[] {
  const refusals = stages
    .filter(({ automatic }) => automatic === null)
    .flatMap(({ name, need, from, personIds }) => {
      if (personIds.length === 0)
        return from.every(({ kind }) => kind === 'budgetOwner')
          ? noApprover(
              `neither ${unit.name} nor a unit above it has a budget owner who neither requests it nor receives it.`,
            )
          : noApprover(`nobody who neither requests it nor receives it can be asked in the stage "${name}".`);
      const needed = neededOf(need, personIds.length);
      if (needed <= personIds.length) return [];
      const sentence = `The stage "${name}" needs ${needed} people, and only ${personIds.length} can be asked.`;
      return new DomainError('QUORUM_OUT_OF_REACH', sentence, ['unitId']);
    });
  return refusals.filter(({ message }, i) => refusals.findIndex((other) => other.message === message) === i);
}

const noApprover = (why: string) => new DomainError('NO_APPROVER', `Nobody can approve this order: ${why}`, ['unitId']);

/** Read as it stands now: an order keeps what it found at its submission. */
const RULES = `
  SELECT s.id, v.definition -> 'approval' AS rule
    FROM service s JOIN service_version v ON v.id = s.live_version_id WHERE s.id = ANY ($1::uuid[])`;

const ADDED = `
  WITH RECURSIVE path AS (
    SELECT id, parent_id, 0 AS depth FROM business_unit WHERE id = $1
    UNION ALL
    SELECT u.id, u.parent_id, path.depth + 1 FROM path JOIN business_unit u ON u.id = path.parent_id
  )
  SELECT r.stages FROM path JOIN unit_approval_rule r ON r.unit_id = path.id AND r.state = 'live' ORDER BY path.depth`;

const BENEFICIARY_UNITS = `
  WITH RECURSIVE path AS (
    SELECT u.id, u.parent_id, u.slug FROM person p JOIN business_unit u ON u.id = p.unit_id WHERE p.id = $1
    UNION ALL
    SELECT u.id, u.parent_id, u.slug FROM path JOIN business_unit u ON u.id = path.parent_id
  ) SELECT slug FROM path`;

/** What the same people asked of a service a little while ago: splitting an order gains nothing. */
const SPLIT = `
  SELECT p.service_id AS "serviceId", i.contract_value AS "contractValue",
      i.kind NOT IN ('terminate', 'suspend') AND i.prices @> '[{"kind": "metered"}]' AS "isMetered"
    FROM order_item i JOIN plan p ON p.id = i.plan_id JOIN service_order o ON o.id = i.order_id
   WHERE p.service_id = ANY ($1::uuid[]) AND o.currency = $2 AND (o.requester_id = $3 OR o.beneficiary_id = $4)
     AND o.submitted_at > $5::timestamptz - make_interval(days => $6) AND o.id IS DISTINCT FROM $7
     AND o.state NOT IN ('rejected', 'cancelled', 'failed')`;

async function caseOf(manager: EntityManager, act: PublicAct, order: OrderToApprove): Promise<ApprovalCase> {
  const { id, unitId, requesterId, beneficiaryId, currency, items } = order;
  const serviceIds = [...new Set(items.map(({ serviceId }) => serviceId))];
  const rules: { id: string; rule: unknown }[] = await manager.query(RULES, [serviceIds]);
  const added: { stages: StageRule[] }[] = await manager.query(ADDED, [unitId]);
  const units: { slug: string }[] = await manager.query(BENEFICIARY_UNITS, [beneficiaryId]);
  const split: OrderToApprove['items'] = await manager.query(SPLIT, [
    serviceIds,
    currency,
    requesterId,
    beneficiaryId,
    act.at,
    SPLIT_DAYS,
    id,
  ]);
  const archetypes = await archetypesOf(manager, act.at, serviceIds);
  return {
    currency,
    added: added.map(({ stages }) => stages),
    beneficiaryUnits: units.map(({ slug }) => slug),
    services: serviceIds.map((serviceId) => {
      const rule = rules.find((one) => one.id === serviceId)?.rule;
      const ordered = [...items, ...split].filter((item) => item.serviceId === serviceId);
      const values = ordered.map(({ contractValue }) => contractValue);
      return {
        serviceId,
        rule: rule ? parseApprovalRule(rule) : DEFAULT_APPROVAL,
        archetype: archetypes.get(serviceId) ?? null,
        contractValue: Decimal.sum(0, ...values).toFixed(),
        isMetered: ordered.some(({ isMetered }) => isMetered),
      };
    }),
  };
}

async function archetypesOf(
  manager: EntityManager,
  at: Date,
  serviceIds: readonly string[],
): Promise<Map<string, ArchetypeKey | null>> {
  const services = await manager.findBy(ServiceEntity, { id: In([...serviceIds]) });
  const archetypes = await readArchetypes(manager, at);
  const keyOf = (service: ServiceEntity) =>
    archetypeInForce(overrideOf(service), archetypes.suggestedFor(scoresOf(service)), archetypes.day);
  return new Map(services.map((service) => [service.id, keyOf(service)]));
}
