import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';

const ONE_AT_A_TIME = `USING gist ("unit_id" WITH =, daterange("from_date", "to_date", '[]') WITH &&)`;

/** Only charges, and what live subscriptions cost, which nobody can refuse, ever go beyond a budget. */
const WITHIN = `"reserved" + "committed" + "spent" <= "amount" + "overrun"`;

/** What a unit, and the units below it that have none of their own, may spend on orders. */
@Entity('budget')
@Check('budget_name_check', `btrim("name") <> ''`)
@Check('budget_dates_check', `"to_date" >= "from_date"`)
@Check('budget_currency_check', `"currency" ~ '^[A-Z]{3}$'`)
@Check('budget_amounts_check', `"reserved" >= 0 AND "committed" >= 0 AND ${WITHIN}`)
@Check('budget_overrun_check', `"overrun" >= 0`)
@Check('budget_reservation_days_check', `"reservation_days" BETWEEN 1 AND 366`)
@Exclusion('budget_one_at_a_time_excl', ONE_AT_A_TIME)
export class BudgetEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'budget_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('business_unit', { name: 'budget_unit_fkey' })
  unitId!: string;

  @Column('text')
  name!: string;

  @Column('date')
  fromDate!: string;

  /** The last day. */
  @Column('date')
  toDate!: string;

  @Column('text')
  currency!: string;

  @Column('numeric')
  amount!: string;

  /** Promised to orders that are not approved yet; entries say which. */
  @Column('numeric', { default: 0 })
  reserved!: string;

  /** Promised to approved orders, and what can still be charged of live subscriptions; commitments say to which. */
  @Column('numeric', { default: 0 })
  committed!: string;

  /** Charged. */
  @Column('numeric', { default: 0 })
  spent!: string;

  /** By how much charges and live subscriptions go beyond it. */
  @Column('numeric', { default: 0 })
  overrun!: string;

  /** After so many days what an order reserved is free again, until it is approved. */
  @Column('int', { default: 30 })
  reservationDays!: number;

  /** Counts the changes of the amount. */
  @Column('int', { default: 1 })
  version!: number;
}
