import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WebhookDeliveryEntity } from '../../platform/webhooks/webhook-delivery.entity.js';
import { WebhookEntity } from '../../platform/webhooks/webhook.entity.js';
import { Webhooks, type WebhookOutcome } from '../../platform/webhooks/webhooks.js';
import { activeAdministrators } from '../administrators.js';
import { Notices } from './notices.js';

/** Administrators hear of what a server of others did not take. */
@Injectable()
export class WebhookNotices implements OnModuleInit {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.webhooks.listen((tx, outcome, at) => this.tell(tx, outcome, at));
  }

  private async tell(tx: EntityManager, { deliveryId, event, state, error }: WebhookOutcome, at: Date): Promise<void> {
    if (state !== 'dead') return;
    const { webhookId } = await tx.findOneByOrFail(WebhookDeliveryEntity, { id: deliveryId });
    const { slug } = await tx.findOneByOrFail(WebhookEntity, { id: webhookId });
    await this.notices.tell(
      tx,
      { viewer: null, at },
      {
        kind: 'webhookDead',
        to: (await activeAdministrators(tx, at)).map(({ personId }) => personId),
        subject: { type: 'webhook', id: webhookId },
        facts: { webhook: slug, event, error: error! },
      },
    );
  }
}
