import type { ArchetypeKey, Lifecycle, LineOfService } from '@accord/domain';
import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { ArchetypeKeyEnum } from '../archetypes/archetype.type.js';
import { LifecycleEnum, LineOfServiceEnum } from './service.type.js';

const SERVICE_SORTS = ['relevance', 'name', 'mostUsed'] as const;
export type ServiceSort = (typeof SERVICE_SORTS)[number];
export const ServiceSortEnum = upperSnakeEnum(SERVICE_SORTS);
registerEnumType(ServiceSortEnum, { name: 'ServiceSort' });

@InputType({
  description: 'Omitted or empty: no restriction. Values of one list are alternatives, the lists all apply.',
})
export class ServiceFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words to find in names, synonyms, outcomes, descriptions, plans and order forms; typos are forgiven where nothing has the word.',
  })
  @IsOptional()
  @MaxLength(200)
  search?: string | null;

  @Field(() => [ArchetypeKeyEnum], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(5)
  archetypes?: ArchetypeKey[] | null;

  @Field(() => [LineOfServiceEnum], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(20)
  lines?: LineOfService[] | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(200)
  providerIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(200)
  ownerIds?: string[] | null;

  @Field(() => [LifecycleEnum], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(5)
  lifecycles?: Lifecycle[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that the viewer marked.' })
  @IsOptional()
  favourites?: boolean | null;
}
