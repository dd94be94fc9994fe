import {
  type AcceptedItem,
  addDays,
  begun,
  dayOf,
  lastServedDay,
  OPEN_STATES,
  type RenewalAsked,
  renewedTo,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PlanEntity } from '../../catalog/plans/plan.entity.js';
import { retiringPlans } from '../../catalog/retirement/retiring.js';
import { todayOf } from '../../people/today.js';
import { Notices } from '../../people/notices/notices.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { uuidv7 } from '../../platform/uuid.js';
import { recommit } from '../budgets/recommit.js';
import { SubscriptionChangeEntity } from './subscription-change.entity.js';
import { SubscriptionEntity } from './subscription.entity.js';
import { pricesOfSubscription } from './subscription-prices.js';

/** What days do to subscriptions, without anybody's order: renewals are told and come, and ends come. */
@Injectable()
export class SubscriptionDays {
  constructor(
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /** Doing it twice on a day changes nothing more. */
  @Job('subscriptionDays', { everyMinutes: 60 })
  async pass(_: object, { at }: Pick<JobRun, 'at'>): Promise<void> {
    const today = await todayOf(this.database.read, at);
    const near: { id: string }[] = await this.database.read.query(NEAR, [today]);
    for (const { id } of near) await this.database.transaction((tx) => this.passOne(tx, at, id, today));
  }

  private async passOne(tx: EntityManager, at: Date, id: string, today: string): Promise<void> {
    const lock = { mode: 'for_no_key_update' } as const;
    const found = await tx.findOneOrFail(SubscriptionEntity, { where: { id }, lock });
    const subscription = await this.begin(tx, at, found, today);
    const retiring = (await retiringPlans(tx, [subscription.planId])).get(subscription.planId);
    const isClosed = retiring !== undefined && retiring.closesOn <= today;
    const asked = await renewalAsked(tx, id);
    switch (dayOf(subscription, subscription.renewalToldFor, today, { isClosed, asked })) {
      case 'tellRenewal':
        return this.tellRenewal(tx, at, subscription);
      case 'renew':
        await this.renew(tx, at, subscription);
        break;
      case 'goOn':
        await this.goOn(tx, at, subscription);
        break;
      case 'end':
        await this.end(tx, at, subscription, asked === 'open' ? null : asked);
        break;
      case 'nothing':
        return;
    }
    await recommit(tx, { viewer: null, at }, [id]);
  }

  /** What a term held back holds from the day after it, and the row says so. */
  private async begin(tx: EntityManager, at: Date, before: SubscriptionEntity, today: string) {
    const [ahead]: (Omit<AcceptedItem, 'kind' | 'heldBackTo'> & { on: string })[] = await tx.query(BEGUN, [
      before.id,
      today,
    ]);
    if (!ahead || (ahead.planId === before.planId && ahead.quantity === before.quantity)) return before;
    const { on, ...item } = ahead;
    const now = begun(before, item, on);
    if (now === null) return before;
    const after = { ...before, ...now, version: before.version + 1 };
    const { serviceId } = await tx.findOneByOrFail(PlanEntity, { id: after.planId });
    await tx.update(SubscriptionEntity, { id: before.id }, { ...now, serviceId, version: after.version });
    const subject = { type: 'subscription', id: before.id };
    await this.audit.record(tx, { viewer: null, at }, 'subscription.changed', subject, before, after);
    return after;
  }

  private async tellRenewal(tx: EntityManager, at: Date, { id, ownerId, renewsOn }: SubscriptionEntity): Promise<void> {
    const [{ service, plan }]: [{ service: string; plan: string }] = await tx.query(NAMES, [id]);
    await this.notices.tell(
      tx,
      { viewer: null, at },
      {
        kind: 'renewalDue',
        to: [ownerId],
        subject: { type: 'subscription', id },
        facts: { service, plan, on: renewsOn! },
      },
    );
    await tx.update(SubscriptionEntity, { id }, { renewalToldFor: renewsOn });
  }

  private async renew(
    tx: EntityManager,
    at: Date,
    { id, termsFrom, renewsOn, termMonths, version }: SubscriptionEntity,
  ): Promise<void> {
    const next = renewedTo({ termsFrom, renewsOn }, termMonths!);
    await tx.update(SubscriptionEntity, { id }, { renewsOn: next, version: version + 1 });
    const subject = { type: 'subscription', id };
    await this.audit.record(
      tx,
      { viewer: null, at },
      'subscription.renewed',
      subject,
      { renewsOn },
      { renewsOn: next },
    );
  }

  /** Without a term: its plan retires, and serves until then. */
  private async goOn(
    tx: EntityManager,
    at: Date,
    { id, termsFrom, renewsOn, termMonths, renewal, version }: SubscriptionEntity,
  ): Promise<void> {
    const before = { termsFrom, renewsOn, termMonths, renewal };
    const none = { termsFrom: null, renewsOn: null, termMonths: null, renewal: null };
    await tx.update(SubscriptionEntity, { id }, { ...none, version: version + 1 });
    const subject = { type: 'subscription', id };
    await this.audit.record(tx, { viewer: null, at }, 'subscription.unbound', subject, before, none);
  }

  /** The history of one that was terminated tells of its end already. */
  private async end(
    tx: EntityManager,
    at: Date,
    subscription: SubscriptionEntity,
    asked: string | null,
  ): Promise<void> {
    const { id, planId, planVersion, quantity, state, version } = subscription;
    const endsOn = lastServedDay(subscription, asked);
    await tx.update(SubscriptionEntity, { id }, { state: 'ended', endsOn, version: version + 1 });
    if (subscription.endsOn === null) {
      const prices = await pricesOfSubscription(tx, id, endsOn);
      const change = { subscriptionId: id, at, fromDate: addDays(endsOn, 1), planId, planVersion, quantity, prices };
      await tx.insert(SubscriptionChangeEntity, { id: uuidv7(at), ...change, state: 'ended', orderItemId: null });
    }
    const subject = { type: 'subscription', id };
    await this.audit.record(
      tx,
      { viewer: null, at },
      'subscription.ended',
      subject,
      { state },
      { state: 'ended', endsOn },
    );
    // What is ordered of it comes to nothing.
    await this.jobs.enqueue(tx, 'orderDays', {});
  }
}

/** Those of which a day may be near; the rule says which. */
const NEAR = `
  SELECT id FROM subscription
   WHERE state <> 'ended' AND (ends_on < $1::date OR renews_on <= $1::date + greatest(notice_days, 14) OR id IN (
     SELECT subscription_id FROM order_item WHERE kind = 'change' AND accepted_at IS NOT NULL AND held_back_to < $1::date))
   ORDER BY id`;

/** What its history says of today, with the terms of the item that ordered that plan last. */
const BEGUN = `
  SELECT c.plan_id AS "planId", c.plan_version AS "planVersion", c.quantity, c.from_date::text AS on,
         i.term_months AS "termMonths", i.renewal, i.notice_days AS "noticeDays"
    FROM (SELECT * FROM subscription_change WHERE subscription_id = $1 AND from_date <= $2::date
           ORDER BY from_date DESC, id DESC LIMIT 1) c
    JOIN LATERAL (SELECT * FROM order_item WHERE subscription_id = $1 AND plan_id = c.plan_id AND accepted_at IS NOT NULL
           ORDER BY accepted_at DESC, id DESC LIMIT 1) i ON true
   WHERE c.state <> 'ended'`;

const RENEWALS = `
  SELECT bool_or(r.is_open) AS "isOpen", (max(r.until) AT TIME ZONE (SELECT time_zone FROM enterprise))::date::text AS until
    FROM (
      SELECT coalesce(i.failed_at, o.state_since) AS until, i.failed_at IS NULL AND o.state = ANY ($2) AS is_open
        FROM order_item i JOIN service_order o ON o.id = i.order_id
       WHERE i.subscription_id = $1 AND i.kind = 'renew' AND i.accepted_at IS NULL AND o.submitted_at IS NOT NULL) r`;

/** What became of the orders that renew it, as far as they were not accepted. */
async function renewalAsked(tx: EntityManager, id: string): Promise<RenewalAsked> {
  const [{ isOpen, until }]: [{ isOpen: boolean | null; until: string | null }] = await tx.query(RENEWALS, [
    id,
    OPEN_STATES,
  ]);
  return isOpen ? 'open' : until;
}

const NAMES = `
  SELECT s.name AS service, p.name AS plan FROM subscription b JOIN service s ON s.id = b.service_id
    JOIN plan p ON p.id = b.plan_id WHERE b.id = $1`;
