import type { AgreementKind } from '@accord/domain';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { BusinessUnit } from '../people/business-unit.type.js';
import { countedConnectionOf } from '../platform/graphql/connection.js';
import { Facet } from '../platform/graphql/facet.type.js';
import { CalendarDateScalar } from '../platform/graphql/scalars.js';
import { Provider } from '../providers/provider.type.js';
import { AgreementKindEnum } from './agreement-enums.js';
import { AgreementVersion } from './agreement-version.type.js';
import { Commitment } from './commitment.type.js';

@ObjectType({
  description: 'SLA with customers, OLA with an internal provider, or underpinning contract (UC) with an external one.',
})
export class Agreement {
  @Field(() => ID)
  id!: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field(() => AgreementKindEnum)
  kind!: AgreementKind;

  @Field(() => Provider, {
    nullable: true,
    description: "Who is bound by an OLA or UC; null for an SLA, which the service's own provider keeps.",
  })
  provider?: Provider | null;

  @Field(() => BusinessUnit, {
    nullable: true,
    description: 'The customer side of an SLA; null = every business unit.',
  })
  customer?: BusinessUnit | null;

  @Field()
  timeZone!: string;

  @Field()
  currency!: string;

  @Field(() => [AgreementVersion], { description: 'Newest first; drafts and refused ones only for insiders.' })
  versions?: AgreementVersion[];

  @Field(() => AgreementVersion, { nullable: true, description: 'The version in force now.' })
  current?: AgreementVersion | null;

  @Field(() => [Commitment])
  commitments?: Commitment[];

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Its last day.' })
  endedOn!: string | null;
}

@ObjectType()
export class AgreementConnection extends countedConnectionOf(Agreement, 'Agreement') {
  @Field(() => [Facet])
  facets!: Facet[];
}
