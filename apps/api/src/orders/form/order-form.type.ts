import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '../../platform/graphql/json.scalar.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

const KINDS = ['added', 'removed', 'changed'] as const;
const KEPT = ['none', 'kept', 'dropped'] as const;
const FormChangeKindEnum = upperSnakeEnum(KINDS);
const AnswerKeptEnum = upperSnakeEnum(KEPT);
registerEnumType(FormChangeKindEnum, { name: 'FormChangeKind' });
registerEnumType(AnswerKeptEnum, {
  name: 'AnswerKept',
  description: 'What becomes of the answer. NONE: there was none.',
});

@ObjectType({ description: 'What is asked of somebody who orders a service, beside quantity, unit and reason.' })
export class ServiceForm {
  @Field(() => ID, { description: 'Version of the service that it belongs to; sent back with the answers.' })
  serviceVersionId!: string;

  @Field(() => JsonScalar, {
    description:
      'schema: JSON Schema 2020-12 with if/then/else; ui: order and hints; quantityField: the field that says the quantity.',
  })
  form!: object;
}

@ObjectType({ description: 'An answer in words.' })
export class OrderAnswer {
  @Field()
  field!: string;

  @Field()
  title!: string;

  @Field(() => [String], { description: 'One, or several of a list; names in place of ids.' })
  texts!: string[];
}

@ObjectType({
  description: 'A field whose answer went no further, since another answer hid it. The answer was not kept.',
})
export class DroppedAnswer {
  @Field()
  field!: string;

  @Field()
  title!: string;
}

@ObjectType({ description: 'A field in which the form of today differs from the one that was filled in.' })
export class FormChange {
  @Field(() => FormChangeKindEnum)
  kind!: (typeof KINDS)[number];

  @Field()
  field!: string;

  @Field()
  title!: string;

  @Field(() => AnswerKeptEnum)
  answer!: (typeof KEPT)[number];

  @Field()
  sentence!: string;
}
