import type { ReviewState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** A meeting on how a provider did in a period. It goes forward only; a trigger keeps a closed or cancelled one as it is. */
@Entity('review')
@Index('review_period_key', ['providerId', 'period'], { unique: true, where: `"state" <> 'cancelled'` })
@Index('review_planned_index', ['plannedOn', 'id'])
@Check('review_period_check', `"period" ~ '^[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])$'`)
@Check('review_state_check', `"state" IN ('planned', 'packFrozen', 'held', 'closed', 'cancelled')`)
@Check('review_cancelled_check', `("state" = 'cancelled') = ("cancel_reason" IS NOT NULL)`)
@Check(
  'review_comment_check',
  `num_nulls("comment", "commented_by_id", "commented_at", "commented_pack") IN (0, 4) AND btrim("comment") <> '' AND ("comment" IS NULL OR "state" <> 'planned')`,
)
@Check('review_minutes_check', `("minutes" IS NOT NULL) = ("state" IN ('held', 'closed')) AND btrim("minutes") <> ''`)
@Check(
  'review_closed_check',
  `("state" = 'closed') = ("closed_at" IS NOT NULL) AND ("closed_at" IS NULL) = ("closed_by_id" IS NULL)`,
)
export class ReviewEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('provider', { name: 'review_provider_fkey' })
  providerId!: string;

  /** 2026-03 or 2026-Q1. */
  @Column('text')
  period!: string;

  @Column('date')
  plannedOn!: string;

  @Column('text')
  state!: ReviewState;

  @Column('timestamptz')
  stateSince!: Date;

  @Column('uuid')
  @ForeignKey('person', { name: 'review_chair_fkey' })
  chairId!: string;

  /** The provider's words on its edition. */
  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'review_commented_by_fkey' })
  commentedById!: string | null;

  @Column('timestamptz', { nullable: true })
  commentedAt!: Date | null;

  /** Number of the pack that the provider had read. */
  @Column('int', { nullable: true })
  commentedPack!: number | null;

  @Column('text', { nullable: true })
  minutes!: string | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'review_closed_by_fkey' })
  closedById!: string | null;

  @Column('text', { nullable: true })
  cancelReason!: string | null;

  @VersionColumn({ default: 1 })
  version!: number;
}
