import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Several plans that are ordered together. Its words and parts are those of its published version. */
@Entity('bundle')
@Unique('bundle_slug_key', ['slug'])
@Index('bundle_owner_index', ['ownerId'])
@Check('bundle_slug_check', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('bundle_words_check', `btrim("name") <> '' AND btrim("outcome") <> ''`)
export class BundleEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bundle_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  /** What one gets, in one plain sentence. */
  @Column('text')
  outcome!: string;

  @Column('text')
  description!: string;

  @Column('text', { array: true })
  synonyms!: string[];

  @Column('uuid')
  @ForeignKey('person', { name: 'bundle_owner_fkey' })
  ownerId!: string;

  /** null until a version is published. */
  @Column('uuid', { nullable: true })
  @ForeignKey('bundle_version', { name: 'bundle_live_version_fkey' })
  liveVersionId!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
