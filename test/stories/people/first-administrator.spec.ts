import { SetupCodes } from '@accord/api/people/setup-codes.js';
import { startStory } from '../../builders/index.js';
import { WHO_AM_I } from './documents.js';

const { api, given } = await startStory();

const SET_UP = /* GraphQL */ `
  mutation ($input: FirstAdministratorInput!) {
    setUpFirstAdministrator(input: $input) {
      viewer {
        person {
          name
        }
        viewerCanManagePeople
      }
      errors {
        code
        field
      }
    }
  }
`;
const SESSION =
  '{ session { needsFirstAdministrator enterprise { name timeZone currency demo } demoPeople { id } viewer { person { id } } } }';

const input = (code: string) => ({
  code,
  enterpriseName: 'Meridian',
  timeZone: 'europe/berlin',
  currency: 'chf',
  name: 'Ada',
  email: 'ada@meridian.example',
  password: 'correct horse battery',
});
const setUp = async (code: string, more: object = {}) =>
  (await api.anonymously().run(SET_UP, { input: { ...input(code), ...more } })).setUpFirstAdministrator;

it('creates the first administrator with the code that the server printed, once', async () => {
  const codes = api.get(SetupCodes);
  const earlier = await codes.ensure();
  const code = (await codes.ensure())!;
  expect(code).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
  expect((await api.anonymously().run(SESSION)).session).toMatchObject({ needsFirstAdministrator: true, viewer: null });

  expect((await setUp(earlier!)).errors).toEqual([{ code: 'WRONG_SETUP_CODE', field: ['code'] }]);
  expect((await setUp(code, { timeZone: 'Atlantis/Capital' })).errors).toEqual([
    { code: 'UNKNOWN_TIME_ZONE', field: ['timeZone'] },
  ]);
  expect((await setUp(code, { password: 'short' })).errors).toEqual([
    { code: 'PASSWORD_TOO_SHORT', field: ['password'] },
  ]);

  const variables = { input: input(code.toLowerCase()) };
  const response = await api.anonymously().post('/graphql').send({ query: SET_UP, variables });
  expect(response.body.data.setUpFirstAdministrator).toEqual({
    viewer: { person: { name: 'Ada' }, viewerCanManagePeople: true },
    errors: [],
  });
  const cookie = String(response.headers['set-cookie']).split(';')[0]!;
  expect((await api.as({ cookie }).run(WHO_AM_I)).session.viewer.roles).toEqual([
    { role: 'ADMINISTRATOR', scopeName: 'Meridian' },
  ]);
  expect((await api.anonymously().run(SESSION)).session).toMatchObject({
    needsFirstAdministrator: false,
    enterprise: { name: 'Meridian', timeZone: 'Europe/Berlin', currency: 'CHF', demo: false },
  });

  expect((await setUp(code, { email: 'eve@example.org' })).errors).toEqual([{ code: 'ALREADY_SET_UP', field: [] }]);
  expect(await codes.ensure()).toBeNull();
  const modes = await api.dataSource.query(`SELECT action, mode FROM audit_entry ORDER BY action`);
  expect(modes).toEqual([
    { action: 'enterprise.setUp', mode: 'bootstrap' },
    { action: 'person.added', mode: 'bootstrap' },
    { action: 'roleAssignment.approved', mode: 'bootstrap' },
    { action: 'session.started', mode: null },
  ]);
});

it('offers no demo person in a real organisation, even on this machine', async () => {
  const person = await given.person({ demoJob: 'Service manager' });

  const { signInAsDemoPerson } = await api
    .anonymously()
    .run('mutation ($id: ID!) { signInAsDemoPerson(personId: $id) { viewer { person { id } } errors { code } } }', {
      id: person.id,
    });

  expect(signInAsDemoPerson).toEqual({ viewer: null, errors: [{ code: 'NOT_FOUND' }] });
  expect((await api.anonymously().run(SESSION)).session.demoPeople).toEqual([]);
});
