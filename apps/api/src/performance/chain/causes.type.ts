import { Field, Float, ObjectType } from '@nestjs/graphql';
import { Commitment } from '../../agreements/commitment.type.js';
import { PeriodResult } from '../results/period-result.type.js';

@ObjectType({ description: 'A result that was down while another one was: as its cause, or as what it led to.' })
export class RelatedDowntime {
  @Field(() => Commitment, {
    nullable: true,
    description: "Null: another party's, which is not for the viewer to see.",
  })
  commitment!: Commitment | null;

  @Field(() => PeriodResult, { nullable: true, description: 'Null with the commitment.' })
  result!: PeriodResult | null;

  @Field(() => Float, { description: 'Counted downtime that lies in outages of the part, minute by minute.' })
  sharedMs!: number;

  @Field(() => Float, {
    description: 'Of these outages of the part, what counts by its own result: without what it excludes or planned.',
  })
  partMs!: number;

  @Field(() => Float, { description: 'All counted downtime of what rests on the part.' })
  ofMs!: number;
}
