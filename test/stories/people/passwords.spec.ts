import { startStory } from '../../builders/index.js';
import { SIGN_IN, WHO_AM_I } from './documents.js';

const { api, given } = await startStory();

const PASSWORD = 'correct horse battery';
const CHANGE = /* GraphQL */ `
  mutation ($current: String!, $next: String!) {
    changePassword(current: $current, next: $next) {
      changed
      errors {
        code
        field
        message
      }
    }
  }
`;
const RESET =
  'mutation ($id: ID!, $password: String!) { resetPassword(id: $id, password: $password) { errors { code } } }';

const isSignedIn = async (cookie: string | null) => (await api.as({ cookie }).run(WHO_AM_I)).session.viewer !== null;
const canSignIn = async (email: string, password: string) =>
  (await api.anonymously().run(SIGN_IN, { input: { email, password } })).signIn.errors.length === 0;

it('changes a password, and ends the sessions of other browsers', async () => {
  const ada = await given.person({ password: PASSWORD });
  const elsewhere = await given.session(ada);

  const { changePassword } = await api.as(ada).run(CHANGE, { current: PASSWORD, next: 'a new and longer one' });

  expect(changePassword).toEqual({ changed: true, errors: [] });
  expect([await isSignedIn(ada.cookie), await isSignedIn(elsewhere)]).toEqual([true, false]);
  expect(await canSignIn(ada.email, PASSWORD)).toBe(false);
  expect(await canSignIn(ada.email, 'a new and longer one')).toBe(true);
});

it('refuses a password that is too short, in a sentence', async () => {
  const bea = await given.person({ password: PASSWORD });

  const { changePassword } = await api.as(bea).run(CHANGE, { current: PASSWORD, next: 'elevenchars' });

  expect(changePassword).toEqual({
    changed: false,
    errors: [{ code: 'PASSWORD_TOO_SHORT', field: ['next'], message: 'A password needs at least 12 characters.' }],
  });
});

it('lets an administrator reset a forgotten password, which ends every session', async () => {
  const administrator = await given.person({ roles: ['administrator'] });
  const cleo = await given.person({ password: PASSWORD });

  const { resetPassword } = await api.as(administrator).run(RESET, { id: cleo.id, password: 'given by the office' });

  expect(resetPassword.errors).toEqual([]);
  expect(await isSignedIn(cleo.cookie)).toBe(false);
  expect(await canSignIn(cleo.email, 'given by the office')).toBe(true);
  const rows = await api.dataSource.query(
    `SELECT before, after FROM audit_entry WHERE action = 'person.passwordReset'`,
  );
  expect(rows).toEqual([{ before: null, after: null }]);
});

it("keeps an administrator's password from other administrators, who could decide alone with it", async () => {
  const [one, two] = [
    await given.person({ roles: ['administrator'] }),
    await given.person({ roles: ['administrator'], password: PASSWORD }),
  ];
  const proposed = await given.person({ password: PASSWORD });
  const role = await given.role(proposed, 'administrator');
  await api.dataSource.query(
    `UPDATE role_assignment SET state = 'proposed', decided_by_id = NULL, decided_at = NULL, bootstrap = false WHERE id = $1`,
    [role.id],
  );

  for (const person of [two, proposed]) {
    const { resetPassword } = await api.as(one).run(RESET, { id: person.id, password: 'now I am both of us' });
    expect(resetPassword.errors).toMatchObject([{ code: 'DECIDES' }]);
    expect(await canSignIn(person.email, PASSWORD)).toBe(true);
  }
  const asked = 'query ($id: ID!) { person(id: $id) { viewerCanChange viewerCanResetPassword } }';
  const { person } = await api.as(one).run(asked, { id: two.id });
  expect(person).toEqual({ viewerCanChange: true, viewerCanResetPassword: false });
  const clerk = await given.person({ roles: ['requester', 'executive', 'auditor'] });
  expect((await api.as(one).run(asked, { id: clerk.id })).person.viewerCanResetPassword).toBe(true);
});

it('keeps the password of whoever decides on figures and money from an administrator, who could decide as they do', async () => {
  const administrator = await given.person({ roles: ['administrator'] });
  const team = await given.team();
  const roles = ['rewardOfficer', 'budgetOwner', 'serviceManager', 'vendorManager', 'btOffice'] as const;
  for (const role of [...roles, { role: 'teamLead', kind: 'team', id: team.id } as const]) {
    const person = await given.person({ roles: [role], password: PASSWORD });
    const { resetPassword } = await api.as(administrator).run(RESET, { id: person.id, password: 'now I read amounts' });
    expect([role, resetPassword.errors]).toMatchObject([role, [{ code: 'DECIDES' }]]);
    expect(await canSignIn(person.email, PASSWORD)).toBe(true);
  }
});
