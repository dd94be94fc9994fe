import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Payload } from './to-payload.js';
import { UserError } from './user-error.type.js';

/** The fields that payloads inherit: what the action is about, null where it was refused, and why it was. */
export function payloadOf<K extends string, T extends object>(key: K, type: Type<T>): Type<Payload<K, T | null>> {
  @ObjectType({ isAbstract: true })
  class Subject {}
  Field(() => type, { nullable: true })(Subject.prototype, key);

  @ObjectType({ isAbstract: true })
  class SubjectPayload extends Subject {
    @Field(() => [UserError])
    errors!: UserError[];
  }
  return SubjectPayload as Type<Payload<K, T | null>>;
}
