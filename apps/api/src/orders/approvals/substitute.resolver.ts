import { canSubstitute } from '@accord/domain';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import type { ApprovalSubstituteEntity } from './approval-substitute.entity.js';
import {
  AddSubstituteInput,
  AddSubstitutePayload,
  ApprovalSubstitute,
  EndSubstitutePayload,
} from './substitute.type.js';
import { Substitutes } from './substitutes.js';

@Resolver(() => ApprovalSubstitute)
export class SubstituteResolver {
  constructor(private readonly substitutes: Substitutes) {}

  @Query(() => [ApprovalSubstitute], {
    description: 'Who stands in for the viewer, and for whom they do; now and to come.',
  })
  mySubstitutes(@CurrentAct() act: Act) {
    return this.substitutes.mine(act);
  }

  @Mutation(() => AddSubstitutePayload, { description: 'Both are told; chains are not followed.' })
  addSubstitute(@CurrentAct() act: Act, @Args('input') input: AddSubstituteInput) {
    return toPayload('substitute', () => this.substitutes.add(act, input));
  }

  @Mutation(() => EndSubstitutePayload, { description: 'Before its last day.' })
  endSubstitute(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('substitute', () => this.substitutes.end(act, id));
  }

  @ResolveField(() => Person, { description: 'Who is away.' })
  person(@Parent() { personId }: ApprovalSubstituteEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, personId);
  }

  @ResolveField(() => Person)
  substitute(@Parent() { substituteId }: ApprovalSubstituteEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, substituteId);
  }

  @ResolveField(() => Person, { description: 'Who said so.' })
  by(@Parent() { byId }: ApprovalSubstituteEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, byId);
  }

  @ResolveField(() => Boolean)
  viewerCanEnd(@Parent() { personId, endedAt }: ApprovalSubstituteEntity, @CurrentAct() { viewer }: Act) {
    return endedAt === null && canSubstitute(viewer, personId);
  }
}
