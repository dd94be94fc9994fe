import {
  belongingOf,
  type Audience,
  canSeeService,
  DomainError,
  entitlementRefusal,
  orderingRefusal,
  type OrderKind,
  type SeenPlace,
  type Viewer,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { BusinessUnitEntity } from '../people/business-unit.entity.js';
import { viewerOfPerson } from '../people/viewer-query.js';
import type { PublicAct } from '../platform/act/act.js';

/** What of an order decides who may have it. */
export interface EntitledOrder {
  items: readonly { kind: OrderKind; planId: string }[];
  requesterId: string;
  beneficiaryId: string;
}

interface Restricted extends SeenPlace {
  planId: string;
  name: string;
  owner: string | null;
  orderedBy: Audience | null;
}

const RESTRICTED = `
  SELECT p.id AS "planId", s.id, s.name, s.lifecycle, s.owner_id AS "ownerId", s.unit_id AS "unitId",
         s.provider_id AS "providerId", o.name AS owner, s.seen_by AS "seenBy", s.ordered_by AS "orderedBy", EXISTS (
           SELECT FROM subscription b WHERE b.service_id = s.id AND b.state <> 'ended' AND $2 IN (b.owner_id, b.beneficiary_id)
         ) AS "viewerSubscribes"
    FROM plan p JOIN service s ON s.id = p.service_id LEFT JOIN person o ON o.id = s.owner_id
   WHERE p.id = ANY ($1::uuid[]) AND (s.seen_by IS NOT NULL OR s.ordered_by IS NOT NULL)`;

/**
 * Why who asks for an order may not have what it begins anew, for each item; null where they may. Whatever is about a
 * subscription that is there already is for who has it.
 */
export async function entitlementRefusals(
  manager: EntityManager,
  { at }: PublicAct,
  { items, requesterId, beneficiaryId }: EntitledOrder,
): Promise<(DomainError | null)[]> {
  const anew = items.filter(({ kind }) => kind === 'subscribe').map(({ planId }) => planId);
  const restricted: Restricted[] = anew.length > 0 ? await manager.query(RESTRICTED, [anew, requesterId]) : [];
  if (restricted.length === 0) return items.map(() => null);
  const requester = await viewerOfPerson(manager, requesterId, at);
  const beneficiary = requesterId === beneficiaryId ? requester : await viewerOfPerson(manager, beneficiaryId, at);
  const unitNames = await unitNamesOf(manager, restricted);
  return items.map(({ kind, planId }) => {
    const service = kind === 'subscribe' && restricted.find((one) => one.planId === planId);
    // Who has left asks for nothing: of them other rules decide.
    if (!service || !requester || !beneficiary) return null;
    if (!canSeeService(requester, service)) return unseen(requester, service);
    return entitlementRefusal({ ...service, unitNames }, belongingOf(requester), namedBelonging(beneficiary));
  });
}

/** @throws {DomainError} `NOT_ENTITLED` at the first item that is not for them. */
export async function assertEntitled(manager: EntityManager, act: PublicAct, order: EntitledOrder): Promise<void> {
  const refusals = await entitlementRefusals(manager, act, order);
  const i = refusals.findIndex((refusal) => refusal !== null);
  const refusal = refusals[i];
  if (refusal) throw new DomainError(refusal.code, refusal.message, ['items', String(i), ...(refusal.field ?? [])]);
}

/**
 * Why what was approved may not begin any more; null while it may. Who may order at all, and on whose budget, is looked
 * at too. Once the requester has left, it is for who stands in for them.
 */
export async function rightLost(
  manager: EntityManager,
  act: PublicAct,
  order: EntitledOrder & { unitId: string; requesterLeft: boolean },
): Promise<DomainError | null> {
  const refusal = (await entitlementRefusals(manager, act, order)).find((one) => one !== null) ?? null;
  if (refusal || order.requesterLeft || !order.items.some(({ kind }) => kind === 'subscribe')) return refusal;
  const requester = await viewerOfPerson(manager, order.requesterId, act.at);
  const unit = await manager.findOneByOrFail(BusinessUnitEntity, { id: order.unitId });
  return requester && orderingRefusal(requester, unit);
}

const namedBelonging = (person: Viewer) => ({ ...belongingOf(person), name: person.name });

const unseen = ({ name }: Viewer, service: Restricted) =>
  new DomainError('NOT_ENTITLED', `${service.name} is not offered to ${name} any more.`, ['planId']);

/** Of the units that audiences name, by their slugs. */
async function unitNamesOf(
  manager: EntityManager,
  services: readonly Restricted[],
): Promise<ReadonlyMap<string, string>> {
  const slugs = services.flatMap(({ orderedBy }) => orderedBy?.units ?? []);
  const units: { slug: string; name: string }[] =
    slugs.length > 0 ? await manager.query('SELECT slug, name FROM business_unit WHERE slug = ANY ($1)', [slugs]) : [];
  return new Map(units.map(({ slug, name }) => [slug, name]));
}
