import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'One act that orders the successor for everybody who was left.' })
export class MigrationRun {
  @Field()
  startedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Null while it is under way: ask again.' })
  finishedAt!: Date | null;

  @Field(() => Int)
  total!: number;

  @Field(() => Int)
  ordered!: number;

  @Field(() => Int)
  refused!: number;
}
