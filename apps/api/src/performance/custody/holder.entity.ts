import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A name by which a ticket source calls who has a ticket, and whom of ours it means. */
@Entity('holder')
@Unique('holder_source_name_key', ['sourceId', 'name'])
@Index('holder_met_index', ['metAt', 'id'])
@Index('holder_unnamed_index', ['metAt', 'id'], { where: 'num_nonnulls("team_id", "provider_id") = 0' })
@Check('holder_name_check', `btrim("name") <> ''`)
@Check('holder_one_check', `num_nonnulls("team_id", "provider_id") <= 1`)
@Check('holder_named_check', `("named_by_id" IS NULL) = ("named_at" IS NULL)`)
export class HolderEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'holder_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('source', { name: 'holder_source_fkey' })
  sourceId!: string;

  @Column('text')
  name!: string;

  /** When a file first had it. */
  @Column('timestamptz')
  metAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('team', { name: 'holder_team_fkey' })
  teamId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('provider', { name: 'holder_provider_fkey' })
  providerId!: string | null;

  /** Who said whom it means; null while it means nobody, or whoever has that very name. */
  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'holder_named_by_fkey' })
  namedById!: string | null;

  @Column('timestamptz', { nullable: true })
  namedAt!: Date | null;
}
