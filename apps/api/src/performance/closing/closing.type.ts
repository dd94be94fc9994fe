import { Field, Int, ObjectType } from '@nestjs/graphql';
import { payloadOf } from '../../platform/errors/payload-of.js';

@ObjectType({ description: 'When a period that is still open closes by itself, and what may hold it back until then.' })
export class PeriodClosing {
  @Field(() => Date, { name: 'at' })
  closesAt!: Date;

  @Field(() => Date, { description: 'What is held back closes then, whatever is open.' })
  heldUntil!: Date;

  @Field(() => Int, { description: 'Exclusions that wait for a second person.' })
  exclusions!: number;

  @Field({ description: 'Measurements are not judged yet.' })
  unjudged!: boolean;

  @Field(() => Int)
  silentSources!: number;
}

@ObjectType({ description: 'What holds for every agreement that does not say otherwise.' })
export class UsualClosing {
  @Field(() => Int, {
    nullable: true,
    description: 'Days after its end on which a period closes by itself; null = by hand.',
  })
  days!: number | null;

  @Field()
  viewerCanChange!: boolean;
}

@ObjectType()
export class ChangeUsualClosingPayload extends payloadOf('usualClosing', UsualClosing) {}
