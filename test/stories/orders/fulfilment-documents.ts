/** Operations of tasks that several stories use. */
const ERRORS = 'errors { code field message }';
const TASK = `task { id state assignee { name } order { id state } } ${ERRORS}`;

export const TAKE = `mutation ($id: ID!) { takeTask(id: $id) { ${TASK} } }`;
export const ASSIGN = `mutation ($id: ID!, $personId: ID) { assignTask(id: $id, personId: $personId) { ${TASK} } }`;
export const FINISH = `mutation ($id: ID!, $note: String) { finishTask(id: $id, note: $note) { ${TASK} } }`;
export const FAIL_TASK = `mutation ($id: ID!, $reason: String!) { failTask(id: $id, reason: $reason) { ${TASK} } }`;
export const RETRY_TASK = `mutation ($id: ID!) { retryTask(id: $id) { ${TASK} } }`;
export const ACCEPT_ITEM = `mutation ($id: ID!) { acceptOrderItem(id: $id) { order { id state } ${ERRORS} } }`;
export const SEND_BACK = `mutation ($id: ID!, $reason: String!) { sendBackOrder(id: $id, reason: $reason) { order { id state } ${ERRORS} } }`;
export const SEND_BACK_ITEM = `mutation ($id: ID!, $reason: String!) { sendBackOrderItem(id: $id, reason: $reason) { order { id state } ${ERRORS} } }`;
export const FAIL_ITEM = `mutation ($id: ID!, $reason: String!) { failOrderItem(id: $id, reason: $reason) { order { id state } ${ERRORS} } }`;

export const WORK = `query ($id: ID!) {
  order(id: $id) {
    state nextActors { name } nextTeams { name } viewerCanStart viewerCanDeliver viewerCanFail viewerCanCancelRest viewerCanSendBack
    items {
      id standing deliveredAt acceptedAt failedBecause viewerCanAccept viewerCanSendBack viewerCanFail subscription { state monthly { amount } }
      tasks {
        id key name state note webhook calls isUndo dueAt team { name } assignee { name } comesAfter { key }
        viewerCanTake viewerCanAssign viewerCanFinish viewerCanFail viewerCanRetry
      }
    }
    events { move party item { id } reason }
  }
}`;

export const TASKS = `query ($parts: [TaskPart!], $teamId: ID, $first: Int, $after: String) {
  fulfilmentTasks(parts: $parts, teamId: $teamId, first: $first, after: $after) {
    totalCount facets { name values { value count } } pageInfo { hasNextPage endCursor }
    edges { node { id name state team { name } assignee { name } item { id service { name } } order { number beneficiary { name } }
      viewerCanTake viewerCanFinish } }
  }
}`;

/** A task as WORK shows it. */
export interface ShownTask {
  id: string;
  key: string;
  name: string;
  state: string;
  note: string | null;
  webhook: string | null;
  calls: number | null;
  isUndo: boolean;
  dueAt: string | null;
  assignee: { name: string } | null;
  comesAfter: { key: string }[];
}
