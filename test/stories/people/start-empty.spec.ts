import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { schemaDrift } from '@accord/api/platform/database/drift.js';
import { isMigrated } from '@accord/api/platform/database/migrate.js';
import { startStory } from '../../builders/index.js';
import { temporaryFolder } from '../../platform/server-process.js';

const dataDir = temporaryFolder();
const here = await startStory([], { ACCORD_DEMO: 'true', ACCORD_DATA_DIR: dataDir });
const online = await startStory([], { ACCORD_DEMO: 'true', HOST: '0.0.0.0', PUBLIC_URL: 'https://accord.example' });

const DEMO_PEOPLE = '{ session { needsFirstAdministrator demoPeople { id name job } } }';
const AS_DEMO =
  'mutation ($id: ID!) { signInAsDemoPerson(personId: $id) { viewer { person { name } } errors { code } } }';
const START_EMPTY = 'mutation { startEmpty { setupCode errors { code } } }';

it('offers the people of the demo with one click, on this machine only', async () => {
  for (const { given } of [here, online]) {
    await given.demo();
    await given.person({ name: 'Mia', demoJob: 'Service manager', roles: ['serviceManager'] });
    await given.person({ name: 'Ada', demoJob: 'Administrator', roles: ['administrator'] });
    await given.person({ name: 'Extra' });
  }

  const { demoPeople } = (await here.api.anonymously().run(DEMO_PEOPLE)).session;
  expect(demoPeople).toMatchObject([
    { name: 'Mia', job: 'Service manager' },
    { name: 'Ada', job: 'Administrator' },
  ]);
  const { signInAsDemoPerson } = await here.api.anonymously().run(AS_DEMO, { id: demoPeople[0].id });
  expect(signInAsDemoPerson).toEqual({ viewer: { person: { name: 'Mia' } }, errors: [] });

  expect((await online.api.anonymously().run(DEMO_PEOPLE)).session.demoPeople).toEqual([]);
  const [mia] = await online.api.dataSource.query(`SELECT id FROM person WHERE name = 'Mia'`);
  const refused = await online.api.anonymously().run(AS_DEMO, { id: mia.id });
  expect(refused.signInAsDemoPerson.errors).toEqual([{ code: 'NOT_FOUND' }]);
});

it('asks browsers to keep the cookie of a public address to https', async () => {
  await online.given.person({ email: 'ada@example.org', password: 'correct horse battery' });

  const response = await online.api.anonymously().post('/graphql').send({
    query:
      'mutation { signIn(input: { email: "ada@example.org", password: "correct horse battery" }) { errors { code } } }',
  });

  expect(String(response.headers['set-cookie'])).toMatch(
    /^__Host-accord=[\w-]{43}; Max-Age=604800; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
  );
});

it('removes the demo with everything in it, and brings none back', async () => {
  const { api, given } = here;
  const manager = await given.person({ roles: ['serviceManager'] });
  await given.upload(manager, 'a file');
  const administrator = await given.person({ roles: ['administrator'] });

  expect((await api.as(manager).run(START_EMPTY)).startEmpty).toEqual({
    setupCode: null,
    errors: [{ code: 'FORBIDDEN' }],
  });
  const response = await api.as(administrator).post('/graphql').send({ query: START_EMPTY });
  const { setupCode, errors } = response.body.data.startEmpty;

  expect(errors).toEqual([]);
  expect(setupCode).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
  expect(String(response.headers['set-cookie'])).toMatch(/^accord=;/);
  expect(existsSync(join(dataDir, 'uploads'))).toBe(false);
  expect(await isMigrated(api.dataSource)).toBe(true);
  expect((await schemaDrift(api.dataSource)).up).toEqual([]);
  expect(await api.dataSource.query('SELECT name, demo, demo_state FROM enterprise')).toEqual([
    { name: 'Accord', demo: false, demo_state: 'declined' },
  ]);
  expect(await api.dataSource.query('SELECT 1 FROM person UNION ALL SELECT 1 FROM session')).toEqual([]);
  expect(await api.dataSource.query('SELECT action, actor_id FROM audit_entry')).toEqual([
    { action: 'enterprise.startedEmpty', actor_id: null },
  ]);
  expect((await api.anonymously().run(DEMO_PEOPLE)).session).toEqual({ needsFirstAdministrator: true, demoPeople: [] });

  const SET_UP =
    'mutation ($input: FirstAdministratorInput!) { setUpFirstAdministrator(input: $input) { errors { code } } }';
  const input = {
    code: setupCode,
    enterpriseName: 'Ours',
    timeZone: 'UTC',
    currency: 'EUR',
    name: 'Ada',
    email: 'a@b.cd',
    password: 'correct horse battery',
  };
  expect((await api.anonymously().run(SET_UP, { input })).setUpFirstAdministrator.errors).toEqual([]);
});

it('never empties a real organisation', async () => {
  const { api, given } = here;
  const administrator = await given.person({ roles: ['administrator'] });

  expect((await api.as(administrator).run(START_EMPTY)).startEmpty).toEqual({
    setupCode: null,
    errors: [{ code: 'NOT_A_DEMO' }],
  });
});
