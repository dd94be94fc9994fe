import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** People who do the work of services together. */
@Entity('team')
@Unique('team_slug_key', ['slug'])
@Index('team_unit_index', ['unitId'])
@Check('team_slug_check', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('team_name_check', `"name" <> ''`)
export class TeamEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'team_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('business_unit', { name: 'team_unit_fkey' })
  unitId!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
