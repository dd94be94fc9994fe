import { poolIsAnonymous } from '@accord/domain';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUUID } from 'class-validator';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import { explain } from '../../performance/explanation/explain.js';
import { ExplanationStep } from '../../performance/explanation/explanation.type.js';
import { NewerRevision } from '../../performance/results/newer-revision.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { Money } from '../../platform/graphql/money.type.js';
import { rewardPlanById } from '../plans/reward-plan.loader.js';
import { payeesOfCalculation } from '../shares/payees.js';
import { calculationById, entriesOfStatement, seesAmounts } from './reward-calculation.loader.js';
import { newerThan } from './reward-calculation.resolver.js';
import { LedgerEntry, RewardCalculation, RewardStatement } from './reward-calculation.type.js';
import type { RewardEntryEntity } from './reward-entry.entity.js';
import { RewardStatementEntity } from './reward-statement.entity.js';
import { ownStatements } from './statement.loader.js';

@Resolver(() => RewardStatement)
export class RewardStatementResolver {
  constructor(private readonly database: Database) {}

  @Query(() => [RewardStatement], { description: "The viewer's own, newest first; released ones only." })
  myRewardStatements(@CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(ownStatements, viewer.personId);
  }

  @Query(() => RewardStatement, {
    nullable: true,
    description: 'For the person, once it is released; for the lead of the team and its reward officer.',
  })
  async rewardStatement(
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<RewardStatementEntity | null> {
    const statement = isUUID(id) ? await this.database.read.findOneBy(RewardStatementEntity, { id }) : null;
    if (!statement) return null;
    const { planId, state } = (await loaders.load(calculationById, statement.calculationId))!;
    const isOwn = statement.personId === act.viewer.personId && state === 'released';
    return isOwn || (await seesAmounts(loaders, act, planId)) ? statement : null;
  }

  @ResolveField(() => Person)
  person(@Parent() { personId }: RewardStatementEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, personId);
  }

  @ResolveField(() => RewardCalculation)
  calculation(@Parent() { calculationId }: RewardStatementEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(calculationById, calculationId);
  }

  @ResolveField(() => Money, {
    description: 'What this statement pays: the whole, or the difference of an adjustment.',
  })
  amount(@Parent() { calculationId, amount }: RewardStatementEntity, @CurrentLoaders() loaders: Loaders) {
    return moneyOf(loaders, calculationId, amount);
  }

  @ResolveField(() => Money, { description: 'Of all statements of the period so far.' })
  total(@Parent() { calculationId, total }: RewardStatementEntity, @CurrentLoaders() loaders: Loaders) {
    return moneyOf(loaders, calculationId, total);
  }

  @ResolveField(() => [ExplanationStep], {
    description: 'A member of a small team does not read the pool: it would tell what the others earn.',
  })
  async explanation(
    @Parent() { calculationId, explanation }: RewardStatementEntity,
    @CurrentAct() act: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    const { planId } = (await loaders.load(calculationById, calculationId))!;
    const payees = await loaders.load(payeesOfCalculation, calculationId);
    const all = poolIsAnonymous(payees.length) || (await seesAmounts(loaders, act, planId));
    return explain(
      loaders,
      explanation.filter(({ forTeam }) => all || !forTeam),
    );
  }

  @ResolveField(() => [LedgerEntry], { description: 'Oldest first.' })
  async entries(@Parent() { id, calculationId }: RewardStatementEntity, @CurrentLoaders() loaders: Loaders) {
    const entries = await loaders.load(entriesOfStatement, id);
    return entries.map((entry) => ({ ...entry, calculationId }));
  }

  @ResolveField(() => [NewerRevision], {
    description: 'Results that were restated since; this statement keeps the old figures.',
  })
  newerRevisions(@Parent() { calculationId }: RewardStatementEntity, @CurrentLoaders() loaders: Loaders) {
    return newerThan(loaders, calculationId);
  }
}

@Resolver(() => LedgerEntry)
export class LedgerEntryResolver {
  @ResolveField(() => Money)
  amount(@Parent() entry: RewardEntryEntity & { calculationId: string }, @CurrentLoaders() loaders: Loaders) {
    return moneyOf(loaders, entry.calculationId, entry.amount);
  }
}

async function moneyOf(loaders: Loaders, calculationId: string, amount: string): Promise<Money> {
  const { planId } = (await loaders.load(calculationById, calculationId))!;
  return { amount, currency: (await loaders.load(rewardPlanById, planId))!.currency };
}
