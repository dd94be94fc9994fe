/** Operations of approvals that several stories use. */
const ERRORS = 'errors { code field message }';

export const STAGES = `query ($id: ID!) {
  order(id: $id) {
    state deciders { name } viewerCanApprove viewerCanUndoDecision viewerCanDelegate
    stages {
      position key name need value needed state overBudget rule service { name } from { kind team role within }
      seats { person { name } verdict reason by { name } delegate { name } substitutes { name } }
    }
  }
}`;

export const FACTS = `query ($id: ID!) {
  order(id: $id) {
    approvalFacts {
      now { amount } yearly { amount } contractValue { amount } budgetLeft { amount } fromAbove { amount }
      chargedByUse laterYears { from to cost { amount } budgetLeft { amount } fromAbove { amount } }
    }
    cost { contractValue { amount } } similarDecisions { number approved contractValue { amount } reason }
  }
}`;

export const QUOTE_STAGES = `query ($input: DraftOrderInput!) {
  quoteOrder(input: $input) { stages { rule askedBecause people { name } } }
}`;

export const ADD_SUBSTITUTE = `mutation ($input: AddSubstituteInput!) {
  addSubstitute(input: $input) { substitute { id person { name } substitute { name } by { name } from to state viewerCanEnd } ${ERRORS} }
}`;
export const DECIDE_SUBSTITUTE = `mutation ($id: ID!, $approved: Boolean!) {
  decideSubstitute(id: $id, approved: $approved) { substitute { state decidedBy { name } viewerCanDecide viewerCanEnd } ${ERRORS} }
}`;
export const END_SUBSTITUTE = `mutation ($id: ID!) { endSubstitute(id: $id) { substitute { id } ${ERRORS} } }`;
export const MY_SUBSTITUTES = `{ mySubstitutes { person { name } substitute { name } state from to viewerCanDecide } }`;

export const UNDO = `mutation ($id: ID!) { undoDecision(id: $id) { order { state } ${ERRORS} } }`;
export const DELEGATE = `mutation ($id: ID!, $personId: ID!) {
  delegateApproval(id: $id, personId: $personId, reason: "You know it better.") { order { state } ${ERRORS} }
}`;
export const DECIDE_MANY = `mutation ($ids: [ID!]!, $approved: Boolean!, $reason: String) {
  decideOrders(ids: $ids, approved: $approved, reason: $reason) { decided { id order { state } errors { code } } ${ERRORS} }
}`;

export const PROPOSE_STAGES = `mutation ($unitId: ID!, $stages: [ApprovalStageInput!]!) {
  proposeUnitStages(unitId: $unitId, stages: $stages, reason: "The law asks for it.") {
    rule { id number state stages { key need value } viewerCanApprove } ${ERRORS}
  }
}`;
export const DECIDE_STAGES = `mutation ($id: ID!, $approved: Boolean!) {
  decideUnitStages(id: $id, approved: $approved) { rule { state } ${ERRORS} }
}`;

export const PROVIDER_APPROVALS = `{ providerApprovals { id number stage items { service plan quantity } } }`;
export const DECIDE_FOR_PROVIDER = `mutation ($id: ID!, $approved: Boolean!, $reason: String) {
  decideForProvider(id: $id, approved: $approved, reason: $reason) { approval { number } ${ERRORS} }
}`;
