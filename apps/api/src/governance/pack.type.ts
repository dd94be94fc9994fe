import {
  PACK_EDITIONS,
  type Exposure as FrozenExposure,
  type KPIState,
  type PackEdition,
  type ScorecardVerdict,
  type Verdict,
} from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { VerdictEnum } from '../performance/results/period-result.type.js';
import { Money } from '../platform/graphql/money.type.js';
import { CalendarDateScalar, DecimalScalar } from '../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../platform/graphql/upper-snake-enum.js';
import { KPIStateEnum, ScorecardVerdictEnum } from './scorecard.type.js';

export const PackEditionEnum = upperSnakeEnum(PACK_EDITIONS);
registerEnumType(PackEditionEnum, { name: 'PackEdition' });

@ObjectType({ description: 'A result as it was when the pack was frozen.' })
export class PackResult {
  @Field(() => ID)
  resultId!: string;

  @Field()
  period!: string;

  @Field(() => Int)
  revision!: number;

  @Field(() => DecimalScalar, { nullable: true })
  figure!: string | null;

  @Field(() => VerdictEnum)
  verdict!: Verdict;
}

@ObjectType()
export class PackKPI {
  @Field()
  name!: string;

  @Field()
  commitmentName!: string;

  @Field()
  serviceName!: string;

  @Field(() => DecimalScalar)
  weight!: string;

  @Field(() => DecimalScalar, { description: 'Percent that scores 0.' })
  floor!: string;

  @Field(() => DecimalScalar, { description: 'Percent that scores 100; not the target of the commitment.' })
  target!: string;

  @Field(() => KPIStateEnum)
  state!: KPIState;

  @Field(() => DecimalScalar, { nullable: true })
  actual!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  score!: string | null;

  @Field(() => [PackResult])
  results!: PackResult[];
}

@ObjectType()
export class PackBreach {
  @Field(() => ID)
  breachId!: string;

  @Field(() => ID)
  resultId!: string;

  @Field(() => Int)
  revision!: number;

  @Field()
  commitmentName!: string;

  @Field()
  serviceName!: string;

  @Field()
  period!: string;

  @Field(() => DecimalScalar, { nullable: true })
  figure!: string | null;

  @Field(() => DecimalScalar, { description: 'What was promised.' })
  target!: string;

  @Field(() => Money, { nullable: true })
  credit!: Money | null;
}

@ObjectType()
export class PackAction {
  @Field()
  what!: string;

  @Field()
  owner!: string;

  @Field(() => CalendarDateScalar)
  due!: string;

  @Field()
  done!: boolean;
}

@ObjectType({
  description: 'What the enterprise owes its customers and can take back from the provider, in one currency.',
})
export class Exposure implements FrozenExposure {
  @Field()
  currency!: string;

  @Field(() => DecimalScalar)
  owed!: string;

  @Field(() => DecimalScalar)
  recoverable!: string;

  @Field(() => DecimalScalar, { description: 'owed − recoverable.' })
  exposure!: string;
}

@ObjectType({
  description:
    "The frozen evidence. A provider's contact reads the provider edition of its own reviews and nothing else of them.",
})
export class Pack {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'Counts how often the pack of the review was frozen; the highest one stands.' })
  number!: number;

  @Field(() => PackEditionEnum)
  edition!: PackEdition;

  @Field({ description: 'SHA-256 of the canonical text, hex.' })
  hash!: string;

  @Field(() => Date)
  asOf!: Date;

  @Field(() => Date)
  frozenAt!: Date;

  @Field({ description: 'Canonical text that was hashed.' })
  text!: string;

  @Field(() => DecimalScalar, { nullable: true })
  score!: string | null;

  @Field(() => DecimalScalar)
  coverage!: string;

  @Field(() => ScorecardVerdictEnum)
  verdict!: ScorecardVerdict;

  @Field(() => [PackKPI])
  kpis!: PackKPI[];

  @Field(() => [PackBreach])
  breaches!: PackBreach[];

  @Field(() => [PackAction])
  actions!: PackAction[];

  @Field(() => [Exposure], { description: 'By currency; none in the provider edition.' })
  exposures!: Exposure[];

  @Field(() => [PackBreach], {
    description:
      'Promises to customers that were missed on services which rely on the provider; none in the provider edition.',
  })
  promisesMissed!: PackBreach[];
}
