import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person asked in a stage, and to whom they handed the question. */
@Entity('approval_seat')
@Index('approval_seat_person_index', ['personId'])
@Index('approval_seat_delegate_index', ['delegateId'])
@Check('approval_seat_delegated_check', `("delegate_id" IS NULL) = ("delegated_at" IS NULL)`)
@Check('approval_seat_delegate_check', `"delegate_id" <> "person_id"`)
export class ApprovalSeatEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'approval_seat_pkey' })
  @ForeignKey('approval_stage', { name: 'approval_seat_stage_fkey' })
  stageId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'approval_seat_pkey' })
  @ForeignKey('person', { name: 'approval_seat_person_fkey' })
  personId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'approval_seat_delegate_fkey' })
  delegateId!: string | null;

  @Column('timestamptz', { nullable: true })
  delegatedAt!: Date | null;

  /** Since when they may not decide any more, and somebody else was found. */
  @Column('timestamptz', { nullable: true })
  leftAt!: Date | null;

  /** Since when they may not decide any more while nobody else was found; the seat waits for somebody who can. */
  @Column('timestamptz', { nullable: true })
  lostAt!: Date | null;
}
