import {
  assertCanManageWebhooks,
  canManageWebhooks,
  DomainError,
  webhookUrlOf,
  type WebhookEvent,
} from '@accord/domain';
import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { isIP } from 'node:net';
import type { EntityManager } from 'typeorm';
import type { Act } from '../act/act.js';
import { Audit } from '../audit/audit.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database/database.js';
import { assertFresh } from '../errors/assert-fresh.js';
import { pageSize, readCursor, toConnection } from '../graphql/page.js';
import { Jobs } from '../jobs/jobs.js';
import { uuidv7 } from '../uuid.js';
import { insideOf } from '../outgoing/inside.js';
import { newSecret } from './signature.js';
import { WebhookDeliveryEntity } from './webhook-delivery.entity.js';
import { WebhookEntity, type WebhookState } from './webhook.entity.js';

export interface WebhookChange {
  url?: string | null;
  events?: readonly WebhookEvent[] | null;
  state?: WebhookState | null;
}

/** Which servers of others are told of what; administrators decide. */
@Injectable()
export class WebhookSubscriptions {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'webhookNetworks'>,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /** By slug; none for who does not manage them. */
  async all({ viewer }: Act): Promise<WebhookEntity[]> {
    return canManageWebhooks(viewer) ? this.database.read.find(WebhookEntity, { order: { slug: 'ASC' } }) : [];
  }

  /** Newest first. */
  async deliveries(
    { viewer }: Act,
    { webhookId, first, after }: { webhookId: string; first: number; after: string | null },
  ) {
    const size = pageSize(first);
    if (!canManageWebhooks(viewer) || !isUUID(webhookId)) return toConnection<WebhookDeliveryEntity>([], 0, () => []);
    const deliveries = this.database.read
      .createQueryBuilder(WebhookDeliveryEntity, 'delivery')
      .where('delivery.webhookId = :webhookId', { webhookId });
    if (after) deliveries.andWhere('delivery.id < :after', { after: readCursor(after, ['uuid'])[0] });
    const rows = await deliveries
      .orderBy('delivery.id', 'DESC')
      .limit(size + 1)
      .getMany();
    return toConnection(rows, size, ({ id }) => [id]);
  }

  /** @returns With the secret, which nobody is shown again. */
  add(act: Act, { slug, url, events }: { slug: string; url: string; events: readonly WebhookEvent[] }) {
    assertCanManageWebhooks(act.viewer);
    const checked = this.urlOf(url);
    return this.database.transaction(async (tx) => {
      if (await tx.existsBy(WebhookEntity, { slug })) {
        throw new DomainError('TAKEN', `There is, or was, a webhook ${slug} already.`, ['slug']);
      }
      const webhook = tx.create(WebhookEntity, {
        id: uuidv7(act.at),
        slug,
        url: checked,
        secret: newSecret(),
        formerSecret: null,
        formerSecretUntil: null,
        events: [...new Set(events)],
        state: 'active',
        version: 1,
        madeById: act.viewer.personId,
        madeAt: act.at,
      });
      await tx.insert(WebhookEntity, webhook);
      await this.record(tx, act, 'webhook.added', null, webhook);
      return webhook;
    });
  }

  /** Omitted parts stay; one that has ended stays ended. */
  change(act: Act, id: string, version: number, { url, events, state }: WebhookChange): Promise<WebhookEntity> {
    return this.changed(act, id, version, 'webhook.changed', (webhook) => ({
      url: url == null ? webhook.url : this.urlOf(url),
      events: events == null ? webhook.events : [...new Set(events)],
      state: state ?? webhook.state,
    }));
  }

  /** From now on signatures are made with the new secret, for a day with the one before too. */
  renewSecret(act: Act, id: string, version: number): Promise<WebhookEntity> {
    return this.changed(act, id, version, 'webhook.secretRenewed', ({ secret }) => ({
      secret: newSecret(),
      formerSecret: secret,
      formerSecretUntil: new Date(act.at.getTime() + FORMER_SECRET_MS),
    }));
  }

  /** Sends what was sent before once more, under the same id. @throws {DomainError} While it is still being tried. */
  redeliver(act: Act, id: string): Promise<WebhookDeliveryEntity> {
    assertCanManageWebhooks(act.viewer);
    return this.database.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const delivery = isUUID(id) ? await tx.findOne(WebhookDeliveryEntity, { where: { id }, lock }) : null;
      if (!delivery) throw new DomainError('NOT_FOUND', 'There is no such delivery.', ['id']);
      if (delivery.state === 'waiting') throw new DomainError('WAITING', 'It is still being tried.', ['id']);
      const { state } = await tx.findOneByOrFail(WebhookEntity, { id: delivery.webhookId });
      if (state !== 'active') throw new DomainError('NOT_ACTIVE', `The webhook is ${state}.`, ['id']);
      Object.assign(delivery, { state: 'waiting', nextAt: act.at });
      await tx.save(delivery);
      await this.jobs.enqueue(tx, 'webhook', { deliveryId: id });
      await this.audit.record(tx, act, 'webhook.redelivered', { type: 'webhook', id: delivery.webhookId }, null, {
        id,
      });
      return delivery;
    });
  }

  private changed(
    act: Act,
    id: string,
    version: number,
    action: string,
    change: (webhook: WebhookEntity) => Partial<WebhookEntity>,
  ): Promise<WebhookEntity> {
    assertCanManageWebhooks(act.viewer);
    return this.database.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const webhook = isUUID(id) ? await tx.findOne(WebhookEntity, { where: { id }, lock }) : null;
      if (!webhook) throw new DomainError('NOT_FOUND', 'There is no such webhook.', ['id']);
      assertFresh(webhook, version);
      if (webhook.state === 'ended') throw new DomainError('ENDED', 'The webhook has ended.', ['id']);
      const before = { ...webhook };
      Object.assign(webhook, change(webhook), { version: webhook.version + 1 });
      await tx.save(webhook);
      await this.record(tx, act, action, before, webhook);
      return webhook;
    });
  }

  /** An address inside is refused at once where it is written out; a name is looked up each time it is called. */
  private urlOf(text: string): string {
    const { webhookNetworks } = this.config;
    const url = webhookUrlOf(text, webhookNetworks.length > 0);
    const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
    if ((isIP(host) && insideOf(webhookNetworks)(host)) || host === 'localhost') {
      throw new DomainError('INSIDE', `${host} is an address inside; webhooks go to others.`, ['url']);
    }
    return url;
  }

  private record(tx: EntityManager, act: Act, action: string, before: WebhookEntity | null, after: WebhookEntity) {
    return this.audit.record(tx, act, action, { type: 'webhook', id: after.id }, told(before), told(after));
  }
}

const told = (webhook: WebhookEntity | null) => webhook && { ...webhook, secret: undefined, formerSecret: undefined };

/** Within a day a receiver has learnt its new secret. */
const FORMER_SECRET_MS = 86_400_000;
