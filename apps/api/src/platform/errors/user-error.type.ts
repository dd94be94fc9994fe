import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'Why an action was refused. `field` is the path below the input; empty when it is about the whole.',
})
export class UserError {
  @Field()
  code!: string;

  @Field(() => [String])
  field!: string[];

  @Field()
  message!: string;
}
