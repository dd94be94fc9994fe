import { Field, ObjectType } from '@nestjs/graphql';
import { Person } from '../../people/person.type.js';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';
import { Archetype } from './archetype.type.js';

@ObjectType({ description: 'A decision to treat a service as another archetype than the suggested one.' })
export class ArchetypeOverride {
  @Field(() => Archetype)
  archetype!: Archetype;

  @Field(() => Person)
  decidedBy!: Person;

  @Field()
  reason!: string;

  @Field(() => CalendarDateScalar, { description: 'The last day on which it holds.' })
  expiresOn!: string;
}
