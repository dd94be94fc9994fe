import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import {
  ChangeServicePayload,
  CharterServicePayload,
  EndArchetypeOverridePayload,
  OverrideArchetypePayload,
  ProposeServicePayload,
  PublishServicePayload,
} from './service-payloads.type.js';
import { ChangeServiceInput, OverrideArchetypeInput, ProposeServiceInput } from './service.input.js';
import { Service } from './service.type.js';
import { Services } from './services.js';

@Resolver(() => Service)
export class ServiceResolver {
  constructor(private readonly services: Services) {}

  @Mutation(() => ProposeServicePayload, { description: 'Brings a service into the pipeline.' })
  proposeService(@CurrentAct() act: Act, @Args('input') input: ProposeServiceInput) {
    return toPayload('service', () => this.services.propose(act, input));
  }

  @Mutation(() => ChangeServicePayload)
  changeService(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ChangeServiceInput,
  ) {
    return toPayload('service', () => this.services.change(act, id, input));
  }

  @Mutation(() => OverrideArchetypePayload, {
    description: 'Treats a service as another archetype than the suggested one, through a date.',
  })
  overrideArchetype(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') { archetype, reason, expiresOn }: OverrideArchetypeInput,
  ) {
    return toPayload('service', () => this.services.overrideArchetype({ ...act, reason }, id, archetype, expiresOn));
  }

  @Mutation(() => EndArchetypeOverridePayload, { description: 'The suggested archetype is in force again.' })
  endArchetypeOverride(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('service', () => this.services.endArchetypeOverride({ ...act, reason }, id));
  }

  @Mutation(() => CharterServicePayload, { description: 'The BT office decides that the service is to be built up.' })
  charterService(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('service', () => this.services.move(act, id, 'charter'));
  }

  @Mutation(() => PublishServicePayload, { description: 'Makes a chartered service visible in the catalog.' })
  publishService(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('service', () => this.services.move(act, id, 'publish'));
  }
}
