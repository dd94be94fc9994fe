import { addDays, dayOf, lastServedOn, OPEN_STATES, type RenewalAsked, renewedTo } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
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
    const subscription = await tx.findOneOrFail(SubscriptionEntity, { where: { id }, lock });
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
    const endsOn = lastServedOn(subscription, asked)!;
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
   WHERE state <> 'ended' AND (ends_on < $1::date OR renews_on <= $1::date + greatest(notice_days, 14)) ORDER BY id`;

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
