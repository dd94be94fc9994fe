import { type AgreementKind, type ArchetypeKey, INDICATOR_KINDS, type Verdict } from '@accord/domain';
import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { AgreementKindEnum, IndicatorKindEnum } from '../../agreements/agreement-enums.js';
import { ArchetypeKeyEnum } from '../../catalog/archetypes/archetype.type.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { VerdictEnum } from '../results/period-result.type.js';

export const COMMITMENT_SORTS = ['budgetLeft', 'name', 'service', 'provider'] as const;
export type CommitmentSort = (typeof COMMITMENT_SORTS)[number];
export const CommitmentSortEnum = upperSnakeEnum(COMMITMENT_SORTS);

registerEnumType(CommitmentSortEnum, { name: 'CommitmentSort' });

@InputType()
export class CommitmentFilter {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200)
  search?: string | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  serviceIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  providerIds?: string[] | null;

  @Field(() => [AgreementKindEnum], { nullable: true })
  @IsOptional()
  agreementKinds?: AgreementKind[] | null;

  @Field(() => [VerdictEnum], { nullable: true })
  @IsOptional()
  verdicts?: Verdict[] | null;

  @Field(() => [IndicatorKindEnum], { nullable: true })
  @IsOptional()
  indicatorKinds?: (typeof INDICATOR_KINDS)[number][] | null;

  @Field(() => [ArchetypeKeyEnum], { nullable: true })
  @IsOptional()
  archetypes?: ArchetypeKey[] | null;
}
