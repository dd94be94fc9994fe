import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

export type SourceKind = 'tickets' | 'probes' | 'agreements';

/** Where measurements come from: a ticket system, a monitor, a published contract. */
@Entity('source')
@Unique('source_slug_key', ['slug'])
@Check('source_slug_check', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('source_kind_check', `"kind" IN ('tickets', 'probes', 'agreements')`)
export class SourceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'source_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: SourceKind;

  /** Instant of its newest measurement; null before the first. */
  @Column('timestamptz', { nullable: true })
  lastSeenAt!: Date | null;
}
