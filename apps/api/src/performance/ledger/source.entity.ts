import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

export const SOURCE_KINDS = [
  'tickets',
  'probes',
  'counts',
  'outages',
  'agreements',
  'measurements',
  'people',
  'answers',
  'values',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** The source of everything that people count; the migration makes it. */
export const PEOPLE = '00000000-0000-7000-8000-000000000001';

/** Where measurements come from: a ticket system, a monitor, a published contract, people who count. */
@Entity('source')
@Unique('source_slug_key', ['slug'])
@Check('source_slug_check', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check(
  'source_kind_check',
  `"kind" IN ('tickets', 'probes', 'counts', 'outages', 'agreements', 'measurements', 'people', 'answers', 'values')`,
)
@Check('source_quiet_check', `"quiet_minutes" BETWEEN 0 AND 525600`)
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

  /** How long it may be quiet, as its owner says; 0 = for ever, null = by its rhythm. */
  @Column('integer', { nullable: true })
  quietMinutes!: number | null;
}
