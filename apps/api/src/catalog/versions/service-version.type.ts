import { Field, Int, ObjectType } from '@nestjs/graphql';
import { UserError } from '../../platform/errors/user-error.type.js';
import { JsonScalar } from '../../platform/graphql/json.scalar.js';
import { Money } from '../../platform/graphql/money.type.js';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';
import { VersionFields } from './version.type.js';

@ObjectType({ isAbstract: true })
abstract class PriceImpactFields {
  @Field(() => Int, { description: 'Those that pay, before or after; a suspended one does where the plan says so.' })
  subscriptions!: number;

  @Field(() => Int)
  quantity!: number;

  @Field(() => Money, { description: 'What they pay a month today. What is measured counts nothing.' })
  monthlyBefore!: Money;

  @Field(() => Money)
  monthlyAfter!: Money;

  @Field(() => Money)
  monthlyDifference!: Money;
}

@ObjectType({ description: 'What a change of prices costs a unit.' })
export class UnitPriceChange extends PriceImpactFields {}

@ObjectType({ description: 'What publishing a version today would do to the prices of one plan.' })
export class PlanPriceChange extends PriceImpactFields {
  @Field({ description: 'Slug of the plan.' })
  plan!: string;

  @Field()
  name!: string;

  @Field(() => String, { nullable: true, description: 'Prices in words; null for a new plan.' })
  before!: string | null;

  @Field()
  after!: string;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'First day for new orders; null when announced prices are called off.',
  })
  from!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'First day for subscribers: no earlier than the notice period where anybody would pay more.',
  })
  subscribersFrom!: string | null;

  @Field({ description: 'Whether anybody who has the plan would pay more.' })
  rises!: boolean;

  @Field({ description: 'Whether use is priced that is not known yet, and so not in the amounts.' })
  isMetered!: boolean;

  @Field(() => [UnitPriceChange])
  units!: UnitPriceChange[];
}

@ObjectType({ description: 'All by which a service is offered, in one piece; only a published version has effect.' })
export class ServiceVersion extends VersionFields {
  @Field(() => Int, { nullable: true, description: 'Number of the version that it began as a copy of.' })
  basedOn!: number | null;

  @Field(() => JsonScalar, {
    description:
      'What customers read, plans, form, approval, fulfilment, entitlement and notice; other nouns by their slugs.',
  })
  definition?: unknown;

  @Field(() => [PlanPriceChange], {
    description: 'Of a version in the making: whom its prices touch, and what they cost each; empty otherwise.',
  })
  priceChanges?: PlanPriceChange[];
}

@ObjectType({ isAbstract: true })
abstract class ServiceVersionPayload {
  @Field(() => ServiceVersion, { nullable: true })
  version?: ServiceVersion | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class DraftServiceVersionPayload extends ServiceVersionPayload {}

@ObjectType()
export class ChangeServiceDraftPayload extends ServiceVersionPayload {}

@ObjectType()
export class ImportServiceDefinitionPayload extends ServiceVersionPayload {}

@ObjectType()
export class ProposeServiceVersionPayload extends ServiceVersionPayload {}

@ObjectType()
export class WithdrawServiceVersionPayload extends ServiceVersionPayload {}

@ObjectType()
export class PublishServiceVersionPayload extends ServiceVersionPayload {}

@ObjectType()
export class BringServicePayload extends ServiceVersionPayload {
  @Field(() => [String], {
    nullable: true,
    description: 'What the file names and is not here, a sentence each, the first of each part.',
  })
  missing?: string[] | null;
}
