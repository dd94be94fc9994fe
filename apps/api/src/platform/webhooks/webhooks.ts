import { DomainError, isWebhookEvent } from '@accord/domain';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ArrayContains, type EntityManager } from 'typeorm';
import type { PublicAct } from '../act/act.js';
import { Audit, type AuditSubject } from '../audit/audit.js';
import { CONFIG, type Config } from '../config.js';
import { Jobs } from '../jobs/jobs.js';
import { uuidv7 } from '../uuid.js';
import { WebhookDeliveryEntity } from './webhook-delivery.entity.js';
import { WebhookEntity } from './webhook.entity.js';

/** What a server of others is asked to do, or told. */
export interface WebhookCall {
  /** Slug of the webhook. */
  webhook: string;
  /** Noun and past participle, such as `task.started`. */
  event: string;
  subject: AuditSubject;
  /** As JSON, and no more than the receiver needs. */
  data: object;
  /** By which the receiver may answer later: sent beside the signature, and kept no longer than that takes. */
  replyToken?: string;
}

/** What became of a call in the end. */
export interface WebhookOutcome {
  deliveryId: string;
  event: string;
  subject: AuditSubject;
  state: 'delivered' | 'dead';
  /** Of HTTP; null when the last try had no answer. */
  status: number | null;
  /** The answer, up to 64 KiB; empty when there was none. */
  body: string;
  /** Why it is dead, for people. */
  error: string | null;
}

/** Hears of outcomes in the transaction that notes them: what it throws lets the call be tried again. */
export type OutcomeListener = (tx: EntityManager, outcome: WebhookOutcome, at: Date) => Promise<void>;

/** Tells servers of others what happens here, in the form of CloudEvents 1.0, signed by the Standard Webhooks scheme. */
@Injectable()
export class Webhooks implements OnModuleInit {
  private readonly listeners: OutcomeListener[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.audit.listen((tx, act, action, subject) => this.publish(tx, act, action, subject));
  }

  /** For every outcome; the listener picks those of its events. */
  listen(listener: OutcomeListener): void {
    this.listeners.push(listener);
  }

  async heard(tx: EntityManager, outcome: WebhookOutcome, at: Date): Promise<void> {
    for (const listener of this.listeners) await listener(tx, outcome, at);
  }

  /**
   * Calls one webhook after the transaction, again and again until it answers with 2xx or is given up.
   *
   * @returns The id of the delivery, by which its outcome is told to the listeners.
   * @throws {DomainError} When there is no such webhook that works.
   */
  async call(tx: EntityManager, act: PublicAct, { webhook: slug, ...message }: WebhookCall): Promise<string> {
    const webhook = await tx.findOneBy(WebhookEntity, { slug, state: 'active' });
    if (!webhook) throw new DomainError('NOT_FOUND', `There is no webhook ${slug} that is active.`, ['webhook']);
    return this.send(tx, act, webhook, message);
  }

  /** What the audit keeps is told to who wants to know: that it happened, to what and by whom; the rest they may ask for. */
  private async publish(tx: EntityManager, act: PublicAct, event: string, subject: AuditSubject): Promise<void> {
    if (!isWebhookEvent(event)) return;
    const webhooks = await tx.findBy(WebhookEntity, { state: 'active', events: ArrayContains([event]) });
    const data = { subject, actorId: act.viewer?.personId ?? null };
    for (const webhook of webhooks) await this.send(tx, act, webhook, { event, subject, data });
  }

  private async send(
    tx: EntityManager,
    { at }: PublicAct,
    { id: webhookId }: WebhookEntity,
    { event, subject, data, replyToken }: Omit<WebhookCall, 'webhook'>,
  ): Promise<string> {
    const id = uuidv7(at);
    const body = JSON.stringify({
      specversion: '1.0',
      id,
      source: this.config.publicUrl,
      type: `accord.${event}`,
      subject: `${subject.type}/${subject.id}`,
      time: at.toISOString(),
      datacontenttype: 'application/json',
      data,
    });
    await tx.insert(WebhookDeliveryEntity, {
      id,
      webhookId,
      event,
      subjectType: subject.type,
      subjectId: subject.id,
      body,
      madeAt: at,
      state: 'waiting',
      attempts: 0,
      nextAt: at,
      replyToken: replyToken ?? null,
    });
    await this.jobs.enqueue(tx, 'webhook', { deliveryId: id });
    return id;
  }
}
