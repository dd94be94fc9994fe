import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { uuidv7 } from '../../platform/uuid.js';
import { recommit } from '../../orders/budgets/recommit.js';
import { todayOf } from '../today.js';
import { subscribersOf, type WhichSubscribers } from './subscribers.js';

/** New prices reach those who have a plan: on their day, the history of the subscription says what it costs from then on. */
@Injectable()
export class SubscriberPrices {
  constructor(private readonly database: Database) {}

  @Job('subscriberPrices', { everyMinutes: 60 })
  async reach(_: object, { at }: JobRun): Promise<void> {
    await this.database.transaction((tx) => reachSubscribers(tx, at, {}));
  }
}

/** Writes down every price list that has reached a subscription by now; doing it twice changes nothing more. */
export async function reachSubscribers(tx: EntityManager, at: Date, which: WhichSubscribers): Promise<void> {
  const subscribers = await subscribersOf(tx, which, await todayOf(tx, at), true);
  const reachedIds: string[] = [];
  for (const { subscriptionId, planId, quantity, state, prices, reached } of subscribers) {
    if (!reached) continue;
    reachedIds.push(subscriptionId);
    const { fromDate, planVersion } = reached;
    await tx.query(KEEP, [
      uuidv7(at),
      subscriptionId,
      at,
      fromDate,
      planId,
      planVersion,
      quantity,
      state,
      JSON.stringify(prices),
    ]);
  }
  await recommit(tx, { viewer: null, at }, reachedIds);
}

const KEEP = `
  INSERT INTO subscription_change (id, subscription_id, at, from_date, plan_id, plan_version, quantity, state, prices)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
