import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

export type SeriesKind = 'counts' | 'probes';

/**
 * What a source measures on a service, such as the requests that it counts: one of it at an instant. Of a service, only
 * one source counts under a name.
 */
@Entity('series')
@Unique('series_identity_key', ['sourceId', 'serviceId', 'kind', 'name'])
@Index('series_service_index', ['serviceId', 'kind'])
@Index('series_counts_key', ['serviceId', 'name'], { unique: true, where: `"kind" = 'counts'` })
@Check('series_kind_check', `"kind" IN ('counts', 'probes')`)
@Check('series_name_check', `btrim("name") <> ''`)
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
}
