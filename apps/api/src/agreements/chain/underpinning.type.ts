import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Commitment } from '../commitment.type.js';

@ObjectType({ description: 'Commitments of which so many have to be kept for another one to be.' })
export class Underpinning {
  @Field(() => [Commitment], { description: 'As far as the viewer sees them.' })
  commitments!: Commitment[];

  @Field(() => Int)
  needed!: number;
}
