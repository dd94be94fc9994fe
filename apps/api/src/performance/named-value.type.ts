import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'One machine-readable value of an explanation: `unit` is ms, percent, count, instant, money, text …',
})
export class NamedValue {
  @Field()
  name!: string;

  @Field(() => String, { nullable: true })
  value!: string | null;

  @Field()
  unit!: string;
}
