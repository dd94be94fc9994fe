import type { BundleDefinition, ServiceVersionState } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

const PROPOSED = `CASE "state" WHEN 'draft' THEN "proposed_at" IS NULL WHEN 'withdrawn' THEN true ELSE "proposed_at" IS NOT NULL END`;
const SECOND_PERSON = `"decided_by_id" <> ALL ("written_by_ids" || "proposed_by_id")`;

/** All that a bundle is, in one piece. Of one bundle, one is published and at most one in the making. */
@Entity('bundle_version')
@Unique('bundle_version_number_key', ['bundleId', 'number'])
@Index('bundle_version_open_key', ['bundleId'], { unique: true, where: `"state" IN ('draft', 'proposed')` })
@Index('bundle_version_live_key', ['bundleId'], { unique: true, where: `"state" = 'published'` })
@Check('bundle_version_number_check', `"number" >= 1`)
@Check('bundle_version_state_check', `"state" IN ('draft', 'proposed', 'published', 'replaced', 'withdrawn')`)
@Check('bundle_version_proposed_check', `${PROPOSED} AND ("proposed_at" IS NULL) = ("proposed_by_id" IS NULL)`)
@Check(
  'bundle_version_decided_check',
  `("state" IN ('draft', 'proposed')) = ("decided_at" IS NULL) AND ("decided_at" IS NULL) = ("decided_by_id" IS NULL)`,
)
@Check(
  'bundle_version_second_person_check',
  `"state" NOT IN ('published', 'replaced') OR "bootstrap" OR ${SECOND_PERSON}`,
)
export class BundleVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bundle_version_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('bundle', { name: 'bundle_version_bundle_fkey' })
  bundleId!: string;

  @Column('int')
  number!: number;

  @Column('text')
  state!: ServiceVersionState;

  /** Not binary: its parts and questions keep their order. */
  @Column('json')
  definition!: BundleDefinition;

  /** Counts the changes of the draft, so that two who edit it at once notice. */
  @Column('int', { default: 1 })
  revision!: number;

  /** Everybody who drafted or changed it; none of them publishes it. */
  @Column('uuid', { array: true })
  writtenByIds!: string[];

  @Column('timestamptz')
  draftedAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'bundle_version_proposed_by_fkey' })
  proposedById!: string | null;

  @Column('timestamptz', { nullable: true })
  proposedAt!: Date | null;

  /** Who published or withdrew it. */
  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'bundle_version_decided_by_fkey' })
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
