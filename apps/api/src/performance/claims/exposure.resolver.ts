import {
  assertPeriodRange,
  type CreditExposure as ExposureRow,
  exposureBy,
  type ExposureGroup,
  inCurrencyDigits,
  reachOfClaims,
} from '@accord/domain';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { commitmentById } from '../../agreements/commitment.loader.js';
import { Commitment } from '../../agreements/commitment.type.js';
import { serviceById } from '../../catalog/services/service.loader.js';
import { Service } from '../../catalog/services/service.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { Database } from '../../platform/database/database.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { Money } from '../../platform/graphql/money.type.js';
import { providerById } from '../../providers/provider.loader.js';
import { Provider } from '../../providers/provider.type.js';
import { claimById } from './claim.loader.js';
import { Claim } from './claim.type.js';
import { exposedCredits, type ExposedRow } from './exposed-credits.js';
import { CreditExposure, ExposedCredit, ExposureGroupEnum } from './exposure.type.js';

type Row = ExposureRow<ExposedRow> & { group: ExposureGroup };

@Resolver(() => CreditExposure)
export class ExposureResolver {
  constructor(private readonly database: Database) {}

  @Query(() => [CreditExposure], {
    description:
      'Of the periods that end in the months, as far as the viewer sees the credits; by currency, which are never added.',
  })
  async creditExposure(
    @CurrentAct() { viewer }: Act,
    @Args('from', { description: 'First month, such as 2026-01.' }) from: string,
    @Args('to', { description: 'Last month.' }) to: string,
    @Args('group', { type: () => ExposureGroupEnum, defaultValue: 'month' }) group: ExposureGroup,
  ): Promise<Row[]> {
    assertPeriodRange({ from, to });
    const credits = await exposedCredits(this.database.read, reachOfClaims(viewer), { from, to });
    return exposureBy(group, credits).map((row) => ({ ...row, group }));
  }

  @ResolveField(() => String, { nullable: true })
  month(@Parent() { group, key }: Row) {
    return group === 'month' ? key : null;
  }

  @ResolveField(() => Service, { nullable: true, description: 'Null unless grouped by service.' })
  service(@Parent() { group, key }: Row, @CurrentLoaders() loaders: Loaders) {
    return group === 'service' ? loaders.load(serviceById, key!) : null;
  }

  @ResolveField(() => Provider, {
    nullable: true,
    description: 'Null unless grouped by provider, and for what none delivers.',
  })
  provider(@Parent() { group, key }: Row, @CurrentLoaders() loaders: Loaders) {
    return group === 'provider' && key !== null ? loaders.load(providerById, key) : null;
  }

  @ResolveField(() => Money)
  owed(@Parent() { owed: amount, currency }: Row) {
    return { amount, currency };
  }

  @ResolveField(() => Money)
  recoverable(@Parent() { recoverable: amount, currency }: Row) {
    return { amount, currency };
  }

  @ResolveField(() => Money)
  left(@Parent() { left: amount, currency }: Row) {
    return { amount, currency };
  }

  @ResolveField(() => Money)
  owedOutstanding(@Parent() { owedOutstanding: amount, currency }: Row) {
    return { amount, currency };
  }

  @ResolveField(() => Money)
  recoverableOutstanding(@Parent() { recoverableOutstanding: amount, currency }: Row) {
    return { amount, currency };
  }

  @ResolveField(() => Money)
  owedAtRisk(@Parent() { owedAtRisk: amount, currency }: Row) {
    return { amount, currency };
  }

  @ResolveField(() => Money)
  recoverableAtRisk(@Parent() { recoverableAtRisk: amount, currency }: Row) {
    return { amount, currency };
  }

  @ResolveField(() => [ExposedCredit], { description: 'What it is made of, the largest first.' })
  credits(@Parent() { credits }: Row) {
    return credits;
  }
}

@Resolver(() => ExposedCredit)
export class ExposedCreditResolver {
  @ResolveField(() => Money)
  amount(@Parent() { amount, currency }: ExposedRow) {
    return { amount: inCurrencyDigits(amount, currency), currency };
  }

  @ResolveField(() => Commitment)
  commitment(@Parent() { commitmentId }: ExposedRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(commitmentById, commitmentId);
  }

  @ResolveField(() => Claim, { nullable: true, description: 'Null while its period is open.' })
  claim(@Parent() { claimId }: ExposedRow, @CurrentLoaders() loaders: Loaders) {
    return claimId && loaders.load(claimById, claimId);
  }
}
