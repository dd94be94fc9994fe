import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

// Spread where it is used: TypeORM writes into the options it is given.
const pk = { primaryKeyConstraintName: 'histogram_bounds_pkey' };

/** Bounds that the histograms of a series had. Only at a bound it is known which values were at most so large. */
@Entity('histogram_bounds')
@Check('histogram_bounds_time_check', `"from_at" < "to_at"`)
@Check('histogram_bounds_some_check', `cardinality("bounds") > 0`)
export class HistogramBoundsEntity {
  @PrimaryColumn('int', { ...pk })
  @ForeignKey('series', { name: 'histogram_bounds_series_fkey' })
  seriesId!: number;

  /** Of the bounds: they may be too many for an index. */
  @PrimaryColumn('uuid', { ...pk })
  digest!: string;

  /** The lowest first. */
  @Column('float8', { array: true })
  bounds!: number[];

  /** From the beginning of the first interval with these bounds to the end of the last one. */
  @Column('timestamptz')
  fromAt!: Date;

  @Column('timestamptz')
  toAt!: Date;
}
