import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { SOURCE_KINDS, type SourceKind } from './source.entity.js';

export const SourceKindEnum = upperSnakeEnum<SourceKind>(SOURCE_KINDS);
registerEnumType(SourceKindEnum, { name: 'SourceKind', description: 'What a source brings.' });

@ObjectType({ description: 'Where measurements come from: a ticket system, a monitor, a published contract.' })
export class Source {
  @Field(() => ID)
  id!: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field(() => SourceKindEnum)
  kind!: SourceKind;

  @Field(() => Date, { nullable: true, description: 'The newest instant that it measured; null before the first.' })
  lastSeenAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How long it may be quiet, as its owner says; 0 = for ever, null = by its rhythm.',
  })
  quietMinutes!: number | null;
}
