import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

// Spread where it is used: TypeORM writes into the options it is given.
const pk = { primaryKeyConstraintName: 'rolled_zone_pkey' };

/** A zone by whose days the measurements of a series are kept: one in which a promise about them is judged. */
@Entity('rolled_zone')
export class RolledZoneEntity {
  @PrimaryColumn('int', { ...pk })
  @ForeignKey('series', { name: 'rolled_zone_series_fkey' })
  seriesId!: number;

  @PrimaryColumn('text', { ...pk })
  timeZone!: string;
}
