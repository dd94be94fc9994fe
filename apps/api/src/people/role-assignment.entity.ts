import type { ProposalState, Role, ScopeKind } from '@accord/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const DECIDED = `("state" IN ('approved', 'refused')) = ("decided_by_id" IS NOT NULL)`;
const SECOND_PERSON = `"bootstrap" OR "state" <> 'approved' OR ("decided_by_id" <> "person_id" AND "decided_by_id" <> "proposed_by_id")`;
const ONE_SCOPE = `num_nonnulls("unit_id", "service_id", "provider_id", "team_id") = ("scope_kind" <> 'organisation')::int`;
const SCOPE_OF_KIND = `CASE "scope_kind" WHEN 'unit' THEN "unit_id" WHEN 'service' THEN "service_id" WHEN 'provider' THEN "provider_id" WHEN 'team' THEN "team_id" ELSE "person_id" END IS NOT NULL`;
const SCOPE_OF_ROLE = `CASE "role" WHEN 'administrator' THEN "scope_kind" = 'organisation' WHEN 'btOffice' THEN "scope_kind" = 'organisation' WHEN 'teamLead' THEN "scope_kind" = 'team' WHEN 'providerContact' THEN "scope_kind" = 'provider' ELSE true END`;

/** A role given to a person for a scope and dates; in force once it is approved and until it ends. */
@Entity('role_assignment')
@Index('role_assignment_person_index', ['personId'])
@Index('role_assignment_proposed_index', ['proposedAt'], { where: `"state" = 'proposed'` })
@Check(
  'role_assignment_role_check',
  `"role" IN ('requester', 'budgetOwner', 'fulfiller', 'serviceOwner', 'serviceManager', 'vendorManager', 'teamLead', 'rewardOfficer', 'btOffice', 'executive', 'auditor', 'administrator', 'providerContact')`,
)
@Check('role_assignment_scope_kind_check', `"scope_kind" IN ('organisation', 'unit', 'service', 'provider', 'team')`)
@Check('role_assignment_one_scope_check', ONE_SCOPE)
@Check('role_assignment_scope_of_kind_check', SCOPE_OF_KIND)
@Check('role_assignment_scope_of_role_check', SCOPE_OF_ROLE)
@Check('role_assignment_dates_check', `"to_date" >= "from_date"`)
@Check('role_assignment_state_check', `"state" IN ('proposed', 'approved', 'refused', 'withdrawn')`)
@Check('role_assignment_decided_check', DECIDED)
@Check('role_assignment_second_person_check', SECOND_PERSON)
@Check('role_assignment_ended_check', `"ended_at" IS NULL OR "state" = 'approved'`)
export class RoleAssignmentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'role_assignment_pkey' })
  id!: string;

  @Column('uuid')
  @ForeignKey('person', { name: 'role_assignment_person_fkey' })
  personId!: string;

  @Column('text')
  role!: Role;

  @Column('text')
  scopeKind!: ScopeKind;

  @Column('uuid', { nullable: true })
  @ForeignKey('business_unit', { name: 'role_assignment_unit_fkey' })
  unitId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('service', { name: 'role_assignment_service_fkey' })
  serviceId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('provider', { name: 'role_assignment_provider_fkey' })
  providerId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('team', { name: 'role_assignment_team_fkey' })
  teamId!: string | null;

  @Column('date')
  fromDate!: string;

  /** The last day; null = open. */
  @Column('date', { nullable: true })
  toDate!: string | null;

  @Column('text')
  state!: ProposalState;

  /** null for the first administrator, whom nobody could propose. */
  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'role_assignment_proposed_by_fkey' })
  proposedById!: string | null;

  @Column('timestamptz')
  proposedAt!: Date;

  /** Why it was proposed. */
  @Column('text')
  reason!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('person', { name: 'role_assignment_decided_by_fkey' })
  decidedById!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** Why it was refused or withdrawn. */
  @Column('text', { nullable: true })
  decisionReason!: string | null;

  /** The only administrator acted alone. */
  @Column('boolean', { default: false })
  bootstrap!: boolean;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endReason!: string | null;
}
