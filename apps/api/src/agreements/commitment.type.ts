import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A promise through all its versions: what screens, results and credits point at.' })
export class Commitment {
  @Field(() => ID)
  id!: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;
}
