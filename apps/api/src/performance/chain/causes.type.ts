import { Field, Float, ObjectType } from '@nestjs/graphql';
import { Commitment } from '../../agreements/commitment.type.js';
import { PeriodResult } from '../results/period-result.type.js';

@ObjectType({ description: 'A result that lost what another one lost: as its cause, or as what it led to.' })
export class RelatedLoss {
  @Field(() => Commitment, {
    nullable: true,
    description: "Null: another party's, which is not for the viewer to see.",
  })
  commitment!: Commitment | null;

  @Field(() => PeriodResult, { nullable: true, description: 'Null with the commitment.' })
  result!: PeriodResult | null;

  @Field({ description: 'Of the numbers, as of budgets: ms, tickets or events.' })
  unit!: string;

  @Field(() => Float, {
    description:
      'Counted downtime that lies in outages of the part, minute by minute; tickets that both missed; events lost in intervals in which the part lost some.',
  })
  shared!: number;

  @Field(() => Float, {
    description:
      'Of downtime, what counts of these outages by the result of the part: without what it excludes or planned.',
  })
  part!: number;

  @Field(() => Float, { description: 'All that what rests on the part lost.' })
  of!: number;
}
