import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

export const SERIES_KINDS = ['counts', 'probes', 'values', 'answers'] as const;
export type SeriesKind = (typeof SERIES_KINDS)[number];
/** Kinds whose measurements are added up to runs; answers are few. */
export type RunKind = Exclude<SeriesKind, 'answers'>;

/**
 * What a source measures on a service, such as the requests that it counts: one of it at an instant. Of a service, only
 * one source counts, or measures values, under a name.
 */
@Entity('series')
@Unique('series_identity_key', ['sourceId', 'serviceId', 'kind', 'name'])
@Index('series_service_index', ['serviceId', 'kind'])
@Index('series_counts_key', ['serviceId', 'kind', 'name'], { unique: true, where: `"kind" <> 'probes'` })
@Check('series_kind_check', `"kind" IN ('counts', 'probes', 'values', 'answers')`)
@Unique('series_scale_key', ['id', 'lowest', 'highest'])
@Check(
  'series_scale_check',
  `("kind" = 'answers') = ("lowest" IS NOT NULL) AND ("lowest" IS NULL) = ("highest" IS NULL)
  AND 0 <= "lowest" AND "lowest" < "highest" AND "highest" <= 100`,
)
@Check('series_name_check', `btrim("name") <> ''`)
@Check('series_unit_check', `("kind" = 'values') = ("unit" IS NOT NULL) AND btrim("unit") <> ''`)
export class SeriesEntity {
  @PrimaryGeneratedColumn('identity', { primaryKeyConstraintName: 'series_pkey', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('uuid')
  @ForeignKey('source', { name: 'series_source_fkey' })
  sourceId!: string;

  @Column('uuid')
  @ForeignKey('service', { name: 'series_service_fkey' })
  serviceId!: string;

  @Column('text')
  kind!: SeriesKind;

  @Column('text')
  name!: string;

  /** Of values, such as ms; null of anything else. */
  @Column('text', { nullable: true })
  unit!: string | null;

  /** Of a survey: the scale that it is answered on. */
  @Column('smallint', { nullable: true })
  lowest!: number | null;

  @Column('smallint', { nullable: true })
  highest!: number | null;
}
