import {
  billReach,
  canCloseCharges,
  canMoveChargeRun,
  canRunCharges,
  canSeeChargeRuns,
  inCurrencyDigits,
} from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, type LoaderDefinition, Loaders } from '../../platform/graphql/loaders.js';
import { Money } from '../../platform/graphql/money.type.js';
import { pageSize } from '../../platform/graphql/page.js';
import { correctionsOfRun, type RunTotal, totalsOfRun } from './charge.loader.js';
import { ChargeRunEntity } from './charge-run.entity.js';
import { ChargeRuns } from './charge-runs.js';
import {
  ChargeRun,
  CloseChargeRunPayload,
  OpenChargeRunPayload,
  ProposeChargeRunPayload,
  ReckonChargeRunPayload,
  ReopenChargeRunPayload,
} from './charge.type.js';

@Resolver(() => ChargeRun)
export class ChargeRunResolver {
  constructor(
    private readonly runs: ChargeRuns,
    private readonly database: Database,
  ) {}

  @Query(() => [ChargeRun], { description: 'Newest first; none for who reads no bill of a unit.' })
  async chargeRuns(
    @CurrentAct() { viewer }: Act,
    @Args('first', { type: () => Int, defaultValue: 24, nullable: true }) first: number | null,
  ) {
    if (!canSeeChargeRuns(viewer)) return [];
    const take = pageSize(first ?? 24);
    return this.database.read.find(ChargeRunEntity, { order: { fromDate: 'DESC' }, take });
  }

  @Query(() => Boolean, { description: 'Whether the viewer reckons and closes months.' })
  viewerCanRunCharges(@CurrentAct() { viewer }: Act) {
    return canRunCharges(viewer);
  }

  @Mutation(() => OpenChargeRunPayload, {
    description: 'The month after the last closed one; any month when it is the first.',
  })
  openChargeRun(@CurrentAct() act: Act, @Args('month') month: string) {
    return toPayload('run', () => this.runs.open(act, month));
  }

  @Mutation(() => ReckonChargeRunPayload, { description: 'Anew, with all that is known now.' })
  reckonChargeRun(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('run', () => this.runs.reckon(act, id));
  }

  @Mutation(() => ProposeChargeRunPayload, {
    description: 'Its lines stay as they are until it is closed or opened again.',
  })
  proposeChargeRun(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ) {
    return toPayload('run', () => this.runs.propose(act, id, version));
  }

  @Mutation(() => ReopenChargeRunPayload)
  reopenChargeRun(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('run', () => this.runs.reopen(act, id, reason));
  }

  @Mutation(() => CloseChargeRunPayload, { description: 'By somebody else than who proposed it. Budgets pay.' })
  closeChargeRun(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ) {
    return toPayload('run', () => this.runs.close(act, id, version));
  }

  @ResolveField(() => [Money], {
    nullable: true,
    description: 'By currency; null for who does not read the bills of all units.',
  })
  totals(@Parent() { id }: ChargeRunEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.sums(totalsOfRun, id, act, loaders);
  }

  @ResolveField(() => [Money], {
    nullable: true,
    description: 'What later months correct of it; null as the totals are.',
  })
  corrections(@Parent() { id }: ChargeRunEntity, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.sums(correctionsOfRun, id, act, loaders);
  }

  @ResolveField(() => Person, { nullable: true })
  proposedBy(@Parent() { proposedById }: ChargeRunEntity, @CurrentLoaders() loaders: Loaders) {
    return proposedById && loaders.load(personById, proposedById);
  }

  @ResolveField(() => Person, { nullable: true })
  closedBy(@Parent() { closedById }: ChargeRunEntity, @CurrentLoaders() loaders: Loaders) {
    return closedById && loaders.load(personById, closedById);
  }

  @ResolveField(() => Boolean)
  viewerCanReckon(@Parent() { state }: ChargeRunEntity, @CurrentAct() { viewer }: Act) {
    return canRunCharges(viewer) && canMoveChargeRun('reckon', state);
  }

  @ResolveField(() => Boolean)
  viewerCanClose(@Parent() { state, proposedById }: ChargeRunEntity, @CurrentAct() { viewer }: Act) {
    return canMoveChargeRun('close', state) && canCloseCharges(viewer, proposedById!);
  }

  private async sums(loader: LoaderDefinition<string, RunTotal[]>, id: string, { viewer }: Act, loaders: Loaders) {
    const { outsider, units } = billReach(viewer);
    if (outsider || units !== 'all') return null;
    const totals = await loaders.load(loader, id);
    return totals.map(({ amount, currency }) => ({ amount: inCurrencyDigits(amount, currency), currency }));
  }
}
