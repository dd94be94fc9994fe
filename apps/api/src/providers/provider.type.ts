import { PROVIDER_KINDS, type ProviderKind } from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { countedConnectionOf } from '../platform/graphql/connection.js';
import { Facet } from '../platform/graphql/facet.type.js';
import { upperSnakeEnum } from '../platform/graphql/upper-snake-enum.js';

export const ProviderKindEnum = upperSnakeEnum(PROVIDER_KINDS);
registerEnumType(ProviderKindEnum, { name: 'ProviderKind' });

@ObjectType()
export class ProviderStanding {
  @Field(() => Int)
  met!: number;

  @Field(() => Int)
  missed!: number;

  @Field(() => Int)
  atRisk!: number;

  @Field(() => Int)
  insufficientData!: number;
}

@ObjectType({ description: 'Who delivers: a team of the enterprise or a company.' })
export class Provider {
  @Field(() => ID)
  id!: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field(() => ProviderKindEnum)
  kind!: ProviderKind;

  @Field()
  description!: string;

  @Field(() => String, { nullable: true, description: "ISO 3166-1 alpha-2 of an external provider's seat." })
  country!: string | null;

  @Field(() => String, { nullable: true })
  website!: string | null;

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;

  @Field(() => Int, {
    description: 'Counts the changes; sent back with an edit, it keeps the edit of something older out.',
  })
  version!: number;
}

@ObjectType()
export class ProviderConnection extends countedConnectionOf(Provider, 'Provider') {
  @Field(() => [Facet], { description: 'kind, counted with the search applied.' })
  facets!: Facet[];
}
