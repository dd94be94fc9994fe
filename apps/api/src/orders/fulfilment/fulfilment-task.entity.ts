import type { TaskState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

const STATES = `"state" IN ('waiting', 'open', 'started', 'done', 'failed', 'cancelled')`;
const WEBHOOK = `num_nulls("webhook", "answer_minutes") IN (0, 2) AND ("webhook" IS NOT NULL OR num_nonnulls("delivery_id", "token_hash") = 0)`;
const ASSIGNEE = `CASE "state" WHEN 'waiting' THEN "assignee_id" IS NULL WHEN 'open' THEN "assignee_id" IS NULL WHEN 'started' THEN ("assignee_id" IS NULL) = ("webhook" IS NOT NULL) WHEN 'done' THEN num_nonnulls("assignee_id", "webhook") > 0 ELSE true END`;
const DUE = `("due_at" IS NOT NULL) = ("state" = 'started' AND "webhook" IS NOT NULL)`;
const ENDED = `("state" IN ('waiting', 'open', 'started')) = ("ended_at" IS NULL)`;

/** A piece of the work that an item of an approved order makes, for a team or for somebody else's server. */
@Entity('fulfilment_task')
@Index('fulfilment_task_order_index', ['orderId', 'id'])
@Index('fulfilment_task_item_index', ['orderItemId'])
@Index('fulfilment_task_team_index', ['teamId', 'orderId'])
@Index('fulfilment_task_work_index', ['teamId', 'createdAt', 'id'], {
  where: `"state" IN ('waiting', 'open', 'started', 'failed')`,
})
@Index('fulfilment_task_once_key', ['orderItemId', 'key'], {
  unique: true,
  where: `"undoes_id" IS NULL AND "state" IN ('waiting', 'open', 'started')`,
})
@Unique('fulfilment_task_undoes_key', ['undoesId'])
@Check('fulfilment_task_name_check', `btrim("name") <> '' AND "key" <> ''`)
@Check('fulfilment_task_state_check', STATES)
@Check('fulfilment_task_webhook_check', WEBHOOK)
@Check('fulfilment_task_started_check', `"assignee_id" IS NULL OR "started_at" IS NOT NULL`)
@Check('fulfilment_task_assignee_check', ASSIGNEE)
@Check('fulfilment_task_due_check', DUE)
@Check('fulfilment_task_ended_check', ENDED)
export class FulfilmentTaskEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fulfilment_task_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service_order', { name: 'fulfilment_task_order_fkey' })
  orderId!: string;

  @Column('uuid')
  @ForeignKey('order_item', { name: 'fulfilment_task_item_fkey' })
  orderItemId!: string;

  /** Of the task in the template that was pinned. */
  @Column('text')
  key!: string;

  @Column('text')
  name!: string;

  @Column('uuid')
  @ForeignKey('team', { name: 'fulfilment_task_team_fkey' })
  teamId!: string;

  /** Whether the team is that of the service, which may change, and not one that the template names. */
  @Column('boolean')
  isServiceTeam!: boolean;

  /** What it takes back; null for work. */
  @Column('uuid', { nullable: true })
  @ForeignKey('fulfilment_task', { name: 'fulfilment_task_undoes_fkey' })
  undoesId!: string | null;

  @Column('text')
  state!: TaskState;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'fulfilment_task_assignee_fkey' })
  assigneeId!: string | null;

  /** Slug of the webhook that does it. */
  @Column('text', { nullable: true })
  webhook!: string | null;

  /** How long its answer is waited for. */
  @Column('integer', { nullable: true })
  answerMinutes!: number | null;

  /** The last call. */
  @Column('uuid', { nullable: true })
  @ForeignKey('webhook_delivery', { name: 'fulfilment_task_delivery_fkey' })
  deliveryId!: string | null;

  /** Of the token with which the last call is answered. */
  @Column('text', { nullable: true })
  tokenHash!: string | null;

  /** Of the tokens of calls before it: what they did counts as well. */
  @Column('text', { array: true, default: () => "'{}'" })
  earlierHashes!: string[];

  /** When an answer would come too late. */
  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  /** How often the webhook was asked to do it. */
  @Column('smallint', { default: 0 })
  calls!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** What is said at the end. */
  @Column('text', { nullable: true })
  note!: string | null;
}
