/** Operations of orders that several stories use. */
const ERRORS = 'errors { code field message }';
const ORDER = 'order { id number state version }';

export const DRAFT = `mutation ($input: DraftOrderInput!) {
  draftOrder(input: $input) { order { id number state version unit { name } beneficiary { name } } ${ERRORS} }
}`;
export const CHANGE_DRAFT = `mutation ($id: ID!, $version: Int!, $input: ChangeOrderDraftInput!) {
  changeOrderDraft(id: $id, version: $version, input: $input) { order { id version quantity plan { name } } ${ERRORS} }
}`;
export const SUBMIT = `mutation ($id: ID!, $version: Int!) { submitOrder(id: $id, version: $version) { ${ORDER} ${ERRORS} } }`;
export const APPROVE = `mutation ($id: ID!, $reason: String) { approveOrder(id: $id, reason: $reason) { ${ORDER} ${ERRORS} } }`;
export const REJECT = `mutation ($id: ID!, $reason: String!) { rejectOrder(id: $id, reason: $reason) { ${ORDER} ${ERRORS} } }`;
export const START = `mutation ($id: ID!) { startOrder(id: $id) { ${ORDER} ${ERRORS} } }`;
export const DELIVER = `mutation ($id: ID!, $note: String) { deliverOrder(id: $id, note: $note) { ${ORDER} ${ERRORS} } }`;
export const FAIL = `mutation ($id: ID!, $reason: String!) { failOrder(id: $id, reason: $reason) { ${ORDER} ${ERRORS} } }`;
export const ACCEPT = `mutation ($id: ID!) { acceptOrder(id: $id) { ${ORDER} ${ERRORS} } }`;
export const CANCEL = `mutation ($id: ID!, $reason: String!) { cancelOrder(id: $id, reason: $reason) { ${ORDER} ${ERRORS} } }`;

const STEPS = 'explanation { rule inputs { name value unit } result { name value unit } }';
const COST = `cost { oneOff { amount currency } monthly { amount } total { amount currency } budget { name } ${STEPS} }`;

export const ORDER_PAGE = `query ($id: ID!) {
  order(id: $id) {
    id number kind state version planVersion quantity reason draftedAt submittedAt stateSince
    service { name team { name } } plan { name } unit { name } requester { name } beneficiary { name }
    prices { label amount } ${COST}
    nextActors { name } nextTeam { name } approvers { name }
    decision { approved by { name } at reason }
    delivery { targetHours dueAt deliveredAt verdict elapsedHours ${STEPS} }
    task { state team { name } assignee { name } note startedAt endedAt }
    subscription { startedAt quantity monthly { amount } planVersion }
    events { from to by { name } at reason }
    viewerCanChange viewerCanSubmit viewerCanCancel viewerCanApprove viewerCanStart viewerCanDeliver viewerCanFail viewerCanAccept
  }
}`;

export const ORDERS = `query ($scope: OrderScope, $states: [OrderState!], $assigned: Assigned, $search: String, $first: Int, $after: String) {
  orders(scope: $scope, states: $states, assigned: $assigned, search: $search, first: $first, after: $after) {
    totalCount facets { name values { value label count } } pageInfo { hasNextPage endCursor }
    edges { node {
      id number state quantity stateSince service { name } plan { name } unit { name } requester { name } beneficiary { name }
      cost { total { amount } budget { name } } nextActors { name } nextTeam { name } delivery { dueAt verdict }
      viewerCanApprove viewerCanStart viewerCanDeliver
    } }
  }
}`;

export const QUOTE = `query ($input: DraftOrderInput!) {
  orderQuote(input: $input) {
    ${COST} budgetLeft { amount currency } approvers { name } team { name } dueAt refusals { code field message }
  }
}`;

export const BUDGETS = `{ budgets { id name unit { name } amount { amount } reserved { amount } spent { amount } left { amount } viewerCanChange } }`;
export const BUDGET = `query ($id: ID!) {
  budget(id: $id) { version from to reserved { amount } spent { amount } left { amount }
    entries { edges { node { kind amount { amount currency } order { number } } } } }
}`;
export const ADD_BUDGET = `mutation ($input: AddBudgetInput!) { addBudget(input: $input) { budget { id version left { amount currency } } ${ERRORS} } }`;
export const CHANGE_BUDGET = `mutation ($id: ID!, $version: Int!, $amount: Decimal!) {
  changeBudget(id: $id, version: $version, amount: $amount, reason: "More work.") { budget { version amount { amount } } ${ERRORS} }
}`;
