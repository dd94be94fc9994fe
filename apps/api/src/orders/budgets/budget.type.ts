import { BUDGET_ENTRY_KINDS, type BudgetEntryKind } from '@accord/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow, IsOptional, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

const BudgetEntryKindEnum = upperSnakeEnum(BUDGET_ENTRY_KINDS);

registerEnumType(BudgetEntryKindEnum, { name: 'BudgetEntryKind' });

@ObjectType({ description: 'What a unit and the units below it may spend on orders, from a day to a day.' })
export class Budget {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => CalendarDateScalar, { name: 'from' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { name: 'to' })
  toDate!: string;

  @Field(() => Int, { description: 'Counts the changes of the amount; sent back with a change.' })
  version!: number;

  @Field(() => Int, { description: 'After so many days what an order reserved is free again, until it is approved.' })
  reservationDays!: number;
}

@ObjectType({ description: 'What an order or a charge took from a budget, or gave back.' })
export class BudgetEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => BudgetEntryKindEnum)
  kind!: BudgetEntryKind;
}

@ObjectType()
export class BudgetEntryConnection extends connectionOf(BudgetEntry, 'BudgetEntry') {}

@InputType()
export class AddBudgetInput {
  @Field(() => ID)
  @IsUUID()
  unitId!: string;

  @Field()
  @MaxLength(120)
  @SaysSomething()
  name!: string;

  @Field(() => CalendarDateScalar)
  @Allow()
  from!: string;

  @Field(() => CalendarDateScalar)
  @Allow()
  to!: string;

  @Field(() => DecimalScalar, { description: "In the enterprise's currency." })
  @Allow()
  amount!: string;

  @Field(() => Int, { nullable: true, description: 'Omitted: 30.' })
  @IsOptional()
  @Min(1)
  @Max(366)
  reservationDays?: number | null;
}

const BudgetPayload = payloadOf('budget', Budget);

@ObjectType()
export class AddBudgetPayload extends BudgetPayload {}

@ObjectType()
export class ChangeBudgetPayload extends BudgetPayload {}
