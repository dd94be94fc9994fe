import type { ServiceVersionState } from '@accord/domain';
import { Check, Column, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { decisionColumns } from '../../people/decision-columns.js';

type Table = 'service_version' | 'bundle_version';

const PROPOSED = `CASE "state" WHEN 'draft' THEN "proposed_at" IS NULL WHEN 'withdrawn' THEN true ELSE "proposed_at" IS NOT NULL END AND ("proposed_at" IS NULL) = ("proposed_by_id" IS NULL)`;
const DECIDED = `("state" IN ('draft', 'proposed')) = ("decided_at" IS NULL) AND ("decided_at" IS NULL) = ("decided_by_id" IS NULL)`;
const SECOND_PERSON = `"state" NOT IN ('published', 'replaced') OR "bootstrap" OR "decided_by_id" <> ALL ("written_by_ids" || "proposed_by_id")`;

/**
 * The rules of a table of versions: of one subject, one is published and at most one in the making, and who wrote a version
 * does not publish it.
 */
export function VersionRules(table: Table, subject: string): ClassDecorator {
  const rules = [
    Unique(`${table}_number_key`, [subject, 'number']),
    Index(`${table}_open_key`, [subject], { unique: true, where: `"state" IN ('draft', 'proposed')` }),
    Index(`${table}_live_key`, [subject], { unique: true, where: `"state" = 'published'` }),
    Check(`${table}_state_check`, `"state" IN ('draft', 'proposed', 'published', 'replaced', 'withdrawn')`),
    Check(`${table}_proposed_check`, PROPOSED),
    Check(`${table}_decided_check`, DECIDED),
    Check(`${table}_second_person_check`, SECOND_PERSON),
  ];
  return (target) => rules.forEach((rule) => rule(target));
}

/** What every version has, of whatever it is one. */
export function versionColumns(table: Table) {
  abstract class VersionColumns extends decisionColumns(table) {
    @PrimaryColumn('uuid', { primaryKeyConstraintName: `${table}_pkey` })
    id!: string;

    @Column('int')
    number!: number;

    @Column('text')
    state!: ServiceVersionState;

    /** Counts the changes of the draft, so that two who edit it at once notice. */
    @Column('int', { default: 1 })
    revision!: number;

    /** Everybody who drafted or changed it; none of them publishes it. */
    @Column('uuid', { array: true })
    writtenByIds!: string[];

    @Column('timestamptz')
    draftedAt!: Date;

    @Column('uuid', { nullable: true })
    @ForeignKey('person', { name: `${table}_proposed_by_fkey` })
    proposedById!: string | null;

    @Column('timestamptz', { nullable: true })
    proposedAt!: Date | null;
  }
  return VersionColumns;
}
