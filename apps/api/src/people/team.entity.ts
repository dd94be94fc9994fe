import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { BusinessUnitEntity } from './business-unit.entity.js';

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
  unitId!: string | null;

  @ManyToOne(() => BusinessUnitEntity)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'team_unit_fkey' })
  unit?: Relation<BusinessUnitEntity> | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
