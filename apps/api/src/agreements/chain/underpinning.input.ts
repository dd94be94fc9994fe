import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsInt, IsUUID, Min } from 'class-validator';

@InputType({ description: 'Commitments of which so many have to be kept.' })
export class UnderpinningInput {
  @Field(() => [ID])
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  commitmentIds!: string[];

  @Field(() => Int, { description: 'All of them: each is needed for itself. Fewer: they stand in for each other.' })
  @IsInt()
  @Min(1)
  needed!: number;
}
