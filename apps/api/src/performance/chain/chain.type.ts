import { CHAIN_CAVEATS, type ChainCaveatKind } from '@accord/domain';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Commitment } from '../../agreements/commitment.type.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { ExplanationStep } from '../explanation/explanation.type.js';

export const WEAKNESSES = ['availability', 'time', 'share', 'hours'] as const;

export const ChainCaveatEnum = upperSnakeEnum(CHAIN_CAVEATS);
export const WeaknessEnum = upperSnakeEnum(WEAKNESSES);

registerEnumType(ChainCaveatEnum, {
  name: 'ChainCaveatKind',
  description:
    'NOT_IN_FORCE: the terms name a part that is not in force. ENDS_EARLIER: the part ends before what rests on it. ' +
    'WINDOW: a share over a quarter says little of a month. MEASUREMENT_POINT: one is measured by probes, the other by outages. ' +
    'SHORTEST_OUTAGE: outages count above that are too short to count below. ' +
    'MAINTENANCE: work announced below is left out there, and above only where it is announced for that service too.',
});
registerEnumType(WeaknessEnum, { name: 'Weakness' });

@ObjectType({ description: 'Links that a promise rests on: so many of them have to be kept.' })
export class ChainNeed {
  @Field(() => [ID], { description: 'Ids of links.' })
  anyOf!: string[];

  @Field(() => Int)
  needed!: number;
}

@ObjectType({ description: 'A promise in a chain, once.' })
export class ChainLink {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: '0 is the promise at the top.' })
  depth!: number;

  @Field(() => Commitment, { nullable: true, description: 'Null: it is not for the viewer to see.' })
  commitment!: Commitment | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The share of the good that it promises, in percent.' })
  promised!: string | null;

  @Field(() => [ChainNeed], { description: 'All of them.' })
  needs!: ChainNeed[];
}

@ObjectType({ description: 'What is promised at the top, and what the parts carry together. Of tickets, by priority.' })
export class ChainFigure {
  @Field(() => Int, { nullable: true })
  priority!: number | null;

  @Field(() => DecimalScalar, { description: 'Share of the good, in percent.' })
  promised!: string;

  @Field(() => DecimalScalar, { nullable: true })
  attainable!: string | null;

  @Field(() => Float, { nullable: true })
  promisedMs!: number | null;

  @Field(() => Float, { nullable: true, description: 'How long the parts may take together.' })
  attainableMs!: number | null;
}

@ObjectType({ description: 'A link that cannot carry the promise above it.' })
export class WeakLink {
  @Field(() => ID, { description: 'Of several that stand in for each other, the weakest.' })
  link!: string;

  @Field(() => ID)
  under!: string;

  @Field(() => WeaknessEnum)
  kind!: (typeof WEAKNESSES)[number];

  @Field(() => Int, { nullable: true })
  priority!: number | null;

  @Field(() => DecimalScalar, { description: 'Percent; of time and hours milliseconds.' })
  promised!: string;

  @Field(() => DecimalScalar)
  carries!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What it would have to promise, the others as they are; null where no promise of it alone would do.',
  })
  needed!: string | null;
}

@ObjectType({ description: 'Something that the figures of a chain cannot say.' })
export class ChainCaveat {
  @Field(() => ChainCaveatEnum)
  kind!: ChainCaveatKind;

  @Field(() => ID)
  link!: string;
}

@ObjectType({
  description:
    'A commitment held against the commitments that it rests on: those that its terms name, else those on its own service ' +
    'and, of the availability of an SLA, on every service beneath.',
})
export class CommitmentChain {
  @Field({ description: 'Whether the parts can carry what is promised.' })
  holds!: boolean;

  @Field(() => [ChainLink], { description: 'The commitment itself first.' })
  links!: ChainLink[];

  @Field(() => [ChainFigure])
  figures!: ChainFigure[];

  @Field(() => [WeakLink], { description: 'Anywhere in the chain.' })
  tooWeak!: WeakLink[];

  @Field(() => ID, { description: 'The link to mend first; where the chain holds, the one that promises least.' })
  weakest!: string;

  @Field(() => [ChainCaveat])
  caveats!: ChainCaveat[];

  @Field(() => [ExplanationStep], { description: 'Empty where a link is not for the viewer to see.' })
  explanation!: ExplanationStep[];
}
