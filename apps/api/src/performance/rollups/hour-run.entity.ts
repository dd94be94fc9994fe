import { Check, Entity, PrimaryColumn } from 'typeorm';
import { RUN_FORM, RunEntity } from './run.entity.js';

// Spread where it is used: TypeORM writes into the options it is given.
const pk = { primaryKeyConstraintName: 'hour_run_pkey' };

/** Measurements that begin within an hour, by universal time. */
@Entity('hour_run')
@Check('hour_run_form_check', RUN_FORM)
@Check('hour_run_measurements_check', '"measurements" >= 1')
export class HourRunEntity extends RunEntity {
  @PrimaryColumn('int', { ...pk })
  seriesId!: number;

  @PrimaryColumn('timestamptz', { ...pk })
  fromAt!: Date;
}
