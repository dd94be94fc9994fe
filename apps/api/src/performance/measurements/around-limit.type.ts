import { Field, Float, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description:
    'The bounds of a histogram next to a promised limit that is none of them. Values between them count as above the limit.',
})
export class AroundLimit {
  @Field(() => Float, { nullable: true, description: 'In the unit of the limit; null where there is none below.' })
  below!: number | null;

  @Field(() => Float, { nullable: true, description: 'null where there is none above.' })
  above!: number | null;
}
