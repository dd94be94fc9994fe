import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { UserError } from '../../platform/errors/user-error.type.js';
import { countedConnectionOf } from '../../platform/graphql/connection.js';

@ObjectType({ description: 'A name by which a ticket source calls who has a ticket, and whom of ours it means.' })
export class Holder {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When somebody said so; null = it is the very name of whom it means.',
  })
  namedAt!: Date | null;
}

@ObjectType()
export class HolderConnection extends countedConnectionOf(Holder, 'Holder') {}

@InputType({ description: 'A team or a provider; with neither it means nobody of ours.' })
export class NameHolderInput {
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  teamId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  providerId?: string | null;
}

@ObjectType()
export class NameHolderPayload {
  @Field(() => Holder, { nullable: true })
  holder?: Holder | null;

  @Field(() => [UserError])
  errors!: UserError[];
}
