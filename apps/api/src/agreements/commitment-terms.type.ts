import type { Comparator, ExcludedTime, MissingData, WindowKind } from '@accord/domain';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../platform/graphql/scalars.js';
import { ComparatorEnum, ExcludedTimeEnum, MissingDataEnum, WindowKindEnum } from './agreement-enums.js';
import { ServiceCalendar } from './calendars/service-calendar.type.js';
import { Underpinning } from './chain/underpinning.type.js';
import { Commitment } from './commitment.type.js';
import { CreditSchedule } from './credit-schedule.type.js';
import { Indicator } from './indicator.type.js';

@ObjectType({ description: 'What exactly is promised, as one version of the agreement states it.' })
export class CommitmentTerms {
  @Field(() => ID)
  id!: string;

  @Field(() => Commitment)
  commitment?: Commitment;

  @Field({ description: "The commitment's name in this version." })
  name!: string;

  @Field(() => Indicator)
  indicator!: typeof Indicator;

  @Field(() => DecimalScalar, { description: 'Percent, exact.' })
  target!: string;

  @Field(() => ComparatorEnum)
  comparator!: Comparator;

  @Field(() => WindowKindEnum, { name: 'window' })
  windowKind!: WindowKind;

  @Field(() => String, {
    nullable: true,
    description:
      'How the contract words its window where it is judged as a calendar month or quarter instead, such as a billing month.',
  })
  windowText!: string | null;

  @Field(() => ServiceCalendar)
  calendar?: ServiceCalendar;

  @Field(() => MissingDataEnum)
  missingData!: MissingData;

  @Field(() => DecimalScalar, {
    description: 'Percent of the window that must be covered by data, else insufficient data (or the deemed result).',
  })
  coverageFloor!: string;

  @Field({ description: 'The provider owes the data: too little of it is judged as missed with the worst tier.' })
  providerOwesData!: boolean;

  @Field(() => ExcludedTimeEnum)
  excludedTime!: ExcludedTime;

  @Field(() => CreditSchedule, { nullable: true })
  credit?: CreditSchedule | null;

  @Field(() => [Underpinning], {
    description: 'What the terms name as what they rest on; empty = what the service rests on.',
  })
  underpinnedBy?: Underpinning[];
}
