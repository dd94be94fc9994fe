import { addDays, orderNumber, type OrderState } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Notices, type Told } from '../../people/notices/notices.js';
import type { Act, PublicAct } from '../../platform/act/act.js';
import { officeToday } from '../office-today.js';
import { PlanEntity } from '../plans/plan.entity.js';
import { hasItOn } from '../plans/promised.js';
import { subscribersOf } from '../plans/subscribers.js';
import type { ServiceEntity } from '../services/service.entity.js';
import { todayOf } from '../today.js';
import { RetirementPathEntity } from './retirement-path.entity.js';
import type { RetirementEntity } from './retirement.entity.js';

/** Who is told what of the end of a service or a plan. */
@Injectable()
export class RetirementNotices {
  constructor(private readonly notices: Notices) {}

  /** Those who may decide: the owner of the service, and the BT office. */
  async proposed(tx: EntityManager, act: Act, service: ServiceEntity, retirement: RetirementEntity): Promise<void> {
    const to = await decidersOf(tx, act, service);
    const facts = { what: await whatOf(tx, service, retirement), on: retirement.endsOn, by: act.viewer.name };
    await this.notices.tell(tx, act, { kind: 'retirementProposed', to, subject: subjectOf(retirement), facts });
  }

  /** Who proposed it. */
  async decided(tx: EntityManager, act: Act, service: ServiceEntity, retirement: RetirementEntity): Promise<void> {
    const { state, proposedById } = retirement;
    const facts = { what: await whatOf(tx, service, retirement), state, by: act.viewer.name };
    const to = [proposedById];
    await this.notices.tell(tx, act, { kind: 'retirementDecided', to, subject: subjectOf(retirement), facts });
  }

  /** Everybody who has it and stays: until when, and what takes its place; or that it does not end after all. */
  async subscribers(tx: EntityManager, act: Act, service: ServiceEntity, retirement: RetirementEntity): Promise<void> {
    const what = await whatOf(tx, service, retirement);
    const paths = await tx.findBy(RetirementPathEntity, { retirementId: retirement.id });
    const successors = await tx.findBy(PlanEntity, {
      id: In(paths.map(({ successorId }) => successorId ?? retirement.id)),
    });
    const planIds = paths.map(({ planId }) => planId);
    const having = planIds.length > 0 ? await subscribersOf(tx, { planIds }, await todayOf(tx, act.at)) : [];
    const after = addDays(retirement.endsOn, 1);
    for (const { subscriptionId, planId, personIds: to } of having.filter((one) => hasItOn(one, after))) {
      const subject = { type: 'subscription', id: subscriptionId };
      const led = paths.find((path) => path.planId === planId)?.successorId;
      const successor = successors.find(({ id }) => id === led)?.name;
      await this.tell(tx, act, retirement, { what, successor, to, subject });
    }
  }

  /** Who ordered it for a day on which it is over, while they can still order something else. */
  async orderers(tx: EntityManager, act: Act, service: ServiceEntity, retirement: RetirementEntity): Promise<void> {
    const rows: LateOrder[] = await tx.query(LATE_ORDERS, [retirement.id, WAITING]);
    for (const { id, number, startOn, plan, successor, personIds: to } of rows) {
      const what = `${service.name}, plan ${plan}, which ${orderNumber(number)} orders for ${startOn},`;
      const subject = { type: 'order', id };
      await this.tell(tx, act, retirement, { what, successor, to, subject });
    }
  }

  /** The owners of bundles on offer that it is part of: what is required there can be ordered no more without another version. */
  async bundleOwners(tx: EntityManager, act: Act, service: ServiceEntity, retirement: RetirementEntity): Promise<void> {
    const bundles: { id: string; name: string; ownerId: string }[] = await tx.query(BUNDLES, [retirement.id]);
    const what = await whatOf(tx, service, retirement);
    for (const { id, name, ownerId } of bundles) {
      const subject = { type: 'bundle', id };
      const part = `${what.replace(/,$/, '')}, part of the bundle ${name},`;
      const to = [ownerId];
      await this.tell(tx, act, retirement, { what: part, to, subject });
    }
  }

  /** Those who can do something about it. */
  async overdue(
    tx: EntityManager,
    act: PublicAct,
    service: ServiceEntity,
    retirement: RetirementEntity,
    finding: string,
  ): Promise<void> {
    const to = [...(await decidersOf(tx, act, service)), retirement.proposedById];
    const facts = { what: await whatOf(tx, service, retirement), finding };
    await this.notices.tell(tx, act, { kind: 'retirementOverdue', to, subject: subjectOf(retirement), facts });
  }

  /** That it ends and what takes its place, or that it stays after all. */
  private tell(
    tx: EntityManager,
    act: Act,
    { state, endsOn: on, takenBackReason }: RetirementEntity,
    {
      what,
      successor,
      ...whom
    }: Pick<Told<'retirement'>, 'to' | 'subject'> & { what: string; successor?: string | null | undefined },
  ): Promise<void> {
    if (state === 'undone')
      return this.notices.tell(tx, act, {
        ...whom,
        kind: 'retirementUndone',
        facts: { what, reason: takenBackReason! },
      });
    return this.notices.tell(tx, act, {
      ...whom,
      kind: 'retirement',
      facts: { what, on, ...(successor && { successor }) },
    });
  }
}

interface LateOrder {
  id: string;
  number: number;
  startOn: string;
  plan: string;
  successor: string | null;
  personIds: string[];
}

/** Their day is still to come. */
const WAITING: readonly OrderState[] = ['submitted', 'awaitingApproval', 'needsInformation', 'approved', 'scheduled'];

const LATE_ORDERS = `
  SELECT DISTINCT ON (o.id) o.id, o.number, o.start_on::text AS "startOn", p.name AS plan, n.name AS successor,
         ARRAY[o.requester_id, o.beneficiary_id]::text[] AS "personIds"
    FROM retirement r JOIN retirement_path path ON path.retirement_id = r.id JOIN plan p ON p.id = path.plan_id
    LEFT JOIN plan n ON n.id = path.successor_id JOIN order_item i ON i.plan_id = p.id
    JOIN service_order o ON o.id = i.order_id AND o.start_on > r.ends_on AND o.state = ANY ($2)
    LEFT JOIN subscription b ON b.id = i.subscription_id
   WHERE r.id = $1 AND (i.kind IN ('subscribe', 'renew') OR (i.kind = 'change' AND b.plan_id <> i.plan_id))
   ORDER BY o.id, i.position`;

const BUNDLES = `
  SELECT DISTINCT b.id, b.name, b.owner_id AS "ownerId" FROM retirement_path path JOIN bundle_part x ON x.plan_id = path.plan_id
    JOIN bundle b ON b.id = x.bundle_id AND b.live_version_id IS NOT NULL AND b.ended_at IS NULL
   WHERE path.retirement_id = $1 ORDER BY b.id`;

async function decidersOf(tx: EntityManager, { at }: PublicAct, { ownerId }: ServiceEntity): Promise<string[]> {
  return [...(ownerId ? [ownerId] : []), ...(await officeToday(tx, at))];
}

async function whatOf(tx: EntityManager, { name }: ServiceEntity, { planId }: RetirementEntity): Promise<string> {
  if (planId === null) return name;
  return `${name}, plan ${(await tx.findOneByOrFail(PlanEntity, { id: planId })).name},`;
}

const subjectOf = ({ id }: RetirementEntity) => ({ type: 'retirement', id });
