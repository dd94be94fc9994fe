import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

// Spread where it is used: TypeORM writes into the options it is given.
const pk = { primaryKeyConstraintName: 'measurement_pkey' };

/**
 * What was measured: events counted over an interval, the values seen in one, or whether a probe found the service up at
 * an instant.
 * Append-only: a correction is a further revision, and the newest one counts. A partition holds a month.
 */
@Entity('measurement')
@Index('measurement_corrected_index', ['seriesId', 'observedAt', 'revision'], { where: '"revision" > 0' })
@Check(
  'measurement_form_check',
  `CASE
    WHEN "up" IS NOT NULL THEN num_nonnulls("to_at", "good", "total", "sketch") = 0
    WHEN "sketch" IS NULL
      THEN "observed_at" < "to_at" AND "good" BETWEEN 0 AND "total" AND num_nulls("to_at", "good", "total") = 0
    ELSE "observed_at" < "to_at" AND "good" IS NULL AND "total" >= 0 AND num_nulls("to_at", "total") = 0
  END`,
)
@Check('measurement_revision_check', `"revision" BETWEEN 0 AND 4095`)
export class MeasurementEntity {
  @PrimaryColumn('int', { ...pk })
  seriesId!: number;

  /** Where the interval begins, or the instant. */
  @PrimaryColumn('timestamptz', { ...pk })
  observedAt!: Date;

  /** 0 = as it came first. */
  @PrimaryColumn('smallint', { ...pk })
  revision!: number;

  /** Where the interval ends. */
  @Column('timestamptz', { nullable: true })
  toAt!: Date | null;

  @Column('bigint', { nullable: true })
  good!: string | null;

  /** Of values, how many there were. */
  @Column('bigint', { nullable: true })
  total!: string | null;

  /** The status holds until the next probe. */
  @Column('boolean', { nullable: true })
  up!: boolean | null;

  /** Of values: the buckets of libs/sla in order, and how many lie in each; those in none of them are 0. */
  @Column('bigint', { array: true, nullable: true })
  sketch!: string[][] | null;

  @Column('int')
  batchId!: number;

  /** On which it stood in its batch. */
  @Column('int', { nullable: true })
  line!: number | null;
}
