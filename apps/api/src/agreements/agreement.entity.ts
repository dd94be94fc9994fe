import type { AgreementKind } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A set of promises between two parties; what is promised stands on its versions. */
@Entity('agreement')
@Unique('agreement_slug_key', ['slug'])
@Index('agreement_provider_index', ['providerId'])
@Check('agreement_slug_check', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('agreement_name_check', `btrim("name") <> ''`)
@Check('agreement_kind_check', `"kind" IN ('sla', 'ola', 'uc')`)
@Check(
  'agreement_parties_check',
  `("kind" = 'sla') = ("provider_id" IS NULL) AND ("kind" = 'sla' OR "customer_id" IS NULL)`,
)
@Check('agreement_currency_check', `"currency" ~ '^[A-Z]{3}$'`)
@Check('agreement_end_check', `("ended_on" IS NULL) = ("end_reason" IS NULL)`)
export class AgreementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agreement_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: AgreementKind;

  /** Internal for an OLA, external for an underpinning contract; a trigger sees to it. */
  @Column('uuid', { nullable: true })
  @ForeignKey('provider', { name: 'agreement_provider_fkey' })
  providerId!: string | null;

  /** The customer side of an SLA; null = every business unit. */
  @Column('uuid', { nullable: true })
  @ForeignKey('business_unit', { name: 'agreement_customer_fkey' })
  customerId!: string | null;

  /** IANA zone whose months and quarters are the periods. */
  @Column('text')
  timeZone!: string;

  @Column('text')
  currency!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'agreement_created_by_fkey' })
  createdById!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** Last day, inclusive; null = open. */
  @Column('date', { nullable: true })
  endedOn!: string | null;

  @Column('text', { nullable: true })
  endReason!: string | null;
}
