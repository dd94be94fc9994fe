import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody has to do by a date, from a review. Once done it stays as it is. */
@Entity('review_action')
@Index('review_action_review_index', ['reviewId', 'id'])
@Index('review_action_owner_index', ['ownerId'])
@Index('review_action_due_index', ['due', 'id'])
@Check('review_action_what_check', `btrim("what") <> ''`)
@Check(
  'review_action_done_check',
  `num_nulls("done_at", "done_by_id", "outcome") IN (0, 3) AND btrim("outcome") <> '' AND "done_at" >= "added_at"`,
)
export class ActionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_action_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('review', { name: 'review_action_review_fkey' })
  reviewId!: string;

  @Column('text')
  what!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'review_action_owner_fkey' })
  ownerId!: string;

  @Column('date')
  due!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'review_action_added_by_fkey' })
  addedById!: string;

  @Column('timestamptz')
  addedAt!: Date;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'review_action_done_by_fkey' })
  doneById!: string | null;

  @Column('text', { nullable: true })
  outcome!: string | null;
}
