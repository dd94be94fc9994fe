import {
  KPI_STATES,
  SCORECARD_VERDICTS,
  type KPIState,
  type ProposalState,
  type ScorecardVerdict,
} from '@accord/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { ProposalStateEnum } from '../people/roles.type.js';
import { payloadOf } from '../platform/errors/payload-of.js';
import { CalendarDateScalar, DecimalScalar } from '../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../platform/graphql/upper-snake-enum.js';

export const KPIStateEnum = upperSnakeEnum(KPI_STATES);
export const ScorecardVerdictEnum = upperSnakeEnum(SCORECARD_VERDICTS);

registerEnumType(KPIStateEnum, {
  name: 'KPIState',
  description:
    'SCORED: measured. DEEMED: the provider owes data that is missing, so it scores 0. NO_DATA: too little data that we owe. NO_ACTIVITY: nothing happened or was promised; left out altogether. NOT_CLOSED: a result is still open or missing.',
});
registerEnumType(ScorecardVerdictEnum, { name: 'ScorecardVerdict' });

@ObjectType()
export class KPI {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => DecimalScalar)
  weight!: string;

  @Field(() => DecimalScalar, {
    description: 'Percent that scores 0; above the one that scores 100 when less is better.',
  })
  floor!: string;

  @Field(() => DecimalScalar, { description: 'Percent that scores 100; not the target of the commitment.' })
  target!: string;
}

@ObjectType({
  description: "A provider's KPIs from a day on; changed by making a new version that a second person approves.",
})
export class ScorecardVersion {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => CalendarDateScalar, { description: 'It judges the periods that begin on this day or later.' })
  effectiveFrom!: string;

  @Field(() => ProposalStateEnum)
  state!: ProposalState;

  @Field(() => DecimalScalar, { description: 'Percent of the weights that need a value.' })
  minimumCoverage!: string;

  @Field(() => Date)
  proposedAt!: Date;

  @Field(() => Date, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused or withdrawn.' })
  reason!: string | null;

  @Field()
  bootstrap!: boolean;
}

@ObjectType()
export class KPIScore {
  @Field(() => KPIStateEnum)
  state!: KPIState;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Measured percent: ratio of sums over the frozen results of the period, rounded as a result shows it.',
  })
  actual!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: '0 to 100, two decimals; null without a value.' })
  score!: string | null;
}

@ObjectType({ description: 'How a provider did in a period, computed from frozen results alone.' })
export class Scorecard {
  @Field({ description: '2026-03 or 2026-Q1.' })
  period!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '0 to 100; null when the coverage is under the minimum: insufficient data.',
  })
  score!: string | null;

  @Field(() => DecimalScalar, { description: 'Percent of the weights that have a value.' })
  coverage!: string;

  @Field(() => ScorecardVerdictEnum)
  verdict!: ScorecardVerdict;

  @Field(() => Date)
  asOf!: Date;
}

@InputType()
export class KPIInput {
  @Field()
  @MaxLength(200)
  name!: string;

  @Field(() => ID)
  @IsUUID()
  commitmentId!: string;

  @Field(() => DecimalScalar)
  @MaxLength(20)
  weight!: string;

  @Field(() => DecimalScalar, { description: 'Percent that scores 0.' })
  @MaxLength(20)
  floor!: string;

  @Field(() => DecimalScalar, { description: 'Percent that scores 100; not the target of the commitment.' })
  @MaxLength(20)
  target!: string;
}

@InputType()
export class ProposeScorecardInput {
  @Field(() => ID)
  @IsUUID()
  providerId!: string;

  @Field(() => CalendarDateScalar, { description: 'First of a month.' })
  @MaxLength(10)
  effectiveFrom!: string;

  @Field(() => DecimalScalar, { nullable: true, defaultValue: '60' })
  @IsOptional()
  @MaxLength(20)
  minimumCoverage?: string | null;

  @Field(() => [KPIInput])
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => KPIInput)
  kpis!: KPIInput[];
}

const ScorecardPayload = payloadOf('scorecardVersion', ScorecardVersion);

@ObjectType()
export class ProposeScorecardPayload extends ScorecardPayload {}

@ObjectType()
export class ApproveScorecardPayload extends ScorecardPayload {}

@ObjectType()
export class RefuseScorecardPayload extends ScorecardPayload {}
