import { FIGURE_SIDES, type FigureSide, PROVIDER_FIGURE_STATES, type ProviderFigureState } from '@accord/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, ArrayMaxSize, IsNumber, IsOptional, IsUUID, MaxLength, Min, ValidateNested } from 'class-validator';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

const ProviderFigureStateEnum = upperSnakeEnum(PROVIDER_FIGURE_STATES);
export const FigureSideEnum = upperSnakeEnum(FIGURE_SIDES);

registerEnumType(ProviderFigureStateEnum, {
  name: 'ProviderFigureState',
  description: 'STATED: the other side may agree or object; SILENT: it said nothing in time.',
});
registerEnumType(FigureSideEnum, { name: 'FigureSide', description: 'Whose figure.' });

@ObjectType({ description: 'An incident as one side tells it.' })
export class StatedIncident {
  @Field()
  label!: string;

  @Field(() => Date)
  from!: Date;

  @Field(() => Date)
  to!: Date;

  @Field(() => Int, { description: 'What of it counts, in seconds.' })
  countedSeconds!: number;
}

@ObjectType({ description: 'An incident as both sides tell it, matched by overlap; null where a side knows of none.' })
export class ComparedIncident {
  @Field(() => StatedIncident, { nullable: true })
  ours!: StatedIncident | null;

  @Field(() => StatedIncident, { nullable: true })
  theirs!: StatedIncident | null;

  @Field(() => Int, { description: 'Theirs less ours.' })
  differenceSeconds!: number;
}

@ObjectType({ description: 'What a provider measured of a period, beside our result of it.' })
export class ProviderFigure {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'Counted within the period.' })
  number!: number;

  @Field(() => DecimalScalar, { description: 'Percent, as our figure of the period.' })
  figure!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => ProviderFigureStateEnum)
  state!: ProviderFigureState;

  @Field(() => Date)
  statedAt!: Date;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last day to object; null = silence says nothing.',
  })
  lastDay!: string | null;

  @Field(() => FigureSideEnum, {
    nullable: true,
    description: 'Whose figure is the one of record; null until that is settled.',
  })
  side!: FigureSide | null;

  @Field(() => Date, { nullable: true })
  answeredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why somebody objects.' })
  reason!: string | null;
}

@InputType()
export class StatedIncidentInput {
  @Field()
  @SaysSomething()
  @MaxLength(200)
  label!: string;

  @Field(() => Date)
  @Allow()
  from!: Date;

  @Field(() => Date)
  @Allow()
  to!: Date;

  @Field(() => Number, { nullable: true, description: 'What of it counts; omitted: all of it.' })
  @IsOptional()
  @IsNumber()
  @Min(0)
  minutes?: number | null;
}

@InputType()
export class StateProviderFigureInput {
  @Field(() => ID, { description: 'Our result of the period.' })
  @IsUUID()
  resultId!: string;

  @Field(() => DecimalScalar, { description: 'Percent.' })
  @Allow()
  figure!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2000)
  note?: string | null;

  @Field(() => [StatedIncidentInput], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => StatedIncidentInput)
  incidents?: StatedIncidentInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'In their place, as text of a file: a heading, then label, begin, end and minutes in each line.',
  })
  @IsOptional()
  @MaxLength(500_000)
  incidentsText?: string | null;
}

const FigurePayload = payloadOf('figure', ProviderFigure);

@ObjectType()
export class StateProviderFigurePayload extends FigurePayload {}

@ObjectType()
export class AgreeToFigurePayload extends FigurePayload {}

@ObjectType()
export class ObjectToFigurePayload extends FigurePayload {}
