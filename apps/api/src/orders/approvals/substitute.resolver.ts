import { canDecideSubstitute, canEndSubstitute } from '@accord/domain';
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
  DecideSubstitutePayload,
  EndSubstitutePayload,
} from './substitute.type.js';
import { Substitutes } from './substitutes.js';

@Resolver(() => ApprovalSubstitute)
export class SubstituteResolver {
  constructor(private readonly substitutes: Substitutes) {}

  @Query(() => [ApprovalSubstitute], {
    description: 'Who stands in for the viewer, for whom they do, and what waits for them to decide; now and to come.',
  })
  mySubstitutes(@CurrentAct() act: Act) {
    return this.substitutes.mine(act);
  }

  @Mutation(() => AddSubstitutePayload, {
    description:
      'Named by who is away, it holds at once and both are told; proposed by an administrator, it waits for a second person. Chains are not followed.',
  })
  addSubstitute(@CurrentAct() act: Act, @Args('input') input: AddSubstituteInput) {
    return toPayload('substitute', () => this.substitutes.add(act, input));
  }

  @Mutation(() => DecideSubstitutePayload, {
    description:
      'Who is away decides on what was proposed for them, another administrator, or the BT office; never who proposed it nor who would decide.',
  })
  decideSubstitute(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('approved') approved: boolean,
  ) {
    return toPayload('substitute', () => this.substitutes.decide(act, id, approved));
  }

  @Mutation(() => EndSubstitutePayload, { description: 'Before its last day; a proposal is withdrawn by who made it.' })
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

  @ResolveField(() => Person, { nullable: true, description: 'The second person; null where none is needed, or yet.' })
  decidedBy(@Parent() { decidedById }: ApprovalSubstituteEntity, @CurrentLoaders() loaders: Loaders) {
    return decidedById && loaders.load(personById, decidedById);
  }

  @ResolveField(() => Boolean)
  viewerCanDecide(@Parent() substitution: ApprovalSubstituteEntity, @CurrentAct() { viewer }: Act) {
    return canDecideSubstitute(viewer, substitution);
  }

  @ResolveField(() => Boolean)
  viewerCanEnd(@Parent() substitution: ApprovalSubstituteEntity, @CurrentAct() { viewer }: Act) {
    return canEndSubstitute(viewer, substitution);
  }
}
