import { Field, ObjectType } from '@nestjs/graphql';
import { UserError } from '../../platform/errors/user-error.type.js';
import { Service } from './service.type.js';

@ObjectType({ isAbstract: true })
abstract class ServicePayload {
  @Field(() => Service, { nullable: true })
  service?: Service | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class ProposeServicePayload extends ServicePayload {}

@ObjectType()
export class ChangeServicePayload extends ServicePayload {}

@ObjectType()
export class OverrideArchetypePayload extends ServicePayload {}

@ObjectType()
export class EndArchetypeOverridePayload extends ServicePayload {}

@ObjectType()
export class CharterServicePayload extends ServicePayload {}

@ObjectType()
export class PublishServicePayload extends ServicePayload {}
