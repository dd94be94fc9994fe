import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Time that counted as downtime until somebody corrected the outage.' })
export class OutageCorrection {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'Cause of the outage.' })
  cause!: string;

  @Field(() => Date)
  from!: Date;

  @Field(() => Date)
  to!: Date;

  @Field()
  reason!: string;

  @Field(() => Date)
  correctedAt!: Date;
}
