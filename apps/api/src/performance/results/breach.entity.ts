import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A commitment missed in a frozen period. */
@Entity('breach')
@Unique('breach_result_key', ['resultId'])
@Index('breach_at_index', ['at', 'id'])
export class BreachEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'breach_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('period_result', { name: 'breach_result_fkey' })
  resultId!: string;

  /** When the missed period was frozen. */
  @Column('timestamptz')
  at!: Date;

  /** The result was restated: what it came to stands with the newer revision. */
  @Column('timestamptz', { nullable: true })
  supersededAt!: Date | null;
}
