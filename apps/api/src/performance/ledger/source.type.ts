import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ImportKindEnum } from '../imports/import-enums.js';
import type { SourceKind } from './source.entity.js';

@ObjectType({ description: 'Where measurements come from: a ticket system, a monitor, a published contract.' })
export class Source {
  @Field(() => ID)
  id!: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field(() => ImportKindEnum)
  kind!: SourceKind;

  @Field(() => Date, { nullable: true })
  lastSeenAt!: Date | null;
}
