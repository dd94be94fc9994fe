import type { TaskState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The work that an item of an approved order makes for a team. */
@Entity('fulfilment_task')
@Index('fulfilment_task_order_index', ['orderId', 'id'])
@Index('fulfilment_task_item_index', ['orderItemId'])
@Index('fulfilment_task_team_index', ['teamId', 'orderId'])
@Check('fulfilment_task_state_check', `"state" IN ('open', 'started', 'done', 'failed', 'cancelled')`)
@Check('fulfilment_task_started_check', `("assignee_id" IS NULL) = ("started_at" IS NULL)`)
@Check(
  'fulfilment_task_assignee_check',
  `CASE "state" WHEN 'open' THEN "assignee_id" IS NULL WHEN 'started' THEN "assignee_id" IS NOT NULL WHEN 'done' THEN "assignee_id" IS NOT NULL ELSE true END`,
)
@Check('fulfilment_task_ended_check', `("state" IN ('open', 'started')) = ("ended_at" IS NULL)`)
export class FulfilmentTaskEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fulfilment_task_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service_order', { name: 'fulfilment_task_order_fkey' })
  orderId!: string;

  @Column('uuid')
  @ForeignKey('order_item', { name: 'fulfilment_task_item_fkey' })
  orderItemId!: string;

  @Column('uuid')
  @ForeignKey('team', { name: 'fulfilment_task_team_fkey' })
  teamId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'fulfilment_task_assignee_fkey' })
  assigneeId!: string | null;

  @Column('text')
  state!: TaskState;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** What the team says at the end. */
  @Column('text', { nullable: true })
  note!: string | null;
}
