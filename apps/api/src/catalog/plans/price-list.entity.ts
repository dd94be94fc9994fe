import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';

const ONE_AT_A_TIME = `USING gist ("plan_id" WITH =, daterange("from_date", "to_date", '[]') WITH &&) WHERE ("withdrawn_at" IS NULL)`;

/** All prices of a plan from a day on. */
@Entity('price_list')
@Exclusion('price_list_one_at_a_time_excl', ONE_AT_A_TIME)
@Check('price_list_dates_check', `"to_date" >= "from_date" AND "subscribers_from" >= "from_date"`)
export class PriceListEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'price_list_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('plan', { name: 'price_list_plan_fkey' })
  planId!: string;

  /** The version of the service that brought it. */
  @Column('uuid')
  @ForeignKey('service_version', { name: 'price_list_version_fkey' })
  versionId!: string;

  /** The plan's version since then. */
  @Column('int')
  planVersion!: number;

  /** For new orders. */
  @Column('date')
  fromDate!: string;

  /** The last day for new orders; null = open. */
  @Column('date', { nullable: true })
  toDate!: string | null;

  /** From when on those pay it who had the plan before; null = a newer list came before it reached them. */
  @Column('date', { nullable: true })
  subscribersFrom!: string | null;

  /** Whether suspended days are charged as well. */
  @Column('boolean', { default: false })
  suspendedIsCharged!: boolean;

  /** When a newer version took it back before it began, or on its first day. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;
}
