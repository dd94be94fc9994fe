import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

// Spread where it is used: TypeORM writes into the options it is given.
const pk = { primaryKeyConstraintName: 'dropped_month_pkey' };

/** A month of which the measurements, or the runs of hours, are not kept any more. */
@Entity('dropped_month')
@Check('dropped_month_level_check', `"level" IN ('measurements', 'hours')`)
@Check('dropped_month_month_check', `"month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
export class DroppedMonthEntity {
  @PrimaryColumn('text', { ...pk })
  level!: 'measurements' | 'hours';

  /** By universal time. */
  @PrimaryColumn('text', { ...pk })
  month!: string;

  @Column('timestamptz')
  droppedAt!: Date;

  /** How many measurements, or runs of hours. */
  @Column('bigint')
  rows!: string;
}
