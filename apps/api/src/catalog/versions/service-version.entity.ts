import type { ServiceDefinition, ServiceVersionState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

const PROPOSED = `CASE "state" WHEN 'draft' THEN "proposed_at" IS NULL WHEN 'withdrawn' THEN true ELSE "proposed_at" IS NOT NULL END`;
const SECOND_PERSON = `"decided_by_id" <> ALL ("written_by_ids" || "proposed_by_id")`;

/** All by which a service is offered, in one piece. Of one service, one is published and at most one in the making. */
@Entity('service_version')
@Unique('service_version_number_key', ['serviceId', 'number'])
@Index('service_version_open_key', ['serviceId'], { unique: true, where: `"state" IN ('draft', 'proposed')` })
@Index('service_version_live_key', ['serviceId'], { unique: true, where: `"state" = 'published'` })
@Check('service_version_number_check', `"number" >= 1 AND "based_on" < "number"`)
@Check('service_version_state_check', `"state" IN ('draft', 'proposed', 'published', 'replaced', 'withdrawn')`)
@Check('service_version_proposed_check', `${PROPOSED} AND ("proposed_at" IS NULL) = ("proposed_by_id" IS NULL)`)
@Check(
  'service_version_decided_check',
  `("state" IN ('draft', 'proposed')) = ("decided_at" IS NULL) AND ("decided_at" IS NULL) = ("decided_by_id" IS NULL)`,
)
@Check(
  'service_version_second_person_check',
  `"state" NOT IN ('published', 'replaced') OR "bootstrap" OR ${SECOND_PERSON}`,
)
export class ServiceVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_version_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('service', { name: 'service_version_service_fkey' })
  serviceId!: string;

  @Column('int')
  number!: number;

  @Column('text')
  state!: ServiceVersionState;

  /** Not binary: a file of it has its parts in the order in which they were written. */
  @Column('json')
  definition!: ServiceDefinition;

  /** Counts the changes of the draft, so that two who edit it at once notice. */
  @Column('int', { default: 1 })
  revision!: number;

  /** Number of the version that it began as a copy of; null = from nothing, or from a file. */
  @Column('int', { nullable: true })
  basedOn!: number | null;

  /** Everybody who drafted or changed it; none of them publishes it. */
  @Column('uuid', { array: true })
  writtenByIds!: string[];

  @Column('timestamptz')
  draftedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'service_version_proposed_by_fkey' })
  proposedById!: string | null;

  @Column('timestamptz', { nullable: true })
  proposedAt!: Date | null;

  /** Who published or withdrew it. */
  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'service_version_decided_by_fkey' })
  decidedById!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** Why it was withdrawn. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The only administrator published their own proposal. */
  @Column('boolean', { default: false })
  bootstrap!: boolean;
}
