import { In } from 'typeorm';
import { defineLoader } from '../graphql/loaders.js';
import { WebhookAttemptEntity } from './webhook-attempt.entity.js';

/** The tries of a delivery, first to last. */
export const attemptsOfDelivery = defineLoader<string, WebhookAttemptEntity[]>(async (ids, { manager }) => {
  const attempts = await manager.find(WebhookAttemptEntity, {
    where: { deliveryId: In([...ids]) },
    order: { number: 'ASC' },
  });
  return ids.map((id) => attempts.filter(({ deliveryId }) => deliveryId === id));
});

/** How many deliveries of a webhook are still being tried, and how many were given up. */
export const countsOfWebhook = defineLoader<string, { waiting: number; dead: number }>(async (ids, { manager }) => {
  const rows: { id: string; waiting: number; dead: number }[] = await manager.query(
    `SELECT webhook_id AS id, (count(*) FILTER (WHERE state = 'waiting'))::int AS waiting,
       (count(*) FILTER (WHERE state = 'dead'))::int AS dead
     FROM webhook_delivery WHERE webhook_id = ANY ($1::uuid[]) AND state <> 'delivered' GROUP BY webhook_id`,
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id) ?? { waiting: 0, dead: 0 });
});
