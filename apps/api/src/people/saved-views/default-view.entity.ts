import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a person sees first of a page: a view of their own, or one that others share. */
@Entity('default_view')
@Index('default_view_view_index', ['viewId'])
export class DefaultViewEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'default_view_pkey' })
  @ForeignKey('person', { name: 'default_view_person_fkey' })
  personId!: string;

  /** Of the page that the view is of. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'default_view_pkey' })
  path!: string;

  @Column('uuid')
  @ForeignKey('saved_view', { name: 'default_view_view_fkey' })
  viewId!: string;
}
