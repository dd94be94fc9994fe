export const SCORECARD = `
  query ($slug: String!, $period: String) {
    provider(slug: $slug) {
      viewerCanProposeScorecard viewerCanPlanReview
      scorecardVersions { id number state effectiveFrom viewerCanApprove viewerCanWithdraw kpis { name } }
      scorecard(period: $period) {
        period score coverage verdict asOf version { number } provider { name }
        kpis {
          state actual score kpi { name weight floor target commitment { name } } results { id period revision state figure }
          explanation { rule inputs { name value unit } result { name value unit } }
        }
        explanation { rule inputs { name value unit } result { name value unit } }
      }
    }
  }`;

export const PROPOSE_SCORECARD = `
  mutation ($input: ProposeScorecardInput!) {
    proposeScorecard(input: $input) { scorecardVersion { id number state viewerCanApprove viewerCanWithdraw } errors { code field message } }
  }`;

export const APPROVE_SCORECARD = `
  mutation ($id: ID!) {
    approveScorecard(id: $id) { scorecardVersion { state decidedBy { name } bootstrap } errors { code message } }
  }`;

export const REFUSE_SCORECARD = `
  mutation ($id: ID!, $reason: String!) {
    refuseScorecard(id: $id, reason: $reason) { scorecardVersion { state reason } errors { code } }
  }`;

export const REVIEW = `
  query ($id: ID!) {
    review(id: $id) {
      id provider { name } period plannedOn state stateSince chair { name } comment commentedBy { name } commentedAt minutes
      closedAt closedBy { name } version
      viewerCanFreeze viewerCanComment viewerCanHold viewerCanDecide viewerCanClose
      scorecard { score }
      decisions { kind text by { name } at credit { amount { amount currency } } }
      actions { id what owner { name } due overdue doneAt viewerCanComplete }
      packs {
        id number edition hash asOf frozenBy { name } frozenAt score coverage verdict text
        kpis { name commitmentName serviceName weight floor target state actual score results { resultId period revision figure verdict result { id figure } } }
        breaches { breachId commitmentName serviceName period figure target credit { amount currency } }
        actions { what owner due done }
        exposures { currency owed recoverable exposure }
        promisesMissed { commitmentName serviceName credit { amount currency } }
        newerRevisions { frozen { id revision figure } newest { id revision figure } difference reason }
      }
    }
  }`;

export const PLAN_REVIEW = `
  mutation ($input: PlanReviewInput!) { planReview(input: $input) { review { id state chair { name } } errors { code field message } } }`;

export const FREEZE_PACK = `
  mutation ($id: ID!) { freezePack(reviewId: $id) { review { state packs { id number edition hash } } errors { code message } } }`;

export const COMMENT = `
  mutation ($id: ID!, $comment: String!) { commentOnReview(reviewId: $id, comment: $comment) { review { comment commentedBy { name } } errors { code } } }`;

export const HOLD = `
  mutation ($id: ID!, $minutes: String!) { holdReview(id: $id, minutes: $minutes) { review { state minutes } errors { code message } } }`;

export const DECIDE = `
  mutation ($input: RecordReviewDecisionInput!) {
    recordReviewDecision(input: $input) { decision { kind text by { name } credit { amount { amount currency } } } errors { code field } }
  }`;

export const CLOSE = `mutation ($id: ID!) { closeReview(id: $id) { review { state closedBy { name } } errors { code message } } }`;

export const ADD_ACTION = `
  mutation ($input: AddActionInput!) { addAction(input: $input) { action { id what owner { name } overdue } errors { code field } } }`;

export const COMPLETE_ACTION = `
  mutation ($id: ID!, $outcome: String!) { completeAction(id: $id, outcome: $outcome) { action { outcome doneBy { name } } errors { code } } }`;

export const ACTIONS = `
  query ($open: Boolean, $mine: Boolean, $providerId: ID, $first: Int, $after: String) {
    actions(open: $open, mine: $mine, providerId: $providerId, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id what overdue review { id } provider { name } owner { name } viewerCanComplete } }
    }
  }`;
