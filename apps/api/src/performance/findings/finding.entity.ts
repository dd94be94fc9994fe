import type { ExplainedValue, FindingKind, FindingSubject, Trend } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Something that a rule found in what is promised or measured, from the day it was found until it is so no longer. */
@Entity('finding')
@Index('finding_open_key', ['kind', 'subjectType', 'subjectId'], { unique: true, where: '"ended_at" IS NULL' })
@Index('finding_opened_index', ['openedAt', 'id'])
@Check(
  'finding_kind_check',
  `"kind" IN ('silentSource', 'gap', 'overPromise', 'weakestLink', 'drift', 'arrivalDrift', 'deliveryDrift')`,
)
@Check('finding_subject_type_check', `"subject_type" IN ('source', 'series', 'commitment', 'service')`)
@Check('finding_subject_check', `"subject_id" <> ''`)
@Check('finding_facts_check', `jsonb_typeof("facts") = 'array'`)
@Check('finding_trend_check', `("trend" IS NOT NULL) = ("kind" IN ('drift', 'arrivalDrift', 'deliveryDrift'))`)
@Check('finding_time_check', `"opened_at" <= "last_seen_at" AND "last_seen_at" <= coalesce("ended_at", 'infinity')`)
export class FindingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'finding_pkey' })
  id!: string;

  @Column('text')
  kind!: FindingKind;

  @Column('text')
  subjectType!: FindingSubject;

  @Column('text')
  subjectId!: string;

  /** As they were found last. */
  @Column('jsonb')
  facts!: ExplainedValue[];

  /** The numbers in which a drift was found last; null of anything else. */
  @Column('jsonb', { nullable: true })
  trend!: Trend | null;

  @Column('timestamptz')
  openedAt!: Date;

  /** When it was found last. */
  @Column('timestamptz')
  lastSeenAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}

/** A service that a finding is about: who sees behind its figures sees the finding. */
@Entity('finding_service')
@Index('finding_service_index', ['serviceId'])
export class FindingServiceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'finding_service_pkey' })
  @ForeignKey('finding', { name: 'finding_service_finding_fkey' })
  findingId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'finding_service_pkey' })
  @ForeignKey('service', { name: 'finding_service_service_fkey' })
  serviceId!: string;
}
