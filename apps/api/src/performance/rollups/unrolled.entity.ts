import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Time in which measurements of a series begin that its runs do not know yet. */
@Entity('unrolled')
@Index('unrolled_series_index', ['seriesId'])
@Check('unrolled_time_check', '"from_at" <= "to_at"')
export class UnrolledEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'unrolled_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: string;

  @Column('int')
  @ForeignKey('series', { name: 'unrolled_series_fkey' })
  seriesId!: number;

  /** The first and the last of them. */
  @Column('timestamptz')
  fromAt!: Date;

  @Column('timestamptz')
  toAt!: Date;
}
