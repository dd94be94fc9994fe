export const SIGN_IN = /* GraphQL */ `
  mutation ($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        person {
          name
          email
        }
        viewerCanManagePeople
      }
      errors {
        code
        field
        message
      }
    }
  }
`;

export const WHO_AM_I = '{ session { viewer { person { id name } roles { role scopeName } } } }';

const ROLE =
  'roleAssignment { id state bootstrap scopeName viewerCanApprove viewerCanEnd endedAt } errors { code field message }';

export const PROPOSE_ROLE = `mutation ($input: ProposeRoleInput!) { proposeRole(input: $input) { ${ROLE} } }`;
export const APPROVE_ROLE = `mutation ($id: ID!) { approveRole(id: $id) { ${ROLE} } }`;
export const REFUSE_ROLE = `mutation ($id: ID!, $reason: String!) { refuseRole(id: $id, reason: $reason) { ${ROLE} } }`;
export const END_ROLE = `mutation ($id: ID!, $reason: String!) { endRole(id: $id, reason: $reason) { ${ROLE} } }`;

export const END_PERSON = /* GraphQL */ `
  mutation ($id: ID!, $reason: String!) {
    endPerson(id: $id, reason: $reason) {
      person {
        endedAt
        roles {
          state
          endedAt
        }
      }
      errors {
        code
      }
    }
  }
`;
