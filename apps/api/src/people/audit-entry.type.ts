import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../platform/graphql/connection.js';
import { Person } from './person.type.js';

@ObjectType()
export class NamedThing {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;
}

@ObjectType({ description: 'One thing that somebody did. Entries are added and never change.' })
export class AuditEntry {
  @Field(() => ID)
  id!: string;

  @Field()
  at!: Date;

  @Field(() => Person, { nullable: true, description: 'Null for what nobody signed in did, such as a failed sign-in.' })
  actor?: Person | null;

  @Field({ description: 'Noun and past participle, such as service.published.' })
  action!: string;

  @Field()
  subjectType!: string;

  @Field(() => ID)
  subjectId!: string;

  @Field(() => String, { nullable: true, description: 'What the subject is called now; null where it has no name.' })
  subjectName?: string | null;

  @Field(() => [NamedThing], {
    description: 'What the ids in `before` and `after` stand for, as far as it has a name.',
  })
  names?: NamedThing[];

  @Field(() => String, { nullable: true, description: 'The subject before, as JSON text; null when it was made.' })
  before?: string | null;

  @Field(() => String, { nullable: true, description: 'The subject afterwards, as JSON text.' })
  after?: string | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'bootstrap = the only administrator acted alone; operator = done on the server; demo = made up; null = by the usual rules.',
  })
  mode!: string | null;
}

@ObjectType()
export class AuditConnection extends connectionOf(AuditEntry, 'Audit') {}
