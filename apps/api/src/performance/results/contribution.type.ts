import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { countedConnectionOf } from '../../platform/graphql/connection.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { EvidenceLink } from '../explanation/explanation.type.js';

@ObjectType()
export class Contribution {
  @Field(() => ID)
  id!: string;

  @Field(() => EvidenceLink)
  evidence!: EvidenceLink;

  @Field(() => Date, { nullable: true })
  from!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Null = it went on when it was judged.' })
  to!: Date | null;

  @Field(() => Float, { nullable: true, description: 'Milliseconds of downtime counted, or of clock time used.' })
  countedMs!: number | null;

  @Field(() => Date, { nullable: true })
  dueAt!: Date | null;

  @Field(() => Int, { nullable: true })
  priority!: number | null;

  @Field()
  verdict!: string;

  @Field(() => String, { nullable: true, description: 'Why it does not count, if so.' })
  notCounted!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  total!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  good!: string | null;
}

@ObjectType()
export class ContributionConnection extends countedConnectionOf(Contribution, 'Contribution') {}
