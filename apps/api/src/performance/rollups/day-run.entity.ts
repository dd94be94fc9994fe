import { Check, Entity, PrimaryColumn } from 'typeorm';
import { RUN_FORM, RunEntity } from './run.entity.js';

// Spread where it is used: TypeORM writes into the options it is given.
const pk = { primaryKeyConstraintName: 'day_run_pkey' };

/** Measurements that begin within a day, as a zone counts days. */
@Entity('day_run')
@Check('day_run_form_check', RUN_FORM)
@Check('day_run_measurements_check', '"measurements" >= 1')
export class DayRunEntity extends RunEntity {
  @PrimaryColumn('int', { ...pk })
  seriesId!: number;

  @PrimaryColumn('text', { ...pk })
  timeZone!: string;

  @PrimaryColumn('timestamptz', { ...pk })
  fromAt!: Date;
}
