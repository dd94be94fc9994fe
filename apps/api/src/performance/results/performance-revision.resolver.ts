import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { PerformanceRevision } from './performance-revision.js';

@Resolver()
export class PerformanceRevisionResolver {
  constructor(private readonly revision: PerformanceRevision) {}

  @Query(() => String, {
    description:
      'Changes when a result that the viewer sees was judged anew: of one commitment, or of any in the last 13 months. ' +
      'For screens that ask whether they are still right; compare it, it means nothing else.',
  })
  performanceRevision(
    @CurrentAct() act: Act,
    @Args('commitmentId', { type: () => ID, nullable: true }) commitmentId: string | null | undefined,
  ) {
    return this.revision.read(act, commitmentId ?? null);
  }
}
