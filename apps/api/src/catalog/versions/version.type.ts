import { SERVICE_VERSION_STATES, type ServiceVersionState } from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

export const ServiceVersionStateEnum = upperSnakeEnum(SERVICE_VERSION_STATES);
registerEnumType(ServiceVersionStateEnum, { name: 'ServiceVersionState' });

@ObjectType({ description: 'One thing in which a version differs from the live one.' })
export class DefinitionChange {
  @Field(() => [String], { description: 'Names on the way; plans, prices and stages go by what they are called.' })
  path!: readonly string[];

  @Field(() => String, { nullable: true, description: 'In the live version; null = it is not there, or empty.' })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;

  @Field()
  sentence!: string;
}

/** What every version tells, of whatever it is one. */
@ObjectType({ isAbstract: true })
export abstract class VersionFields {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => ServiceVersionStateEnum)
  state!: ServiceVersionState;

  @Field(() => Int, { description: 'Counts the changes of a draft; a change names the revision that was edited.' })
  revision!: number;

  @Field(() => [DefinitionChange], { description: 'What publishing it would change of the live version.' })
  diff?: DefinitionChange[];

  @Field(() => Date)
  draftedAt!: Date;

  @Field(() => Date, { nullable: true })
  proposedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was published or withdrawn.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  reason!: string | null;

  @Field({ description: 'The only administrator published their own proposal.' })
  bootstrap!: boolean;
}
