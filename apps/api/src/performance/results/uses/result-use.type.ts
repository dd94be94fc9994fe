import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Money } from '../../../platform/graphql/money.type.js';
import { upperSnakeEnum } from '../../../platform/graphql/upper-snake-enum.js';

export const RESULT_USE_KINDS = ['credit', 'claim', 'bill', 'scorecard', 'pack', 'statement'] as const;
export type ResultUseKind = (typeof RESULT_USE_KINDS)[number];

export const ResultUseKindEnum = upperSnakeEnum(RESULT_USE_KINDS);
registerEnumType(ResultUseKindEnum, { name: 'ResultUseKind' });

@ObjectType({ description: 'Something that was made of a figure.' })
export class ResultUse {
  @Field(() => ResultUseKindEnum)
  kind!: ResultUseKind;

  @Field({ description: "One line, such as 'Review of Northwind, March 2026'." })
  label!: string;

  @Field({ description: "The client's address." })
  path!: string;

  @Field(() => Int, { description: 'The revision of the result that it holds.' })
  revision!: number;

  @Field({ description: 'A newer revision exists, and this keeps the old figure.' })
  outdated!: boolean;

  @Field(() => Money, { nullable: true, description: 'Of a credit or a claim: what is owed.' })
  amount!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Of a credit that a restatement posted: what it changed.' })
  difference!: Money | null;
}
