import { startStory } from '../../builders/index.js';
import { SIGN_IN, WHO_AM_I } from './documents.js';

const { api, given } = await startStory();

const PASSWORD = 'correct horse battery';

const signIn = (email: string, password = PASSWORD, cookie: string | null = null) =>
  api
    .as({ cookie })
    .post('/graphql')
    .send({ query: SIGN_IN, variables: { input: { email, password } } });

/** The `Set-Cookie` header, and what a browser would send back. */
function cookieOf({ headers }: { headers: Record<string, unknown> }) {
  const header = (headers['set-cookie'] as string[] | undefined)?.[0] ?? '';
  return { header, cookie: header.split(';')[0]! };
}

const nameBehind = async (cookie: string) =>
  (await api.as({ cookie }).run(WHO_AM_I)).session.viewer?.person.name ?? null;

const auditOf = async (subjectId: string) => {
  const { audit } = await api
    .as(await auditor)
    .run('query ($subjectId: ID!) { audit(subjectId: $subjectId) { edges { node { action actor { name } } } } }', {
      subjectId,
    });
  return audit.edges
    .map(({ node }: { node: { action: string; actor: { name: string } | null } }) => node)
    .filter(({ action }: { action: string }) => action.startsWith('session.'))
    .map(({ action, actor }: { action: string; actor: { name: string } | null }) => [action, actor?.name ?? null]);
};
const auditor = given.person({ roles: ['auditor'] });

