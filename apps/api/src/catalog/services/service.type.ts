import { LIFECYCLES, LINES_OF_SERVICE, type Lifecycle, type LineOfService } from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Person } from '../../people/person.type.js';
import { Facet } from '../../platform/graphql/facet.type.js';
import { countedConnectionOf } from '../../platform/graphql/connection.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

export const LifecycleEnum = upperSnakeEnum(LIFECYCLES);
export const LineOfServiceEnum = upperSnakeEnum(LINES_OF_SERVICE);

registerEnumType(LifecycleEnum, { name: 'Lifecycle' });
registerEnumType(LineOfServiceEnum, { name: 'LineOfService' });

@ObjectType({ description: 'A BT service as its consumers see it.' })
export class Service {
  @Field(() => ID)
  id!: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field({
    description: 'What the consumer gets, in one plain sentence. Empty for who knows the service by name only.',
  })
  outcome!: string;

  @Field()
  description!: string;

  @Field(() => [String])
  synonyms!: string[];

  @Field(() => LineOfServiceEnum)
  lineOfService!: LineOfService;

  @Field(() => LifecycleEnum)
  lifecycle!: Lifecycle;

  @Field(() => Int, {
    description: 'Counts the changes; sent back with an edit, it keeps the edit of something older out.',
  })
  version!: number;
}

@ObjectType()
export class ServiceConnection extends countedConnectionOf(Service, 'Service') {
  @Field(() => [Facet], {
    description: 'archetype, line, provider, owner and lifecycle; each counted with the other filters applied.',
  })
  facets?: Facet[];

  @Field(() => [Service], { description: 'Nearest names when nothing matched.' })
  suggestions?: Service[];

  @Field(() => [Person], {
    description:
      'Up to three people of the BT office when nothing matched: they know what there is, and what there could be.',
  })
  whomToAsk?: Person[];
}
