import { Module } from '@nestjs/common';
import { ActionLists } from './action-lists.js';
import { ActionResolver } from './action.resolver.js';
import { Actions } from './actions.js';
import { PackBreachResolver, PackResolver, PackResultResolver } from './pack.resolver.js';
import { Packs } from './packs.js';
import { ReviewLists } from './review-lists.js';
import { ReviewMutationsResolver } from './review-mutations.resolver.js';
import {
  ReviewDecisionResolver,
  ReviewedProviderResolver,
  ReviewingViewerResolver,
  ReviewResolver,
} from './review.resolver.js';
import { Reviews } from './reviews.js';
import {
  KPIResolver,
  KPIScoreResolver,
  MeasuredProviderResolver,
  ScorecardResolver,
  ScorecardVersionResolver,
} from './scorecard.resolver.js';
import { Scorecards } from './scorecards.js';

@Module({
  providers: [
    Scorecards,
    Reviews,
    Packs,
    Actions,
    ReviewLists,
    ActionLists,
    MeasuredProviderResolver,
    ScorecardVersionResolver,
    KPIResolver,
    ScorecardResolver,
    KPIScoreResolver,
    ReviewResolver,
    ReviewMutationsResolver,
    ReviewDecisionResolver,
    ReviewedProviderResolver,
    ReviewingViewerResolver,
    PackResolver,
    PackBreachResolver,
    PackResultResolver,
    ActionResolver,
  ],
  exports: [Scorecards, Reviews, Packs, Actions],
})
export class GovernanceModule {}
