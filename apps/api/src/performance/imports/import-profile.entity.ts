import type { ImportProfile } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A profile that somebody saved; the built-in ones are code. */
@Entity('import_profile')
@Unique('import_profile_slug_key', ['slug'])
@Check('import_profile_slug_check', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('import_profile_name_check', `btrim("name") <> ''`)
@Check(
  'import_profile_kind_check',
  `"kind" IN ('tickets', 'probes', 'counts', 'values', 'outages', 'answers') AND "kind" = "definition" ->> 'kind'`,
)
export class ImportProfileEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_profile_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: ImportProfile['kind'];

  @Column('jsonb')
  definition!: ImportProfile;

  @Column('uuid')
  @ForeignKey('person', { name: 'import_profile_saved_by_fkey' })
  savedById!: string;

  @Column('timestamptz')
  savedAt!: Date;
}
