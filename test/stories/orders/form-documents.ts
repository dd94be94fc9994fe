/** Operations of orders with forms. */
const ERRORS = 'errors { code field message }';
const ITEMS = `items { id quantity answers serviceVersionId answered { title texts } droppedAnswers { field title }
  formChanges { kind field answer sentence } }`;

export const FORM = `query ($slug: String!) { service(slug: $slug) { orderForm { serviceVersionId form } } }`;
export const DRAFT_FORM = `mutation ($input: DraftOrderInput!) {
  draftOrder(input: $input) { order { id version ${ITEMS} } ${ERRORS} }
}`;
export const CHANGE_FORM = `mutation ($id: ID!, $version: Int!, $input: ChangeOrderDraftInput!) {
  changeOrderDraft(id: $id, version: $version, input: $input) { order { id version ${ITEMS} } ${ERRORS} }
}`;
export const SUBMIT_FORM = `mutation ($id: ID!, $version: Int!) {
  submitOrder(id: $id, version: $version) { order { id state version ${ITEMS} } ${ERRORS} }
}`;
export const DUPLICATE_FORM = `mutation ($id: ID!) { duplicateOrder(id: $id) { order { id version ${ITEMS} } ${ERRORS} } }`;
export const QUOTE_FORM = `query ($input: DraftOrderInput!) {
  quoteOrder(input: $input) {
    cost { monthly { amount } } items { cost { monthly { amount } } droppedAnswers { field title } refusals { code field } }
    refusals { code field message }
  }
}`;
