/** Operations of months of charges, bills, disputes and usage that several stories use. */
const ERRORS = 'errors { code field message }';
const RUN = `run { id from to state version totals { amount currency } proposedBy { name } closedBy { name } }`;

export const OPEN_RUN = `mutation ($month: String!) { openChargeRun(month: $month) { ${RUN} ${ERRORS} } }`;
export const RECKON_RUN = `mutation ($id: ID!) { reckonChargeRun(id: $id) { ${RUN} ${ERRORS} } }`;
export const PROPOSE_RUN = `mutation ($id: ID!, $version: Int!) { proposeChargeRun(id: $id, version: $version) { ${RUN} ${ERRORS} } }`;
export const REOPEN_RUN = `mutation ($id: ID!, $reason: String!) { reopenChargeRun(id: $id, reason: $reason) { ${RUN} ${ERRORS} } }`;
export const CLOSE_RUN = `mutation ($id: ID!, $version: Int!) { closeChargeRun(id: $id, version: $version) { ${RUN} ${ERRORS} } }`;
export const RUNS = `{ chargeRuns { from state totals { amount } corrections { amount } viewerCanReckon viewerCanClose } viewerCanRunCharges }`;

const LINE = `id origin kind label per unitName from to quantity unitPrice { amount } amount { amount currency }
  service { name } plan { name } unit { name } subscription { id } order { number } corrects { from } missed { period verdict } claim { state } viewerCanDispute
  disputes { id state } explanation { rule inputs { name value } result { name value } }`;

export const BILL = `query ($month: String!, $unitId: ID, $group: BillGrouping, $groupId: ID, $first: Int, $after: String) {
  bill(month: $month, unitId: $unitId, group: $group) {
    month run { state } unit { name } totals { amount currency }
    groups {
      id service { name } plan { name } unit { name } amount { amount currency } before { amount } difference { amount }
      changes { reason amount { amount } }
    }
    lines(groupId: $groupId, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { ${LINE} } }
    }
  }
}`;

const DISPUTE = `dispute { id state reason answer givenBack { amount currency } by { name } answeredBy { name } }`;
export const DISPUTE_LINE = `mutation ($lineId: ID!, $reason: String!) { disputeCharge(lineId: $lineId, reason: $reason) { ${DISPUTE} ${ERRORS} } }`;
export const ANSWER_DISPUTE = `mutation ($id: ID!, $accepted: Boolean!, $answer: String!, $amount: Decimal) {
  answerChargeDispute(id: $id, accepted: $accepted, answer: $answer, amount: $amount) { ${DISPUTE} ${ERRORS} }
}`;
export const WITHDRAW_DISPUTE = `mutation ($id: ID!) { withdrawChargeDispute(id: $id) { ${DISPUTE} ${ERRORS} } }`;
export const DISPUTES = `query ($state: ChargeDisputeState) {
  chargeDisputes(state: $state) {
    totalCount edges { node { state reason viewerCanAnswer viewerCanWithdraw by { name } line { label amount { amount } } } }
  }
}`;

const USAGE = 'usage { id unitName day quantity source externalId }';
export const RECORD_USAGE = `mutation ($input: RecordUsageInput!) { recordUsage(input: $input) { ${USAGE} ${ERRORS} } }`;
export const IMPORT_USAGE = `mutation ($uploadId: ID!, $source: String!) {
  importUsage(uploadId: $uploadId, source: $source) { recorded known problems { line code message } ${ERRORS} }
}`;
export const USAGE_OF = `query ($id: ID!) { subscription(id: $id) { viewerCanRecordUsage ${USAGE} } }`;

/** A line as BILL shows it. */
export interface ShownLine {
  id: string;
  origin: string;
  label: string;
  amount: { amount: string };
  from: string;
  to: string;
}
