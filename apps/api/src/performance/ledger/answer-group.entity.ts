import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

// Spread where it is used: TypeORM writes into the options it is given.
const pk = { primaryKeyConstraintName: 'answer_group_pkey' };

/** Answers to a survey that are not kept one by one any more. */
@Entity('answer_group')
@Check('answer_group_time_check', `"from_at" <= "last_at" AND "last_at" < "dropped_at"`)
export class AnswerGroupEntity {
  @PrimaryColumn('int', { ...pk })
  @ForeignKey('series', { name: 'answer_group_series_fkey' })
  seriesId!: number;

  /** When the first of them was given. */
  @PrimaryColumn('timestamptz', { ...pk })
  fromAt!: Date;

  @Column('timestamptz')
  lastAt!: Date;

  /** How many gave each score, the lowest of the scale first. */
  @Column('integer', { array: true })
  scores!: number[];

  /** Until when they were kept one by one. */
  @Column('timestamptz')
  droppedAt!: Date;
}
