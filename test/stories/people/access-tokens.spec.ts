import { startStory } from '../../builders/index.js';
import { WHO_AM_I } from './documents.js';

const { api, given } = await startStory();
const began = api.clock.now();
const daysLater = (days: number) => api.clock.set(new Date(began.getTime() + days * 86_400_000));

// Time that runs backwards forgives nothing.
beforeEach(async () => {
  daysLater(0);
  await api.dataSource.query('DELETE FROM sign_in_attempt');
});

const MAKE = `mutation ($input: MakeAccessTokenInput!) {
  makeAccessToken(input: $input) { secret accessToken { id name prefix scopes expiresAt } errors { code field message } } }`;
const REVOKE = 'mutation ($id: ID!) { revokeAccessToken(id: $id) { accessToken { revokedAt } errors { code } } }';
const MINE = '{ accessTokens { id name prefix scopes lastUsedAt expiresAt revokedAt } }';

const input = (more: object = {}) => ({
  name: 'Nightly export',
  scopes: ['READ'],
  expiresAt: new Date(began.getTime() + 30 * 86_400_000).toISOString(),
  ...more,
});
const make = async (person: { cookie: string | null }, more: object = {}) =>
  (await api.as(person).run(MAKE, { input: input(more) })).makeAccessToken;
const nameBehind = async (token: string) => {
  const { data, errors } = await api.as({ cookie: null, token }).ask(WHO_AM_I);
  return errors?.[0]?.message ?? data.session.viewer.person.name;
};
const REFUSED = 'This access token is unknown, has expired or was revoked.';

it('acts for its person, shown once and kept as a fingerprint', async () => {
  const ada = await given.person({ name: 'Ada' });
  const { secret, accessToken, errors } = await make(ada);

  expect(errors).toEqual([]);
  expect(secret).toMatch(/^accord_[\w-]{43}$/);
  expect(secret.startsWith(accessToken.prefix)).toBe(true);
  expect(await nameBehind(secret)).toBe('Ada');
  const [row] = await api.dataSource.query('SELECT to_jsonb(t)::text AS kept FROM access_token t WHERE id = $1', [
    accessToken.id,
  ]);
  const audit = await api.dataSource.query('SELECT after::text FROM audit_entry WHERE subject_id = $1', [
    accessToken.id,
  ]);
  for (const kept of [row.kept, JSON.stringify(audit)])
    expect(kept).not.toContain(secret.slice(accessToken.prefix.length));
  const { accessTokens } = await api.as(ada).run(MINE);
  expect(accessTokens).toMatchObject([{ name: 'Nightly export', scopes: ['READ'], lastUsedAt: began.toISOString() }]);
});

it('needs no header that only our client sends, and takes no cookie beside itself', async () => {
  const [ada, bea] = [await given.person({ name: 'Ada' }), await given.person({ name: 'Bea' })];
  const { secret } = await make(ada);
  const { body } = await api
    .as({ cookie: bea.cookie, token: secret })
    .post('/graphql')
    .unset('x-accord-client')
    .send({ query: WHO_AM_I });
  expect(body.data.session.viewer.person.name).toBe('Ada');

  const wrong = await api.as({ cookie: bea.cookie, token: 'wrong' }).ask(WHO_AM_I);
  expect(wrong.errors).toMatchObject([{ message: REFUSED, extensions: { code: 'UNAUTHENTICATED' } }]);
});

it('works until it expires or is revoked, and while its person is here', async () => {
  const [ada, leaver] = [await given.person({ name: 'Ada' }), await given.person({ name: 'Lee' })];
  const { secret } = await make(ada);
  daysLater(29.9);
  expect(await nameBehind(secret)).toBe('Ada');
  daysLater(30);
  expect(await nameBehind(secret)).toBe(REFUSED);

  daysLater(0);
  await api.dataSource.query('DELETE FROM sign_in_attempt');
  const revoked = await make(ada);
  const stranger = await api.as(leaver).run(REVOKE, revoked.accessToken);
  expect(stranger.revokeAccessToken).toEqual({ accessToken: null, errors: [{ code: 'NOT_FOUND' }] });
  expect(await nameBehind(revoked.secret)).toBe('Ada');
  await api.as(ada).run(REVOKE, revoked.accessToken);
  expect(await nameBehind(revoked.secret)).toBe(REFUSED);

  const left = await make(leaver);
  await api.dataSource.query('UPDATE person SET ended_at = now() WHERE id = $1', [leaver.id]);
  expect(await nameBehind(left.secret)).toBe(REFUSED);
});

it('never does more than its scopes, nor more than its person', async () => {
  const requester = await given.person();
  const reader = await make(requester);
  const admin = await make(await given.person({ roles: ['administrator'] }), {
    scopes: ['READ', 'ORDERS', 'CHARGES', 'CATALOG', 'INGEST', 'AGREEMENTS', 'GOVERNANCE'],
  });
  const codeOf = async (token: string, document: string) => {
    const { data, errors } = await api
      .as({ cookie: null, token })
      .ask<Record<string, { errors: { code: string }[] }>>(document);
    return errors?.[0]?.extensions.code ?? Object.values(data!)[0]!.errors[0]?.code;
  };
  const END = 'mutation { endOutage(id: "018f0000-0000-7000-8000-000000000000", reason: "Over.") { errors { code } } }';

  expect(await codeOf(reader.secret, END)).toBe('FORBIDDEN');
  expect(await codeOf(admin.secret, 'mutation { startEmpty { errors { code } } }')).toBe('FORBIDDEN');
  expect(await codeOf(admin.secret, 'mutation { signOutEverywhere { errors { code } } }')).toBe('FORBIDDEN');
  expect(await codeOf(admin.secret, MINE)).toBe('FORBIDDEN');
  expect(await codeOf(admin.secret, `mutation { changePassword(current: "a", next: "b") { errors { code } } }`)).toBe(
    'FORBIDDEN',
  );
  const { data } = await api.as({ cookie: null, token: reader.secret }).ask('{ audit { edges { cursor } } }');
  expect(data.audit.edges).toEqual([]);
  const upload = await api.as({ cookie: null, token: reader.secret }).post('/uploads').send('x');
  expect([upload.status, upload.body.errors[0].message]).toEqual([403, 'This access token is not for that.']);
});

