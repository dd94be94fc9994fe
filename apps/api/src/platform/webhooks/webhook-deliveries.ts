import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database/database.js';
import { backOffMs } from '../jobs/back-off.js';
import { Job, type JobRun } from '../jobs/job.decorator.js';
import { TryAgain } from '../jobs/try-again.js';
import { uuidv7 } from '../uuid.js';
import { insideOf } from '../outgoing/inside.js';
import { NoAnswer, type Answer } from '../outgoing/ask-server.js';
import { post } from './post.js';
import { signedHeaders } from './signature.js';
import { WebhookAttemptEntity } from './webhook-attempt.entity.js';
import { WebhookDeliveryEntity } from './webhook-delivery.entity.js';
import { WebhookEntity } from './webhook.entity.js';
import { Webhooks } from './webhooks.js';

/** With its pauses about seven hours. */
const ATTEMPTS = 14;
const LONGEST_WAIT_MS = 3_600_000;

/** The header with the token by which a call is answered later. */
export const REPLY_TOKEN = 'accord-reply-token';

type Tried = { durationMs: number; answer: Answer | null; error: string | null };

/** Carries events to the servers of others. */
@Injectable()
export class WebhookDeliveries {
  private readonly isInside: (address: string) => boolean;

  constructor(
    @Inject(CONFIG) { webhookNetworks }: Pick<Config, 'webhookNetworks'>,
    private readonly database: Database,
    private readonly webhooks: Webhooks,
  ) {
    this.isInside = insideOf(webhookNetworks);
  }

  @Job('webhook', { outside: true, attempts: ATTEMPTS })
  async deliver({ deliveryId }: { deliveryId: string }, { at, isLast, signal, attempt }: JobRun): Promise<void> {
    const delivery = await this.database.read.findOneBy(WebhookDeliveryEntity, { id: deliveryId });
    if (delivery?.state !== 'waiting') return;
    const webhook = await this.database.read.findOneByOrFail(WebhookEntity, { id: delivery.webhookId });
    const tried = webhook.state === 'active' ? await this.tryOnce(delivery, webhook, at, signal) : notTried(webhook);
    if (signal.aborted && !tried.answer) throw new TryAgain('The server stops.');
    const { answer } = tried;
    const isDelivered = answer !== null && answer.status >= 200 && answer.status < 300;
    const isDead = !isDelivered && (isLast || webhook.state !== 'active' || answer?.status === 410);
    // What a server asks for begins with its answer.
    const askedMs = answer?.retryAfterSeconds ? answer.retryAfterSeconds * 1000 + tried.durationMs : 0;
    const waitMs = Math.max(backOffMs(attempt), Math.min(askedMs, LONGEST_WAIT_MS));
    const nextAt = isDelivered || isDead ? null : new Date(at.getTime() + waitMs);
    await this.database.transaction(async (tx) => {
      await tx.insert(WebhookAttemptEntity, {
        id: uuidv7(at),
        deliveryId,
        number: delivery.attempts + 1,
        at,
        durationMs: tried.durationMs,
        status: answer?.status ?? null,
        error: tried.error,
      });
      const state = isDelivered ? 'delivered' : isDead ? 'dead' : 'waiting';
      const replyToken = nextAt && delivery.replyToken;
      await tx.update(WebhookDeliveryEntity, deliveryId, {
        state,
        attempts: delivery.attempts + 1,
        nextAt,
        replyToken,
      });
      if (state === 'waiting') return;
      const { event, subjectType: type, subjectId: id } = delivery;
      const error = isDelivered ? null : (tried.error ?? `It answered ${answer!.status}.`);
      const ended = { deliveryId, event, subject: { type, id }, state, error } as const;
      await this.webhooks.heard(tx, { ...ended, status: answer?.status ?? null, body: answer?.body ?? '' }, at);
    });
    if (nextAt) throw new TryAgain(tried.error ?? `It answered ${answer!.status}.`, nextAt);
  }

  private async tryOnce(
    { id, body, replyToken }: WebhookDeliveryEntity,
    { url, ...webhook }: WebhookEntity,
    at: Date,
    signal: AbortSignal,
  ): Promise<Tried> {
    const began = performance.now();
    const took = () => Math.round(performance.now() - began);
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': 'Accord',
      ...signedHeaders(secretsOf(webhook, at), id, at, body),
      ...(replyToken && { [REPLY_TOKEN]: replyToken }),
    };
    try {
      const answer = await post({ url, body, headers, isInside: this.isInside, signal });
      return { durationMs: took(), answer, error: null };
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      return { durationMs: took(), answer: null, error: error.message };
    }
  }
}

/** The newest first. */
const secretsOf = (
  { secret, formerSecret, formerSecretUntil }: Pick<WebhookEntity, 'secret' | 'formerSecret' | 'formerSecretUntil'>,
  at: Date,
) => (formerSecret && formerSecretUntil && formerSecretUntil > at ? [secret, formerSecret] : [secret]);

function notTried({ state }: WebhookEntity): Tried {
  return { durationMs: 0, answer: null, error: `The webhook is ${state}.` };
}