it('lets somebody in with e-mail address and password, in a session that the browser keeps to itself', async () => {
  await given.person({ name: 'Ada Adams', email: 'ada@example.org', password: PASSWORD, roles: ['administrator'] });

  const response = await signIn(' Ada@Example.org ');

  expect(response.body.data.signIn).toEqual({
    viewer: { person: { name: 'Ada Adams', email: 'ada@example.org' }, viewerCanManagePeople: true },
    errors: [],
  });
  const { header, cookie } = cookieOf(response);
  expect(header).toMatch(/^accord=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  expect(await nameBehind(cookie)).toBe('Ada Adams');
});

it('answers a wrong password as it answers an unknown address, and keeps both in the audit', async () => {
  const bea = await given.person({ email: 'bea@example.org', password: PASSWORD });
  const leaver = await given.person({ email: 'left@example.org', password: PASSWORD });
  await api.dataSource.query('UPDATE person SET ended_at = now() WHERE id = $1', [leaver.id]);

  const answers = [
    await signIn('bea@example.org', 'not her password'),
    await signIn('nobody@example.org'),
    await signIn('left@example.org'),
  ];

  for (const { body, headers } of answers) {
    expect(body.data.signIn).toEqual({
      viewer: null,
      errors: [{ code: 'WRONG_CREDENTIALS', field: [], message: 'The e-mail address or the password is wrong.' }],
    });
    expect(headers['set-cookie']).toBeUndefined();
  }
  expect(await auditOf(bea.id)).toEqual([['session.refused', null]]);
  const [{ count }] = await api.dataSource.query(
    `SELECT count(*)::int AS count FROM audit_entry WHERE action = 'session.refused' AND subject_type = 'signInAttempt'`,
  );
  expect(count).toBe(1);
});

it('keeps neither passwords nor tokens: what the database holds opens nothing', async () => {
  const person = await given.person({ email: 'cleo@example.org', password: PASSWORD });
  const token = cookieOf(await signIn('cleo@example.org')).cookie.split('=')[1]!;

  const [{ password_hash: hash }] = await api.dataSource.query(
    'SELECT password_hash FROM credential WHERE person_id = $1',
    [person.id],
  );
  const sessions: { stored: string }[] = await api.dataSource.query(
    `SELECT encode(token_hash, 'base64') || encode(token_hash, 'hex') AS stored FROM session WHERE person_id = $1`,
    [person.id],
  );

  expect(hash).toMatch(/^\$argon2id\$/);
  expect(sessions.some(({ stored }) => stored.includes(token))).toBe(false);
});

it('gives every sign-in a token of its own, so that a planted cookie is worth nothing', async () => {
  await given.person({ name: 'Dora', email: 'dora@example.org', password: PASSWORD });
  const planted = `accord=${'x'.repeat(43)}`;

  const first = cookieOf(await signIn('dora@example.org', PASSWORD, planted)).cookie;
  const second = cookieOf(await signIn('dora@example.org', PASSWORD, first)).cookie;

  expect(new Set([planted, first, second]).size).toBe(3);
  expect(await nameBehind(planted)).toBeNull();
  expect(await nameBehind(first)).toBeNull();
  expect(await nameBehind(second)).toBe('Dora');
});

it('ends a session that is idle for twelve hours, and every session after seven days', async () => {
  await given.person({ name: 'Ed', email: 'ed@example.org', password: PASSWORD });
  const began = api.clock.now().getTime();
  const at = (hours: number) => api.clock.set(new Date(began + hours * 3_600_000));
  const idle = cookieOf(await signIn('ed@example.org')).cookie;
  const busy = cookieOf(await signIn('ed@example.org')).cookie;

  for (let hours = 11; hours < 7 * 24; hours += 11) {
    at(hours);
    expect(await nameBehind(busy)).toBe('Ed');
  }
  expect(await nameBehind(idle)).toBeNull();
  at(7 * 24);
  expect(await nameBehind(busy)).toBeNull();
  at(0);
});

it('does not take for a visit what the client asks for by itself', async () => {
  const began = api.clock.now().getTime();
  await given.person({ name: 'Pola', email: 'pola@example.org', password: PASSWORD });
  const { cookie } = cookieOf(await signIn('pola@example.org'));
  const poll = () => api.as({ cookie }).post('/graphql').set('x-accord-client', 'polling').send({ query: WHO_AM_I });

  for (let hours = 0; hours < 12; hours += 4) {
    api.clock.set(new Date(began + hours * 3_600_000));
    expect((await poll()).body.data.session.viewer.person.name).toBe('Pola');
  }
  api.clock.set(new Date(began + 12 * 3_600_000));
  expect(await nameBehind(cookie)).toBeNull();
  api.clock.set(new Date(began));
});

it('reads session, person and roles in one statement, and notes the visit at most once a minute', async () => {
  const began = api.clock.now().getTime();
  await given.person({ email: 'finn@example.org', password: PASSWORD, roles: ['serviceManager'] });
  const { cookie } = cookieOf(await signIn('finn@example.org'));
  const ask = () => api.as({ cookie }).run('{ session { enterprise { name } } }');

  const within = await api.statementsOf(ask);
  api.clock.set(new Date(began + 60_000));
  const later = await api.statementsOf(ask);
  api.clock.set(new Date(began));

  const ofPermission = (statements: string[]) => statements.filter((sql) => /session/.test(sql));
  expect(ofPermission(within)).toHaveLength(1);
  expect(ofPermission(later)).toHaveLength(2);
});

it('signs out of this browser alone, or of every browser', async () => {
  const gil = await given.person({ name: 'Gil', email: 'gil@example.org', password: PASSWORD });
  const [here, there] = [
    cookieOf(await signIn('gil@example.org')).cookie,
    cookieOf(await signIn('gil@example.org')).cookie,
  ];

  const response = await api
    .as({ cookie: here })
    .post('/graphql')
    .send({ query: 'mutation { signOut { signedOut } }' });
  expect(response.body.data.signOut.signedOut).toBe(true);
  expect(cookieOf(response).header).toMatch(/^accord=; Path=\/; Expires=Thu, 01 Jan 1970/);
  expect([await nameBehind(here), await nameBehind(there)]).toEqual([null, 'Gil']);

  await api.as({ cookie: there }).run('mutation { signOutEverywhere { signedOut } }');
  expect([await nameBehind(there), await nameBehind(gil.cookie!)]).toEqual([null, null]);
  expect(await auditOf(gil.id)).toEqual([
    ['session.endedEverywhere', 'Gil'],
    ['session.ended', 'Gil'],
    ['session.started', 'Gil'],
    ['session.started', 'Gil'],
  ]);
});

it('refuses what changes something without the header that only our client sends', async () => {
  const { cookie } = await given.person();

  const { status, body } = await api
    .as({ cookie })
    .post('/graphql')
    .unset('x-accord-client')
    .send({ query: 'mutation { signOut { signedOut } }' });

  expect(status).toBe(403);
  expect(body.errors).toMatchObject([{ code: 'NO_CLIENT_HEADER' }]);
  expect((await api.as({ cookie }).run(WHO_AM_I)).session.viewer).not.toBeNull();
});
