import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Commitment } from '../../agreements/commitment.type.js';
import { countedConnectionOf } from '../../platform/graphql/connection.js';
import { ProviderStanding } from '../../providers/provider.type.js';

@ObjectType()
export class CommitmentConnection extends countedConnectionOf(Commitment, 'Commitment') {
  @Field(() => ProviderStanding, { description: 'Number of commitments by verdict of the newest period shown.' })
  standing!: ProviderStanding;

  @Field(() => [String], { description: 'Period ids of the columns, oldest first.' })
  periods!: string[];

  @Field(() => [Int], {
    description:
      'Number of breaches by column, of everything found and not only of this page. A quarter counts in its last month shown.',
  })
  breaches!: number[];

  @Field(() => Date, { nullable: true, description: 'Newest measurement known to these results.' })
  dataAsOf!: Date | null;
}
