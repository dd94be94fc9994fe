/** Operations of orders that several stories use. */
const ERRORS = 'errors { code field message }';
const ORDER = 'order { id number state version }';

export const DRAFT = `mutation ($input: DraftOrderInput!) {
  draftOrder(input: $input) { order { id number state version unit { name } beneficiary { name } } ${ERRORS} }
}`;
export const ADD_TO_ORDER = `mutation ($input: AddToOrderInput!) {
  addToOrder(input: $input) { order { id number version items { quantity plan { name } } } ${ERRORS} }
}`;
export const CHANGE_DRAFT = `mutation ($id: ID!, $version: Int!, $input: ChangeOrderDraftInput!) {
  changeOrderDraft(id: $id, version: $version, input: $input) { order { id version items { quantity plan { name } } } ${ERRORS} }
}`;
export const SUBMIT = `mutation ($id: ID!, $version: Int!, $key: String) { submitOrder(id: $id, version: $version, key: $key) { ${ORDER} ${ERRORS} } }`;
export const APPROVE = `mutation ($id: ID!, $reason: String) { approveOrder(id: $id, reason: $reason) { ${ORDER} ${ERRORS} } }`;
export const REJECT = `mutation ($id: ID!, $reason: String!) { rejectOrder(id: $id, reason: $reason) { ${ORDER} ${ERRORS} } }`;
export const START = `mutation ($id: ID!) { startOrder(id: $id) { ${ORDER} ${ERRORS} } }`;
export const DELIVER = `mutation ($id: ID!, $note: String) { deliverOrder(id: $id, note: $note) { ${ORDER} ${ERRORS} } }`;
export const FAIL = `mutation ($id: ID!, $reason: String!) { failOrder(id: $id, reason: $reason) { ${ORDER} ${ERRORS} } }`;
export const ACCEPT = `mutation ($id: ID!) { acceptOrder(id: $id) { ${ORDER} ${ERRORS} } }`;
export const CANCEL = `mutation ($id: ID!, $reason: String!) { cancelOrder(id: $id, reason: $reason) { ${ORDER} ${ERRORS} } }`;

export const ASK = `mutation ($id: ID!, $question: String!) { askForInformation(id: $id, question: $question) { ${ORDER} ${ERRORS} } }`;
export const ANSWER = `mutation ($id: ID!, $answer: String!) { answerQuestion(id: $id, answer: $answer) { ${ORDER} ${ERRORS} } }`;
export const COMMENT = `mutation ($id: ID!, $text: String!) { commentOnOrder(id: $id, text: $text) { ${ORDER} ${ERRORS} } }`;
export const HOLD = `mutation ($id: ID!, $reason: String!) { holdOrder(id: $id, reason: $reason) { ${ORDER} ${ERRORS} } }`;
export const RELEASE = `mutation ($id: ID!) { releaseOrder(id: $id) { ${ORDER} ${ERRORS} } }`;
export const RETRY = `mutation ($id: ID!) { retryOrder(id: $id) { ${ORDER} ${ERRORS} } }`;
export const DUPLICATE = `mutation ($id: ID!, $key: String) { duplicateOrder(id: $id, key: $key) { ${ORDER} ${ERRORS} } }`;
export const ANSWER_CANCELLATION = `mutation ($id: ID!, $granted: Boolean!, $reason: String!) {
  answerCancellation(id: $id, granted: $granted, reason: $reason) { ${ORDER} ${ERRORS} }
}`;

const STEPS = 'explanation { rule inputs { name value unit } result { name value unit } }';
const COST = `cost { oneOff { amount currency } monthly { amount } total { amount currency } budget { name } }`;
const ITEM_COST = `cost { oneOff { amount } monthly { amount } monthlyBefore { amount } total { amount } ${STEPS} }`;

export const ORDER_PAGE = `query ($id: ID!) {
  order(id: $id) {
    id number state version reason startOn draftedAt submittedAt stateSince acceptBy cancellationAsked resumesAs
    unit { name } requester { name } beneficiary { name } ${COST}
    items {
      id kind quantity limits { unitName units } answers planVersion service { name team { name } } plan { name } prices { label amount } ${ITEM_COST}
      delivery { targetHours dueAt deliveredAt verdict elapsedHours overdueHours waited { from to } ${STEPS} }
      tasks { state team { name } assignee { name } note startedAt endedAt }
      subscription { id state startedOn quantity monthly { amount } planVersion }
    }
    nextActors { name } nextTeams { name } approvers { name }
    decision { approved by { name } at reason }
    events { move party from to by { name } at reason }
    comments { text by { name } at }
    viewerCanChange viewerCanSubmit viewerCanCancel viewerCanAnswerCancellation viewerCanApprove viewerCanAsk viewerCanAnswer
    viewerCanComment viewerCanStart viewerCanHold viewerCanRelease viewerCanDeliver viewerCanFail viewerCanRetry viewerCanAccept
  }
}`;

export const ORDERS = `query (
  $scope: OrderScope, $states: [OrderState!], $assigned: Assigned, $search: String, $kinds: [OrderKind!], $unitId: ID, $first: Int, $after: String
) {
  orders(
    scope: $scope, states: $states, assigned: $assigned, search: $search, kinds: $kinds, unitId: $unitId, first: $first, after: $after
  ) {
    totalCount facets { name values { value label count } } pageInfo { hasNextPage endCursor }
    edges { node {
      id number state stateSince unit { name } requester { name } beneficiary { name }
      items { kind quantity service { name } plan { name } delivery { dueAt verdict } }
      cost { total { amount } budget { name } } nextActors { name } nextTeams { name }
      viewerCanApprove viewerCanStart viewerCanDeliver
    } }
  }
}`;

export const QUOTE = `query ($input: DraftOrderInput!) {
  quoteOrder(input: $input) {
    ${COST} items { plan { name } ${ITEM_COST} team { name } dueAt refusals { code field } }
    budgetLeft { amount currency } approvers { name } dueAt refusals { code field message }
  }
}`;

export const SUBSCRIPTION = `query ($id: ID!) {
  subscription(id: $id) {
    id state quantity limits { unitName units } planVersion startedOn renewsOn endsOn version service { name } plan { name } unit { name }
    beneficiary { name } owner { name } prices { amount } monthly { amount } order { number } orders { number state }
    history { from state quantity limits { unitName units } planVersion plan { name } prices { amount } order { number } }
    actions { kind refusal } viewerCanChangeOwner
  }
}`;

export const BUDGETS = `{ budgets { id name unit { name } amount { amount } reserved { amount } spent { amount } left { amount } viewerCanChange } }`;
export const BUDGET = `query ($id: ID!) {
  budget(id: $id) { version from to reserved { amount } committed { amount } spent { amount } left { amount }
    entries { edges { node { kind amount { amount currency } order { number } } } } }
}`;
export const ADD_BUDGET = `mutation ($input: AddBudgetInput!) { addBudget(input: $input) { budget { id version left { amount currency } } ${ERRORS} } }`;
export const CHANGE_BUDGET = `mutation ($id: ID!, $version: Int!, $amount: Decimal!) {
  changeBudget(id: $id, version: $version, amount: $amount, reason: "More work.") { budget { version amount { amount } } ${ERRORS} }
}`;
