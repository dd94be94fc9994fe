import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import type { ShownEvidence } from './exclusion-evidence.loader.js';

export const EXCLUSION_EVIDENCE_KINDS = ['ticket', 'outage', 'maintenance', 'file', 'link', 'note'] as const;
export const ExclusionEvidenceKindEnum = upperSnakeEnum(EXCLUSION_EVIDENCE_KINDS);

registerEnumType(ExclusionEvidenceKindEnum, { name: 'ExclusionEvidenceKind' });

@ObjectType({ description: 'One thing that shows why time does not count.' })
export class ExclusionEvidence {
  @Field(() => ExclusionEvidenceKindEnum)
  kind!: ShownEvidence['kind'];

  @Field(() => ID, {
    nullable: true,
    description: 'Of a ticket, an outage, a maintenance, or a file, which GET /evidence/<id> sends.',
  })
  id!: string | null;

  @Field({ description: 'For people: a number, a cause, a file name, an address or a note.' })
  label!: string;
}
