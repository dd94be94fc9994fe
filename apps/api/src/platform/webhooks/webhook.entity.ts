import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

export const WEBHOOK_STATES = ['active', 'paused', 'ended'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** A server of others that is told of events, or that does tasks for us. */
@Entity('webhook')
@Unique('webhook_slug_key', ['slug'])
@Check('webhook_slug_check', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('webhook_url_check', `"url" ~ '^https?://'`)
@Check('webhook_secret_check', `"secret" ~ '^whsec_.{32,}$'`)
@Check('webhook_former_secret_check', `("former_secret" IS NULL) = ("former_secret_until" IS NULL)`)
@Check('webhook_state_check', `"state" IN ('active', 'paused', 'ended')`)
export class WebhookEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  url!: string;

  /** What signatures are made with: unlike a password it is needed as it is. Shown once. */
  @Column('text')
  secret!: string;

  /** The one before, with which is signed too until the receiver has had time to learn the new one. */
  @Column('text', { nullable: true })
  formerSecret!: string | null;

  @Column('timestamptz', { nullable: true })
  formerSecretUntil!: Date | null;

  /** Which events it is told of; none for one that only does tasks. */
  @Column('text', { array: true })
  events!: string[];

  @Column('text')
  state!: WebhookState;

  /** Grows with every change. */
  @Column('integer')
  version!: number;

  @Column('uuid')
  @ForeignKey('person', { name: 'webhook_made_by_fkey' })
  madeById!: string;

  @Column('timestamptz')
  madeAt!: Date;
}
