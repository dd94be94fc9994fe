import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { Counts } from './counts.js';
import { RecordCountsInput, RecordCountsPayload } from './counts.type.js';

@Resolver()
export class CountsResolver {
  constructor(private readonly counts: Counts) {}

  @Mutation(() => RecordCountsPayload, {
    description: 'For an interval that was recorded before, the new figures take the place of the old ones.',
  })
  recordCounts(@CurrentAct() act: Act, @Args('input') input: RecordCountsInput) {
    return toPayload('recorded', async () => Boolean(await this.counts.record(act, input)));
  }
}
