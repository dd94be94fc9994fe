export const RESULT = `
  fragment Result on PeriodResult {
    id period from to timeZone revision state verdict deemed figure ratio numerator denominator target margin coverage
    budget { unit total used left leftPercent }
    reason difference ruleVersion dataAsOf evaluatedAt hasLateData viewerCanClose viewerCanRestate
  }`;

export const COMMITMENT = `
  query ($service: String!, $slug: String!, $period: String) {
    commitment(service: $service, slug: $slug) {
      id name viewerCanSeeEvidence viewerCanClose viewerCanProposeExclusion
      result(period: $period) {
        ...Result
        burndown { at leftPercent }
        days { date downMs openMs hasData }
        explanation { rule inputs { name value unit } result { name value unit } evidence { kind id label } }
        contributions { totalCount edges { node { id evidence { kind id label } from to countedMs dueAt priority verdict notCounted total good } } }
        breach { at supersededAt credit { percent charge { amount currency } amount { amount currency } state capped belowMinimum difference { amount currency } explanation { rule } } }
        revisions { revision state figure reason }
        frozenBy { name }
      }
    }
  }
  ${RESULT}`;

export const COMMITMENTS = `
  query ($filter: CommitmentFilter, $sort: CommitmentSort, $until: String, $periods: Int, $first: Int, $after: String) {
    commitments(filter: $filter, sort: $sort, until: $until, periods: $periods, first: $first, after: $after) {
      totalCount periods dataAsOf
      standing { met missed atRisk insufficientData }
      facets { name values { value label count } }
      pageInfo { hasNextPage endCursor }
      edges { node {
        id slug name service { slug name provider { name } } agreement { kind provider { name } }
        terms { target indicator { __typename } }
        results { id period verdict figure margin state hasLateData budget { leftPercent } }
      } }
    }
  }`;

export const CLOSE_PERIOD = `
  mutation ($period: String!, $commitmentIds: [ID!]) {
    closePeriod(period: $period, commitmentIds: $commitmentIds) {
      results { ...Result breach { credit { percent amount { amount currency } } } }
      leftOut
      errors { code field message }
    }
  }
  ${RESULT}`;

export const RESTATE = `
  mutation ($id: ID!, $reason: String!) {
    restateResult(id: $id, reason: $reason) { result { ...Result revisions { revision state } } errors { code field message } }
  }
  ${RESULT}`;

export const RECORD_OUTAGE = `
  mutation ($input: RecordOutageInput!) {
    recordOutage(input: $input) { outage { id from to cause service { slug } } errors { code field message } }
  }`;

export const EFFECT = `fragment Effect on PeriodEffect {
  period state changes restates hasLateData
  before { ...Outcome }
  after { ...Outcome }
}
fragment Outcome on PeriodOutcome { figure verdict budgetLeft credit { percent amount } }`;

export const PROPOSE_EXCLUSION = `
  mutation ($input: ProposeExclusionInput!) {
    proposeExclusion(input: $input) {
      exclusion { id state effects { ...Effect } viewerCanApprove viewerCanWithdraw proposedBy { name } }
      errors { code field message }
    }
  }
  ${EFFECT}`;

export const APPROVE_EXCLUSION = `
  mutation ($id: ID!, $restate: Boolean) {
    approveExclusion(id: $id, restate: $restate) {
      exclusion { id state decidedBy { name } }
      restated { ...Result }
      waiting { period revision }
      errors { code field message }
    }
  }
  ${RESULT}`;
