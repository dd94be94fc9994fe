import { Field, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'A frozen figure, and the revision that replaced it.' })
export class NewerRevision {
  @Field(() => DecimalScalar, { nullable: true, description: 'newest figure − frozen figure, percentage points.' })
  difference!: string | null;

  @Field()
  reason!: string;
}
