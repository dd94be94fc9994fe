/** Operations of the catalog that several stories use. */
const ERRORS = 'errors { code field message }';

export const PROPOSE = `mutation ($input: ProposeServiceInput!) {
  proposeService(input: $input) { service { id slug lifecycle version synonyms owner { name } scores { uncertainty } } ${ERRORS} }
}`;
export const CHANGE = `mutation ($id: ID!, $input: ChangeServiceInput!) {
  changeService(id: $id, input: $input) {
    service { name outcome version provider { name } owner { name } scores { uncertainty } supportingServices { name } } ${ERRORS}
  }
}`;
export const CHARTER = `mutation ($id: ID!) { charterService(id: $id) { service { lifecycle } ${ERRORS} } }`;
export const PUBLISH = `mutation ($id: ID!) { publishService(id: $id) { service { lifecycle } ${ERRORS} } }`;
export const START_RETIRING = `mutation ($id: ID!, $reason: String!) {
  startRetiringService(id: $id, reason: $reason) { service { lifecycle } ${ERRORS} }
}`;
export const RETIRE = `mutation ($id: ID!, $reason: String!) {
  retireService(id: $id, reason: $reason) { service { lifecycle } ${ERRORS} }
}`;
export const ADD_PLAN = `mutation ($input: AddPlanInput!) {
  addPlan(input: $input) { plan { id slug currency version prices { kind label amount per unitName } } ${ERRORS} }
}`;
export const CHANGE_PLAN = `mutation ($id: ID!, $input: ChangePlanInput!) {
  changePlan(id: $id, input: $input) { plan { name version prices { id label amount } } ${ERRORS} }
}`;
export const END_PLAN = `mutation ($id: ID!) { endPlan(id: $id, reason: "Nobody chose it.") { plan { endedAt } ${ERRORS} } }`;
export const SERVICE = `query ($slug: String!) {
  service(slug: $slug) {
    id slug name outcome description synonyms lineOfService lifecycle demo version
    archetype { key name } scores { operationalDependence } suggestedArchetype { key }
    archetypeOverride { archetype { key } decidedBy { name } reason expiresOn }
    owner { name } unit { name } provider { name kind }
    supportingServices { name } supportedServices { name }
    plans { slug name currency endedAt prices { label amount } }
    viewerCanChange viewerCanSeePrices viewerCanMoveTo
  }
}`;
export const SERVICES = `query ($filter: ServiceFilter, $sort: ServiceSort, $first: Int, $after: String) {
  services(filter: $filter, sort: $sort, first: $first, after: $after) {
    edges { cursor node { slug name archetype { key } provider { name } owner { name } plans { prices { amount } } supportingServices { name } } }
    pageInfo { hasNextPage endCursor } totalCount facets { name values { value label count } } suggestions { name }
  }
}`;
