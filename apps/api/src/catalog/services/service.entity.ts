import type { ArchetypeKey, Audience, Lifecycle, LineOfService } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

const LINES = `'technologyPlanning', 'softwareDevelopment', 'projectManagement', 'softwareSupport', 'databaseServices', 'disasterRecovery', 'networkManagement', 'security', 'operatingSystemSupport', 'softwareIntegration', 'documentServices'`;
const ALL_SCORES_OR_NONE = `num_nulls("operational_dependence", "strategic_impact", "standardizability", "uncertainty") IN (0, 4)`;
const SCORE_RANGES = `"operational_dependence" BETWEEN 1 AND 5 AND "strategic_impact" BETWEEN 1 AND 5 AND "standardizability" BETWEEN 1 AND 5 AND "uncertainty" BETWEEN 1 AND 5`;
const WHOLE_OVERRIDE = `num_nulls("override_archetype", "override_decided_by_id", "override_reason", "override_expires_on") IN (0, 4)`;

/** Something that BT does for its consumers, in their words. */
@Entity('service')
@Unique('service_slug_key', ['slug'])
@Index('service_name_index', { synchronize: false })
@Index('service_search_index', { synchronize: false })
@Index('service_owner_index', ['ownerId'])
@Index('service_unit_index', ['unitId'])
@Index('service_provider_index', ['providerId'])
@Check('service_slug_check', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('service_words_check', `btrim("name") <> '' AND btrim("outcome") <> ''`)
@Check('service_line_of_service_check', `"line_of_service" IN (${LINES})`)
@Check('service_lifecycle_check', `"lifecycle" IN ('proposed', 'chartered', 'live', 'retiring', 'retired')`)
@Check('service_live_owner_check', `"lifecycle" <> 'live' OR "owner_id" IS NOT NULL`)
@Check('service_scores_check', `${ALL_SCORES_OR_NONE} AND (${SCORE_RANGES})`)
@Check('service_override_check', WHOLE_OVERRIDE)
@Check(
  'service_override_archetype_check',
  `"override_archetype" IN ('commodityUtility', 'coreOperations', 'enhancement', 'differentiator', 'frontier')`,
)
export class ServiceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  /** What the consumer gets, in one plain sentence. */
  @Column('text')
  outcome!: string;

  @Column('text')
  description!: string;

  @Column('text', { array: true })
  synonyms!: string[];

  @Column('text')
  lineOfService!: LineOfService;

  @Column('text')
  lifecycle!: Lifecycle;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'service_owner_fkey' })
  ownerId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('business_unit', { name: 'service_unit_fkey' })
  unitId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('provider', { name: 'service_provider_fkey' })
  providerId!: string | null;

  /** 1 to 5; either all four scores are known or none. */
  @Column('smallint', { nullable: true })
  operationalDependence!: number | null;

  @Column('smallint', { nullable: true })
  strategicImpact!: number | null;

  @Column('smallint', { nullable: true })
  standardizability!: number | null;

  @Column('smallint', { nullable: true })
  uncertainty!: number | null;

  @Column('text', { nullable: true })
  overrideArchetype!: ArchetypeKey | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'service_override_decided_by_fkey' })
  overrideDecidedById!: string | null;

  @Column('text', { nullable: true })
  overrideReason!: string | null;

  /** Last day on which the override holds. */
  @Column('date', { nullable: true })
  overrideExpiresOn!: string | null;

  /** The published version of what is offered; null until there is one. */
  @Column('uuid', { nullable: true })
  @ForeignKey('service_version', { name: 'service_live_version_fkey' })
  liveVersionId!: string | null;

  /** Who may see it, as its published version says; null = everybody. */
  @Column('jsonb', { nullable: true })
  seenBy!: Audience | null;

  /** Which requesters may order it, as its published version says; null = all. */
  @Column('jsonb', { nullable: true })
  orderedBy!: Audience | null;

  /** Counts the changes, so that an edit of something older is noticed. */
  @VersionColumn()
  version!: number;

  /** Written by a trigger, for the catalog search alone: stems and words, weighted by where they stand. */
  @Column({ type: 'tsvector', select: false, insert: false, update: false, nullable: true })
  search?: string;

  /** No column: whether the viewer who came upon it has it, where only that lets them see it. */
  viewerSubscribes?: boolean;
}
