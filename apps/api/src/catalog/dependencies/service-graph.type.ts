import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A service among those that it rests on and that rest on it.' })
export class ServiceGraphNode {
  @Field({ description: 'Whether people order it: the business view shows these alone, the technical view all.' })
  isBusiness!: boolean;

  @Field({ description: 'Whether it is hit when the service in question fails.' })
  isHit!: boolean;

  @Field(() => Int, { description: 'Those that go on today.' })
  subscriptions!: number;

  @Field(() => Int, { description: 'Units that subscribe to it.' })
  units!: number;
}

@ObjectType({ description: 'That one service rests on another.' })
export class ServiceGraphEdge {
  @Field(() => ID)
  serviceId!: string;

  @Field(() => ID)
  supportingServiceId!: string;
}

@ObjectType({ description: 'What a failure hits, the service itself counted in.' })
export class ServiceImpact {
  @Field(() => Int)
  services!: number;

  @Field(() => Int, { description: 'Of them, those that people order.' })
  businessServices!: number;

  @Field(() => Int)
  subscriptions!: number;

  @Field(() => Int, { description: 'Units that subscribe to any of them, each once.' })
  units!: number;
}

@ObjectType({ description: 'Everything that a service rests on and that rests on it, over any number of steps.' })
export class ServiceGraph {
  @Field(() => [ServiceGraphNode], { description: 'By name; as far as the viewer sees them.' })
  nodes!: ServiceGraphNode[];

  @Field(() => [ServiceGraphEdge], { description: 'Of the technical view.' })
  edges!: ServiceGraphEdge[];

  @Field(() => [ServiceGraphEdge], { description: 'Of the business view: through what people do not order.' })
  businessEdges!: ServiceGraphEdge[];

  @Field(() => ServiceImpact)
  impact!: ServiceImpact;
}
