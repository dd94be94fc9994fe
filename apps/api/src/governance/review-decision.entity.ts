import type { ReviewDecisionKind } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a review came to; never changed. */
@Entity('review_decision')
@Index('review_decision_review_index', ['reviewId', 'id'])
@Check('review_decision_kind_check', `"kind" IN ('accept', 'credit', 'improvementPlan', 'escalate', 'renew', 'exit')`)
@Check('review_decision_text_check', `btrim("text") <> ''`)
@Check('review_decision_credit_check', `"credit_id" IS NULL OR "kind" = 'credit'`)
export class ReviewDecisionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_decision_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('review', { name: 'review_decision_review_fkey' })
  reviewId!: string;

  @Column('text')
  kind!: ReviewDecisionKind;

  @Column('text')
  text!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'review_decision_by_fkey' })
  byId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('service_credit', { name: 'review_decision_credit_fkey' })
  creditId!: string | null;
}
