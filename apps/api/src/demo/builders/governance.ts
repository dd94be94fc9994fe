import type { ActionRow } from '../../governance/action-rows.js';
import type { AddActionInput } from '../../governance/action.type.js';
import { Actions } from '../../governance/actions.js';
import { Packs } from '../../governance/packs.js';
import type { ReviewDecisionEntity } from '../../governance/review-decision.entity.js';
import type { ReviewEntity } from '../../governance/review.entity.js';
import type { PlanReviewInput, RecordReviewDecisionInput } from '../../governance/review.type.js';
import { Reviews } from '../../governance/reviews.js';
import type { ScorecardVersionEntity } from '../../governance/scorecard-version.entity.js';
import type { ProposeScorecardInput } from '../../governance/scorecard.type.js';
import { Scorecards } from '../../governance/scorecards.js';
import type { Act } from '../../platform/act/act.js';
import type { UseCases } from './hands.js';

interface Made {
  id: string;
}

/** Scorecards and reviews as people make them, each step by whoever acts. */
export function governanceBy(get: UseCases) {
  const made = {
    proposedScorecard: (act: Act, input: ProposeScorecardInput): Promise<ScorecardVersionEntity> =>
      get(Scorecards).propose(act, input),

    /** One proposes it, another one approves. */
    async scorecard(proposer: Act, decider: Act, input: ProposeScorecardInput): Promise<ScorecardVersionEntity> {
      return get(Scorecards).approve(decider, (await made.proposedScorecard(proposer, input)).id);
    },

    planned: (act: Act, input: PlanReviewInput): Promise<ReviewEntity> => get(Reviews).plan(act, input),
    frozen: (act: Act, { id }: Made): Promise<ReviewEntity> => get(Packs).freeze(act, id),
    commented: (act: Act, { id }: Made, comment: string): Promise<ReviewEntity> =>
      get(Reviews).comment(act, id, comment),
    held: (act: Act, { id }: Made, minutes: string): Promise<ReviewEntity> => get(Reviews).hold(act, id, minutes),
    decided: (act: Act, input: RecordReviewDecisionInput): Promise<ReviewDecisionEntity> =>
      get(Reviews).decide(act, input),
    action: (act: Act, input: AddActionInput): Promise<ActionRow> => get(Actions).add(act, input),
    completed: (act: Act, { id }: Made, outcome: string): Promise<ActionRow> => get(Actions).complete(act, id, outcome),
    closed: (act: Act, { id }: Made): Promise<ReviewEntity> => get(Reviews).close(act, id),
  };
  return made;
}
