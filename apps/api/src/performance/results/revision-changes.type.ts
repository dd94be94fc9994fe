import { REVISION_CHANGES, type RevisionChangeKind } from '@accord/domain';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

export const RevisionChangeKindEnum = upperSnakeEnum<RevisionChangeKind>(REVISION_CHANGES);
registerEnumType(RevisionChangeKindEnum, {
  name: 'RevisionChangeKind',
  valuesMap: {
    lateData: { description: 'Measurements, answers, tickets and outages that came after the revision before.' },
    correction: { description: 'What took the place of something that was recorded otherwise.' },
    exclusion: { description: 'Exclusions that were approved.' },
    maintenance: { description: 'Maintenance that was announced or cancelled.' },
    record: { description: 'Figures of record: of the provider, agreed, or by an audit.' },
  },
});

@ObjectType({ description: 'What a revision knew that the one before it did not.' })
export class RevisionChange {
  @Field(() => RevisionChangeKindEnum)
  kind!: RevisionChangeKind;

  @Field(() => Int)
  count!: number;

  @Field(() => Date, { description: 'When the newest of them came, or was decided.' })
  newestAt!: Date;
}
