import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class FacetValue {
  @Field()
  value!: string;

  @Field()
  label!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType()
export class Facet {
  @Field()
  name!: string;

  @Field(() => [FacetValue])
  values!: FacetValue[];
}
