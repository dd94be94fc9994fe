import type { ProviderKind } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** Who delivers: a team of the enterprise, or a company. */
@Entity('provider')
@Unique('provider_slug_key', ['slug'])
@Index('provider_name_index', { synchronize: false })
@Index('provider_team_index', ['teamId'])
@Check('provider_slug_check', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('provider_name_check', `btrim("name") <> ''`)
@Check('provider_kind_check', `"kind" IN ('internal', 'external')`)
@Check('provider_team_check', `("kind" = 'internal') = ("team_id" IS NOT NULL)`)
@Check('provider_company_check', `"kind" = 'external' OR num_nonnulls("country", "website") = 0`)
@Check('provider_country_check', `"country" ~ '^[A-Z]{2}$'`)
export class ProviderEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'provider_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: ProviderKind;

  @Column('text')
  description!: string;

  /** ISO 3166-1 alpha-2 of a company's seat. */
  @Column('text', { nullable: true })
  country!: string | null;

  @Column('text', { nullable: true })
  website!: string | null;

  /** The team that an internal provider is. */
  @Column('uuid', { nullable: true })
  @ForeignKey('team', { name: 'provider_team_fkey' })
  teamId!: string | null;

  @VersionColumn()
  version!: number;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
