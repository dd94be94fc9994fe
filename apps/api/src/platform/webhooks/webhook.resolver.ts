import { canManageWebhooks } from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../act/act.js';
import { CurrentAct } from '../act/current-act.decorator.js';
import { toPayload } from '../errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../graphql/loaders.js';
import { Mailer } from '../mail/mailer.js';
import type { WebhookDeliveryEntity } from './webhook-delivery.entity.js';
import { WebhookSubscriptions } from './webhook-subscriptions.js';
import type { WebhookEntity } from './webhook.entity.js';
import { attemptsOfDelivery, countsOfWebhook } from './webhook.loader.js';
import {
  AddWebhookInput,
  ChangeWebhookInput,
  ChangeWebhookPayload,
  MailServer,
  RedeliverWebhookPayload,
  Webhook,
  WebhookAttempt,
  WebhookDelivery,
  WebhookDeliveryConnection,
  WebhookSecretPayload,
} from './webhook.type.js';

@Resolver(() => Webhook)
export class WebhookResolver {
  constructor(
    private readonly subscriptions: WebhookSubscriptions,
    private readonly mailer: Mailer,
  ) {}

  @Query(() => [Webhook], { description: 'For administrators, by slug; empty for others.' })
  webhooks(@CurrentAct() act: Act) {
    return this.subscriptions.all(act);
  }

  @Query(() => WebhookDeliveryConnection, { description: 'For administrators, newest first; empty for others.' })
  webhookDeliveries(
    @CurrentAct() act: Act,
    @Args('webhookId', { type: () => ID }) webhookId: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.subscriptions.deliveries(act, { webhookId, first: first ?? 50, after });
  }

  @Query(() => MailServer, { nullable: true, description: 'For administrators; null for others.' })
  mailServer(@CurrentAct() { viewer }: Act) {
    return canManageWebhooks(viewer) ? this.mailer.status() : null;
  }

  @Mutation(() => WebhookSecretPayload)
  addWebhook(@CurrentAct() act: Act, @Args('input') input: AddWebhookInput) {
    return withSecret(this.subscriptions.add(act, input));
  }

  @Mutation(() => ChangeWebhookPayload)
  changeWebhook(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('input') input: ChangeWebhookInput,
  ) {
    return toPayload('webhook', () => this.subscriptions.change(act, id, version, input));
  }

  @Mutation(() => WebhookSecretPayload, {
    description: 'From now on signatures are made with the new secret, for 24 hours with the one before too.',
  })
  renewWebhookSecret(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ) {
    return withSecret(this.subscriptions.renewSecret(act, id, version));
  }

  @Mutation(() => RedeliverWebhookPayload, { description: 'Sends what was sent before once more, under the same id.' })
  redeliverWebhook(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('delivery', () => this.subscriptions.redeliver(act, id));
  }

  @ResolveField(() => Int)
  async waiting(@Parent() { id }: WebhookEntity, @CurrentLoaders() loaders: Loaders) {
    return (await loaders.load(countsOfWebhook, id)).waiting;
  }

  @ResolveField(() => Int)
  async dead(@Parent() { id }: WebhookEntity, @CurrentLoaders() loaders: Loaders) {
    return (await loaders.load(countsOfWebhook, id)).dead;
  }
}

@Resolver(() => WebhookDelivery)
export class WebhookDeliveryResolver {
  @ResolveField(() => [WebhookAttempt])
  attempts(@Parent() { id }: WebhookDeliveryEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(attemptsOfDelivery, id);
  }
}

async function withSecret(made: Promise<WebhookEntity>) {
  const webhook = await made;
  return { webhook, secret: webhook.secret, errors: [] };
}
