import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

// Spread where it is used: TypeORM writes into the options it is given.
const pk = { primaryKeyConstraintName: 'answer_pkey' };

/**
 * An answer to a survey: when, and which score. Neither who gave it nor what it is about is kept, nor a word of it.
 * Append-only: a correction is a further revision, and the newest one counts.
 */
@Entity('answer')
@ForeignKey('series', ['seriesId', 'lowest', 'highest'], ['id', 'lowest', 'highest'], { name: 'answer_series_fkey' })
@Index('answer_observed_index', ['seriesId', 'observedAt'])
@Check('answer_score_check', `"score" BETWEEN "lowest" AND "highest"`)
@Check('answer_revision_check', `"revision" BETWEEN 0 AND 4095`)
export class AnswerEntity {
  @PrimaryColumn('int', { ...pk })
  seriesId!: number;

  /** Made of what its source calls it, which cannot be read from it. */
  @PrimaryColumn('uuid', { ...pk })
  answer!: string;

  /** 0 = as it came first. */
  @PrimaryColumn('smallint', { ...pk })
  revision!: number;

  @Column('timestamptz')
  observedAt!: Date;

  @Column('smallint')
  score!: number;

  /** The scale of its survey. */
  @Column('smallint')
  lowest!: number;

  @Column('smallint')
  highest!: number;

  @Column('int')
  @ForeignKey('batch', { name: 'answer_batch_fkey' })
  batchId!: number;

  /** On which it stood in its batch. */
  @Column('int', { nullable: true })
  line!: number | null;
}
