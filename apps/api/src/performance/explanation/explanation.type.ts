import { EVIDENCE_KINDS, type EvidenceKind } from '@accord/domain';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { NamedValue } from '../named-value.type.js';

export const EvidenceKindEnum = upperSnakeEnum(EVIDENCE_KINDS);

registerEnumType(EvidenceKindEnum, { name: 'EvidenceKind' });

@ObjectType({
  description: 'What an explanation step rests on; `kind` and `id` lead to a screen, `label` is for people.',
})
export class EvidenceLink {
  @Field(() => EvidenceKindEnum)
  kind!: EvidenceKind;

  @Field(() => ID)
  id!: string;

  @Field()
  label!: string;
}

@ObjectType({ description: 'One step of the calculation that made a figure, in the order in which it was taken.' })
export class ExplanationStep {
  @Field()
  rule!: string;

  @Field(() => [NamedValue])
  inputs!: NamedValue[];

  @Field(() => [NamedValue])
  result!: NamedValue[];

  @Field(() => [EvidenceLink])
  evidence!: EvidenceLink[];
}
