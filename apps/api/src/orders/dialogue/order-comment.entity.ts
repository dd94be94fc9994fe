import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody who has to do with an order says of it. Rows are added and never change. */
@Entity('order_comment')
@Index('order_comment_order_index', ['orderId', 'id'])
@Check('order_comment_text_check', `btrim("text") <> ''`)
export class OrderCommentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'order_comment_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service_order', { name: 'order_comment_order_fkey' })
  orderId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid')
  @ForeignKey('person', { name: 'order_comment_by_fkey' })
  byId!: string;

  @Column('text')
  text!: string;
}
