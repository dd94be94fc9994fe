import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A budget owner who may decide on an order, as found when it was submitted, or when all who were found had lost the role. */
@Entity('order_approver')
@Index('order_approver_person_index', ['personId'])
export class OrderApproverEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'order_approver_pkey' })
  @ForeignKey('service_order', { name: 'order_approver_order_fkey' })
  orderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'order_approver_pkey' })
  @ForeignKey('person', { name: 'order_approver_person_fkey' })
  personId!: string;
}
