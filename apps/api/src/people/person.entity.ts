import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Somebody who works in, or for, the enterprise. */
@Entity('person')
@Unique('person_email_key', ['email'])
@Index('person_unit_index', ['unitId'])
@Check('person_name_check', `"name" <> ''`)
@Check('person_location_check', `btrim("location") <> ''`)
@Check('person_email_check', `"email" = lower("email") AND "email" LIKE '%_@_%'`)
export class PersonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  /** In small letters; people sign in with it. */
  @Column('text')
  email!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('business_unit', { name: 'person_unit_fkey' })
  unitId!: string | null;

  /** Where they work, as the administrator writes it; null = nothing is said. */
  @Column('text', { nullable: true })
  location!: string | null;

  /** What one can try out as this person of the demo organisation; null = not offered at sign-in. */
  @Column('text', { nullable: true })
  demoJob!: string | null;

  @Column('timestamptz')
  addedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
