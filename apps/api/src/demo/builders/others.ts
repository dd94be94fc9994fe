import { TaskAnswers } from '../../orders/fulfilment/task-answers.js';
import { FulfilmentTaskEntity } from '../../orders/fulfilment/fulfilment-task.entity.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import { WebhookAttemptEntity } from '../../platform/webhooks/webhook-attempt.entity.js';
import { WebhookDeliveryEntity } from '../../platform/webhooks/webhook-delivery.entity.js';
import type { UseCases } from './hands.js';

/** Plays the server of others that was asked to do a task: it takes the call, and says later that it is done. */
export async function othersDid(get: UseCases, at: Date, taskId: string, note: string): Promise<void> {
  const database = get(Database);
  const task = await database.read.findOneByOrFail(FulfilmentTaskEntity, { id: taskId });
  const delivery = await database.read.findOneByOrFail(WebhookDeliveryEntity, { id: task.deliveryId! });
  await database.transaction(async (tx) => {
    const attempt = { id: uuidv7(at), deliveryId: delivery.id, number: 1, at, durationMs: 180 };
    await tx.insert(WebhookAttemptEntity, { ...attempt, status: 202, error: null });
    const taken = { state: 'delivered', attempts: 1, nextAt: null, replyToken: null } as const;
    await tx.update(WebhookDeliveryEntity, delivery.id, taken);
  });
  await get(TaskAnswers).answer(at, taskId, delivery.replyToken!, { state: 'done', note });
  // Nobody has the token, and it is different each time.
  await database.transaction((tx) => tx.update(FulfilmentTaskEntity, taskId, { tokenHash: null }));
}