it('runs nothing of a document in which one mutation is not for it, however that is written', async () => {
  const person = await given.person({ roles: ['administrator'] });
  const { secret: token } = await make(person, { scopes: ['READ', 'ORDERS'] });
  const substitute = (await given.person()).id;
  const add = `first: addSubstitute(input: { substituteId: "${substitute}", from: "2026-03-20", to: "2026-03-21" }) { errors { code } }`;
  const readers = 'last: mySubstitutes { id }';
  const closed = [
    [`mutation { ${add} second: signOutEverywhere { errors { code } } }`, ['second']],
    [`mutation { ${add} ... on Mutation { signOutEverywhere { errors { code } } } }`, ['signOutEverywhere']],
    [
      `mutation { ${add} ...Out startEmpty { errors { code } } } fragment Out on Mutation { ...Inner }
       fragment Inner on Mutation { out: signOutEverywhere { errors { code } } }`,
      ['out', 'startEmpty'],
    ],
  ] as const;

  for (const [document, refused] of closed) {
    const { data, errors } = await api.as({ cookie: null, token }).ask(document);
    expect(data).toBeNull();
    expect(errors).toMatchObject(refused.map((name) => ({ path: [name], extensions: { code: 'FORBIDDEN' } })));
  }
  expect((await api.as({ cookie: null, token }).run(`{ ${readers} }`)).last).toEqual([]);
  await api.as({ cookie: null, token }).run(`mutation { ${add} __typename }`);
  expect((await api.as({ cookie: null, token }).run(`{ ${readers} }`)).last).toHaveLength(1);
});

it.each([
  [{ name: '  ' }, 'name'],
  [{ scopes: [] }, 'scopes'],
  [{ expiresAt: began.toISOString() }, 'expiresAt'],
  [{ expiresAt: new Date(began.getTime() + 367 * 86_400_000).toISOString() }, 'expiresAt'],
])('refuses a wish that makes no sense: %j', async (more, field) => {
  const { secret, errors } = await make(await given.person(), more);
  expect([secret, errors]).toMatchObject([null, [{ code: 'INVALID', field: [field] }]]);
});

it('keeps failed ones in the audit, and slows an address down that tries many', async () => {
  const known = await make(await given.person());
  daysLater(40);
  await nameBehind(known.secret);
  const [{ count }] = await api.dataSource.query(
    `SELECT count(*)::int AS count FROM audit_entry WHERE action = 'accessToken.refused' AND subject_id = $1`,
    [known.accessToken.id],
  );
  expect(count).toBe(1);

  const answers: string[] = [];
  for (let n = 0; n < 62; n++) answers.push(await nameBehind(`accord_${n}`));
  expect(answers[0]).toBe(REFUSED);
  expect(answers.at(-1)).toContain('Too many failed attempts.');
});

it('is told to its person, and what it changes is marked in the audit', async () => {
  const ada = await given.person({ roles: ['serviceManager', 'btOffice'] });
  const { secret } = await make(ada, { scopes: ['GOVERNANCE', 'INGEST'] });
  const service = await given.service();
  const { recordOutage } = await api
    .as({ cookie: null, token: secret })
    .run(
      `mutation ($input: RecordOutageInput!) { recordOutage(input: $input) { outage { id } errors { code message } } }`,
      { input: { serviceId: service.id, from: '2026-03-16T07:00:00Z', to: '2026-03-16T08:00:00Z', cause: 'Power.' } },
    );
  expect(recordOutage.errors).toEqual([]);
  const rows = await api.dataSource.query('SELECT mode, actor_id FROM audit_entry WHERE subject_id = $1', [
    recordOutage.outage.id,
  ]);
  expect(rows).toEqual([{ mode: 'token', actor_id: ada.id }]);
  const { inbox } = await api.as(ada).run('{ inbox { edges { node { subject { path } notices { kind } } } } }');
  expect(inbox.edges[0].node).toEqual({ subject: { path: '/settings/tokens' }, notices: [{ kind: 'TOKEN_MADE' }] });
});

it('counts what one was told about a token as read once one has done something about it', async () => {
  const ada = await given.person();
  const unread = async () => (await api.as(ada).run('{ unreadNotices }')).unreadNotices;
  const { accessToken } = await make(ada);
  await make(ada);
  expect(await unread()).toBe(2);
  await api.as(ada).run(REVOKE, accessToken);

  expect(await unread()).toBe(1);
});

it('reads token, person and roles in one statement', async () => {
  const { secret } = await make(await given.person({ roles: ['serviceManager'] }));
  await nameBehind(secret);
  const statements = await api.statementsOf(() =>
    api.as({ cookie: null, token: secret }).run('{ session { enterprise { name } } }'),
  );

  expect(statements.filter((sql) => /access_token/.test(sql))).toHaveLength(1);
});
