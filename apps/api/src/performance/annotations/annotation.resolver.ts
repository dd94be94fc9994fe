import { mayAnnotate, maySeeBehind } from '@accord/domain';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { CommitmentEntity } from '../../agreements/commitment.entity.js';
import { Commitment } from '../../agreements/commitment.type.js';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { placeOfCommitment } from '../place.loader.js';
import { PeriodResult } from '../results/period-result.type.js';
import type { ResultRow } from '../results/result-fields.js';
import type { AnnotationEntity } from './annotation.entity.js';
import { type AnnotationRow, annotationsOfResult } from './annotation.loader.js';
import {
  AnnotateCommitmentInput,
  AnnotateCommitmentPayload,
  Annotation,
  EndAnnotationPayload,
} from './annotation.type.js';
import { Annotations } from './annotations.js';

@Resolver(() => PeriodResult)
export class AnnotatedResultResolver {
  @ResolveField(() => [Annotation], {
    description:
      'What people wrote on its time, in order of time; those that ended too. Of who sees behind the figure.',
  })
  async annotations(
    @Parent() { id, commitmentId }: ResultRow,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const place = await loaders.load(placeOfCommitment, commitmentId);
    return maySeeBehind(viewer, place) ? loaders.load(annotationsOfResult, id) : [];
  }
}

@Resolver(() => Commitment)
export class AnnotatedCommitmentResolver {
  @ResolveField(() => Boolean)
  async viewerCanAnnotate(
    @Parent() { id }: CommitmentEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return mayAnnotate(viewer, await loaders.load(placeOfCommitment, id));
  }
}

@Resolver(() => Annotation)
export class AnnotationResolver {
  constructor(private readonly useCases: Annotations) {}

  @Mutation(() => AnnotateCommitmentPayload)
  annotateCommitment(@CurrentAct() act: Act, @Args('input') input: AnnotateCommitmentInput) {
    return toPayload('annotation', async () => rowOf(await this.useCases.write(act, input)));
  }

  @Mutation(() => EndAnnotationPayload, { description: 'It stands no longer; it is kept, with who ended it.' })
  endAnnotation(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('annotation', async () => rowOf(await this.useCases.end(act, id)));
  }

  @ResolveField(() => Person)
  writtenBy(@Parent() { writtenById }: AnnotationRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, writtenById);
  }

  @ResolveField(() => Person, { nullable: true })
  endedBy(@Parent() { endedById }: AnnotationRow, @CurrentLoaders() loaders: Loaders) {
    return endedById && loaders.load(personById, endedById);
  }
}

const rowOf = ({ fromAt: from, toAt: to, ...annotation }: AnnotationEntity): AnnotationRow => ({
  ...annotation,
  from,
  to,
});
