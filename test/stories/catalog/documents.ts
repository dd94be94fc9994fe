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
const RETIREMENT = `retirement {
  id state closesOn endsOn left finding viewerCanDecide viewerCanTakeBack viewerCanMigrate
  service { slug lifecycle neededBy } plan { name } paths { plan { name } successor { name } answers { from to } }
  subscribers { id standing quantity refusal orderNumber order { id } plan { name } beneficiary { name } unit { name } }
  migration { total ordered refused finishedAt }
}`;
export const PROPOSE_RETIREMENT = `mutation ($input: ProposeRetirementInput!) {
  proposeRetirement(input: $input) { ${RETIREMENT} ${ERRORS} }
}`;
export const DECIDE_RETIREMENT = `mutation ($id: ID!) { decideRetirement(id: $id) { ${RETIREMENT} ${ERRORS} } }`;
export const TAKE_BACK_RETIREMENT = `mutation ($id: ID!, $reason: String!) {
  takeBackRetirement(id: $id, reason: $reason) { ${RETIREMENT} ${ERRORS} }
}`;
export const MIGRATE = `mutation ($id: ID!) { migrateSubscribers(id: $id) { ${RETIREMENT} ${ERRORS} } }`;
export const RETIREMENTS = `query ($id: ID!) {
  retirement(id: $id) ${RETIREMENT.slice('retirement '.length)} openRetirements { id }
}`;
export const DRAFT_MIGRATION = `mutation ($id: ID!) {
  draftMigration(subscriptionId: $id) {
    order { id version items { kind quantity answers plan { name } service { name } } } ${ERRORS}
  }
}`;
const VERSION = `version { id number state revision basedOn definition diff { path before after sentence } } ${ERRORS}`;
export const DRAFT = `mutation ($id: ID!, $from: ID) { draftServiceVersion(serviceId: $id, from: $from) { ${VERSION} } }`;
export const CHANGE_DRAFT = `mutation ($id: ID!, $revision: Int!, $definition: JSON!) {
  changeServiceDraft(id: $id, revision: $revision, definition: $definition) { ${VERSION} }
}`;
export const PROPOSE_VERSION = `mutation ($id: ID!) { proposeServiceVersion(id: $id) { ${VERSION} } }`;
export const WITHDRAW_VERSION = `mutation ($id: ID!) { withdrawServiceVersion(id: $id, reason: "Not now.") { ${VERSION} } }`;
export const PUBLISH_VERSION = `mutation ($id: ID!) { publishServiceVersion(id: $id) { ${VERSION} } }`;
export const IMPORT = `mutation ($id: ID!, $yaml: String!, $revision: Int) {
  importServiceDefinition(serviceId: $id, yaml: $yaml, revision: $revision) { ${VERSION} }
}`;
export const BRING = `mutation ($yaml: String!) { bringService(yaml: $yaml) { missing ${VERSION} } }`;
export const VERSIONS = `query ($slug: String!) {
  service(slug: $slug) {
    draft { id state }
    versions {
      id number state basedOn reason writtenBy { name } proposedBy { name } decidedBy { name }
      diff { sentence } viewerCanChange viewerCanWithdraw viewerCanPublish
      priceChanges {
        plan before after from subscribersFrom rises isMetered subscriptions quantity
        monthlyBefore { amount } monthlyAfter { amount } monthlyDifference { amount currency }
        units { unit { name } subscriptions quantity monthlyBefore { amount } monthlyAfter { amount } monthlyDifference { amount } }
      }
    }
    plans {
      slug name version endedAt prices { kind label amount per unitName tiers { upTo amount } }
      priceLists { from to subscribersFrom prices { amount } }
    }
  }
}`;
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
    pageInfo { hasNextPage endCursor } totalCount facets { name values { value label count } } suggestions { name } whomToAsk { name }
  }
}`;
