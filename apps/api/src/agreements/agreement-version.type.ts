import type {
  ClosingWay,
  ExclusionCategory,
  MaintenanceRules as Rules,
  MeasuredBy,
  RemedyTerms as AgreedRemedy,
  VersionState,
} from '@accord/domain';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '../people/person.type.js';
import { CalendarDateScalar } from '../platform/graphql/scalars.js';
import { AgreementVersionStateEnum, ClosingWayEnum, ExclusionCategoryEnum, MeasuredByEnum } from './agreement-enums.js';
import { MaintenanceRules } from './maintenance-rules.type.js';
import { CommitmentTerms } from './commitment-terms.type.js';
import { RemedyTerms } from './remedy-terms.type.js';

@ObjectType()
export class AgreementVersion {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => AgreementVersionStateEnum)
  state!: VersionState;

  @Field(() => Int, { description: 'Counts the changes of a draft; a change names the revision that was edited.' })
  revision!: number;

  @Field(() => CalendarDateScalar)
  effectiveFrom!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Last day in force, inclusive; null = open.' })
  effectiveTo!: string | null;

  @Field(() => MeasuredByEnum, { description: 'Who measures for the record.' })
  measuredBy!: MeasuredBy;

  @Field(() => Int, {
    nullable: true,
    description: 'Days in which one side may object to a figure of the other; null = silence says nothing.',
  })
  objectionDays!: number | null;

  @Field(() => RemedyTerms, {
    nullable: true,
    description: 'How credits are combined, capped and claimed; null = as usual for the kind of agreement.',
  })
  remedy!: AgreedRemedy | null;

  @Field(() => String, { nullable: true, description: 'Terms kept as text where they are not computed yet.' })
  capText!: string | null;

  @Field(() => String, { nullable: true })
  claimText!: string | null;

  @Field(() => String, { nullable: true })
  exclusionsText!: string | null;

  @Field(() => [ExclusionCategoryEnum], {
    nullable: true,
    description: 'Reasons for which time may be excluded; null = the contract names none, so each may be asked for.',
  })
  exclusionCategories!: ExclusionCategory[] | null;

  @Field(() => MaintenanceRules, { nullable: true, description: 'null = the contract asks nothing of maintenance.' })
  maintenanceRules!: Rules | null;

  @Field(() => ClosingWayEnum, { description: 'How its periods come to be closed.' })
  closing!: ClosingWay;

  @Field(() => Int, {
    nullable: true,
    description: 'Days after the end of a period, in the zone of the agreement, on which it closes by itself.',
  })
  closingDays!: number | null;

  @Field(() => [Int], { description: 'Percent of a target at which people hear of a clock that still runs.' })
  ticketAlertPercents!: number[];

  @Field({ description: 'Budgets that burn urgently are told at any hour, also when the service is closed.' })
  urgentAtAnyHour!: boolean;

  @Field(() => String, { nullable: true })
  sourceText!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What else the contract says, such as how it defines its measure and its window.',
  })
  notesText!: string | null;

  @Field(() => [CommitmentTerms])
  commitments?: CommitmentTerms[];

  @Field(() => Person, { nullable: true })
  proposedBy?: Person | null;

  @Field(() => Date, { nullable: true })
  proposedAt!: Date | null;

  @Field(() => Person, { nullable: true })
  decidedBy?: Person | null;

  @Field(() => Date, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  reason!: string | null;

  @Field({ description: 'The only administrator approved their own proposal.' })
  bootstrap!: boolean;
}
