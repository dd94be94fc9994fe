import { FINDING_KINDS, type FindingKind } from '@accord/domain';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { countedConnectionOf } from '../../platform/graphql/connection.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { Trend } from './trend.type.js';
import { NamedValue } from '../named-value.type.js';
import { FINDING_STATES, type FindingState } from './finding-lists.js';

export const FindingKindEnum = upperSnakeEnum(FINDING_KINDS);
export const FindingStateEnum = upperSnakeEnum<FindingState>(FINDING_STATES);

registerEnumType(FindingKindEnum, { name: 'FindingKind' });
registerEnumType(FindingStateEnum, { name: 'FindingState' });

@ObjectType({ description: 'What a finding is about.' })
export class FindingSubject {
  @Field()
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its page in the client; null where it has none.' })
  path!: string | null;
}

@ObjectType({ description: 'Something that a rule found in what is promised or measured.' })
export class Finding {
  @Field(() => ID)
  id!: string;

  @Field(() => FindingKindEnum)
  kind!: FindingKind;

  @Field(() => [NamedValue], { description: 'As they were found last.' })
  facts!: NamedValue[];

  @Field(() => Trend, {
    nullable: true,
    description: 'The numbers in which a drift was found last; null of anything else.',
  })
  trend!: Trend | null;

  @Field()
  openedAt!: Date;

  @Field({ description: 'When it was found last.' })
  lastSeenAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Since when it is so no longer.' })
  endedAt!: Date | null;
}

@ObjectType()
export class FindingConnection extends countedConnectionOf(Finding, 'Finding') {}
