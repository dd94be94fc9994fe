import { Field, ID, ObjectType } from '@nestjs/graphql';
import { CalendarDateScalar } from '../platform/graphql/scalars.js';

@ObjectType({ description: 'The last day that somebody wants for an agreement; a second person decides.' })
export class AgreementEnd {
  @Field(() => ID)
  id!: string;

  @Field(() => CalendarDateScalar, { name: 'on' })
  lastDay!: string;

  @Field()
  reason!: string;

  @Field(() => Date)
  proposedAt!: Date;
}
