import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class ImportProblem {
  @Field(() => Int)
  line!: number;

  @Field(() => String, { nullable: true })
  column!: string | null;

  @Field(() => String, { nullable: true })
  value!: string | null;

  @Field()
  reason!: string;
}
