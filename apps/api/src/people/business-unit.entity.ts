import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A part of the enterprise; units form a tree. */
@Entity('business_unit')
@Unique('business_unit_slug_key', ['slug'])
@Index('business_unit_parent_index', ['parentId'])
@Check('business_unit_slug_check', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('business_unit_name_check', `"name" <> ''`)
@Check('business_unit_parent_check', `"parent_id" <> "id"`)
export class BusinessUnitEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_unit_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('business_unit', { name: 'business_unit_parent_fkey' })
  parentId!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
