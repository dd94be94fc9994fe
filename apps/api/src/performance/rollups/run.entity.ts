import { Column } from 'typeorm';

/**
 * Measurements of a series one after the other without a gap: of counts their sum, of values their sketch, of probes
 * those that saw the same. It is made of the ledger and nothing else, and made again whenever the ledger says more about its time.
 */
export abstract class RunEntity {
  /** Where its last interval ends, or when its last probe was. */
  @Column('timestamptz')
  toAt!: Date;

  @Column('bigint', { nullable: true })
  good!: string | null;

  @Column('bigint', { nullable: true })
  total!: string | null;

  /** How many measurements it is made of. */
  @Column('int')
  measurements!: number;

  /** The longest time between two of its probes; null of anything else. */
  @Column('int', { nullable: true })
  longestStepMs!: number | null;

  /** Of its first measurement. */
  @Column('smallint')
  revision!: number;

  @Column('boolean', { nullable: true })
  up!: boolean | null;

  /** Of values: that of all its measurements together. */
  @Column('bigint', { array: true, nullable: true })
  sketch!: string[][] | null;
}

/** What a run may be, whatever it is a run of. */
export const RUN_FORM = `CASE
  WHEN "up" IS NOT NULL
    THEN "from_at" <= "to_at" AND num_nonnulls("good", "total", "sketch") = 0 AND "longest_step_ms" >= 0
  WHEN "sketch" IS NULL
    THEN "from_at" < "to_at" AND "good" BETWEEN 0 AND "total" AND num_nulls("good", "total") = 0
      AND "longest_step_ms" IS NULL
  ELSE "from_at" < "to_at" AND "total" >= 0 AND "total" IS NOT NULL AND num_nonnulls("good", "longest_step_ms") = 0
END`;
