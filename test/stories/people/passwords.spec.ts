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

it('is good for choosing another one alone while somebody else knows it, with a token of before too', async () => {
  const administrator = await given.person({ roles: ['administrator'] });
  const dan = await given.person({ roles: ['btOffice'] });
  const token = await given.token(dan);
  const first = 'given by the office';
  const input = { name: 'New', email: 'new@example.org', password: first };
  const ADD = 'mutation ($input: AddPersonInput!) { addPerson(input: $input) { errors { code } } }';
  expect((await api.as(administrator).run(ADD, { input })).addPerson.errors).toEqual([]);
  await api.dataSource.query(`UPDATE credential SET is_given = true WHERE person_id = $1`, [dan.id]);
  expect((await api.as(token).ask('{ teams { id } }')).errors).toMatchObject([
    { extensions: { code: 'PASSWORD_TO_CHOOSE' } },
  ]);

  const variables = { input: { email: input.email, password: first } };
  const entered = await api.anonymously().post('/graphql').send({ query: SIGN_IN, variables });
  expect(entered.body.data.signIn).toEqual({ viewer: null, errors: [] });
  const cookie = entered.headers['set-cookie']![0]!.split(';')[0]!;
  const session = async () =>
    (await api.as({ cookie }).run('{ session { mustChoosePassword viewer { person { name } } } }')).session;
  expect(await session()).toEqual({ mustChoosePassword: true, viewer: null });
  expect((await api.as({ cookie }).ask('{ teams { id } }')).errors).toMatchObject([
    { extensions: { code: 'PASSWORD_TO_CHOOSE' } },
  ]);
  expect((await api.as({ cookie }).run(CHANGE, { current: first, next: first })).changePassword.errors).toMatchObject([
    { code: 'SAME_PASSWORD', field: ['next'] },
  ]);
  await api.as({ cookie }).run(CHANGE, { current: first, next: 'known to me alone' });
  expect(await session()).toEqual({ mustChoosePassword: false, viewer: { person: { name: 'New' } } });
  expect((await api.as({ cookie }).run('{ teams { id } }')).teams).toEqual([]);
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
  const newcomer = await given.person();
  expect((await api.as(one).run(asked, { id: newcomer.id })).person.viewerCanResetPassword).toBe(true);
});

it('keeps the password of whoever has a say, or earns, from an administrator, who could decide or read as they do', async () => {
  const administrator = await given.person({ roles: ['administrator'] });
  const { id: teamId } = await given.team();
  const { id: providerId } = await given.provider();
  const [today, monthAgo, yearAgo] = ['2026-03-16', '2026-02-10', '2025-03-01'];
  const holder = async (role: Parameters<typeof given.role>[1]) => {
    const person = await given.person({ password: PASSWORD });
    await given.role(person, role);
    return person;
  };
  const ended = async (on: string) => {
    const person = await holder('rewardOfficer');
    await api.dataSource.query('UPDATE role_assignment SET ended_at = $2 WHERE person_id = $1', [person.id, on]);
    return person;
  };
  const withShare = async (to: string | null, withdrawn = false) => {
    const person = await given.person({ password: PASSWORD });
    await api.dataSource.query(
      `INSERT INTO reward_share (id, team_id, person_id, weight, from_date, to_date, withdrawn_at)
       VALUES (gen_random_uuid(), $1, $2, 1, '2025-01-01', $3, $4)`,
      [teamId, person.id, to, withdrawn ? `${today}T08:00:00Z` : null],
    );
    return person;
  };
  const substitute = async () => {
    const [person, away] = [await given.person({ password: PASSWORD }), await given.person()];
    await api.dataSource.query(
      `INSERT INTO approval_substitute (id, person_id, substitute_id, from_date, to_date, state, by_id, at)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, 'approved', $1, $5)`,
      [away.id, person.id, monthAgo, today, `${monthAgo}T08:00:00Z`],
    );
    return person;
  };

  for (const person of [
    await holder('requester'),
    await holder({ role: 'teamLead', kind: 'team', id: teamId }),
    await holder({ role: 'providerContact', kind: 'provider', id: providerId }),
    await ended(monthAgo),
    await withShare(null),
    await withShare(monthAgo),
    await withShare(null, true),
    await substitute(),
  ]) {
    const { resetPassword } = await api.as(administrator).run(RESET, { id: person.id, password: 'now I read amounts' });
    expect(resetPassword.errors).toMatchObject([{ code: 'DECIDES' }]);
    expect(await canSignIn(person.email, PASSWORD)).toBe(true);
  }
  for (const { id } of [await ended(yearAgo), await withShare(yearAgo)]) {
    const { resetPassword } = await api.as(administrator).run(RESET, { id, password: 'given by the office' });
    expect(resetPassword.errors).toEqual([]);
  }
});
