/** Operations of rewards that several stories use. */
const ERRORS = 'errors { code field message }';
const STEPS = 'explanation { rule inputs { name value unit } result { name value unit } }';
const NEWER = 'newerRevisions { frozen { revision figure } newest { revision figure } difference reason }';

export const CALCULATE = `mutation ($planId: ID!, $period: String!) {
  calculateReward(planId: $planId, period: $period) { calculation { id number state } ${ERRORS} }
}`;
const move = (name: string) => `mutation ($id: ID!) { ${name}(id: $id) { calculation { id state } ${ERRORS} } }`;
export const APPROVE = move('approveRewardCalculation');
export const RELEASE = move('releaseRewardCalculation');
export const REFUSE = `mutation ($id: ID!, $reason: String!) {
  refuseRewardCalculation(id: $id, reason: $reason) { calculation { id state reason } ${ERRORS} }
}`;

export const CALCULATION = `query ($id: ID!) {
  rewardCalculation(id: $id) {
    id period number state factor calculatedAt decidedAt releasedAt reason
    plan { name } version { number } calculatedBy { name } decidedBy { name }
    measures {
      result attainment percent weight ${STEPS}
      measure { weight floor target commitment { name } } results { period revision state figure }
    }
    pool { amount currency } unspent { amount } ${STEPS}
    statements { person { name } days amount { amount currency } total { amount } entries { kind amount { amount } reason } }
    ${NEWER} viewerCanApprove viewerCanRelease viewerCanRecalculate
  }
}`;

export const STATEMENT = `
  id days person { name } amount { amount currency } total { amount currency } ${STEPS} ${NEWER}
  entries { kind at reason amount { amount currency } }
  calculation { period number reason factor measures { result attainment percent } pool { amount } statements { id } }`;
export const MY_STATEMENTS = `{ myRewardStatements { ${STATEMENT} } }`;
export const ONE_STATEMENT = `query ($id: ID!) { rewardStatement(id: $id) { ${STATEMENT} } }`;

const VERSION = `id number state effectiveFrom effectiveTo window pool { amount currency } cap { amount } proration late reason
  curve { attainment percent } measures { weight floor target commitment { name } } proposedBy { name } decidedBy { name }
  viewerCanApprove`;
export const PLANS = `{ rewardPlans { slug name currency endedAt team { name } viewerCanChange viewerCanCalculate
  versions { ${VERSION} } calculations { period number state factor pool { amount } newerRevisions { reason } } } }`;
export const ADD_PLAN = `mutation ($input: AddRewardPlanInput!) { addRewardPlan(input: $input) { plan { id slug } ${ERRORS} } }`;
export const PROPOSE = `mutation ($input: ProposeRewardPlanVersionInput!) {
  proposeRewardPlanVersion(input: $input) { version { ${VERSION} } ${ERRORS} }
}`;
export const APPROVE_VERSION = `mutation ($id: ID!) { approveRewardPlanVersion(id: $id) { version { ${VERSION} } ${ERRORS} } }`;
export const REFUSE_VERSION = `mutation ($id: ID!, $reason: String!) {
  refuseRewardPlanVersion(id: $id, reason: $reason) { version { state reason } ${ERRORS} }
}`;

export const SET_SHARE = `mutation ($input: SetShareInput!) { setShare(input: $input) { share { id weight from to } ${ERRORS} } }`;
export const END_SHARE = `mutation ($id: ID!, $on: Date!) { endShare(id: $id, on: $on) { share { to } ${ERRORS} } }`;
