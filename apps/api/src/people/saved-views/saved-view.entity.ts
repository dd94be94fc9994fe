import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The address of a screen that a person keeps under a name. What it shows is decided anew for whoever opens it. */
@Entity('saved_view')
@Index('saved_view_name_key', ['ownerId', 'name'], { unique: true, where: `"ended_at" IS NULL` })
@Index('saved_view_shared_index', ['path'], { where: `"shared" AND "ended_at" IS NULL` })
@Check('saved_view_name_check', `btrim("name") <> ''`)
@Check('saved_view_path_check', `"path" ~ '^/([^/]|$)'`)
@Check('saved_view_search_check', `"search" = '' OR "search" LIKE '?%'`)
export class SavedViewEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'saved_view_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'saved_view_owner_fkey' })
  ownerId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  path!: string;

  /** With its question mark; empty where the page is kept as it is. */
  @Column('text')
  search!: string;

  /** Found by everybody who works here. */
  @Column('boolean')
  shared!: boolean;

  @Column('timestamptz')
  savedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
