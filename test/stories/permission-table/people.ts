import { SavedViews } from '@accord/api/people/saved-views/saved-views.js';
import type { Asking, Rows } from './row.js';
import type { World } from './world.js';

const PASSWORD = 'correct horse battery';
let made = 0;

const somebody = async ({ given }: World) => ({ id: (await given.person()).id });
const because = async (world: World) => ({ ...(await somebody(world)), reason: 'Because.' });

/** A role that somebody else has proposed for a third person. */
async function proposedRole({ api, given }: World) {
  const [proposer, person] = [await given.person(), await given.person()];
  const { id } = await given.role(person, 'requester');
  await api.dataSource.query(
    `UPDATE role_assignment SET state = 'proposed', decided_by_id = NULL, decided_at = NULL, bootstrap = false, proposed_by_id = $2
     WHERE id = $1`,
    [id, proposer.id],
  );
  return { id };
}

let views = 0;

async function savedView({ api, given }: World, asking: Asking) {
  const owner = asking ?? (await given.person());
  const act = await given.act(owner);
  const view = { name: `View ${++views}`, path: '/commitments', search: '' };
  return { id: (await api.get(SavedViews).save(act, view)).id };
}

export const people: Rows = {
  session: { selection: 'enterprise { name }' },
  'session.viewer': { selection: 'viewer { person { id } }', shows: ({ viewer }) => viewer !== null },
  people: {
    arguments: () => ({ search: 'Somebody to be found', first: 50 }),
    selection: 'edges { node { id } }',
  },
  person: { arguments: somebody, selection: 'id name' },
  locations: {
    arguments: async ({ given }) => {
      await given.person({ location: 'Somewhere' });
      return {};
    },
    shows: (locations) => locations.length > 0,
  },
  'person.email': { arguments: somebody, selection: 'email', shows: (person) => person?.email != null },
  'person.roles': { arguments: somebody, selection: 'roles { id }', shows: (person) => person?.roles != null },
  businessUnits: {},
  teams: {},
  'teams.members': {
    arguments: async ({ given, home }) => (await given.membership(home.team, await given.person()), {}),
    selection: 'members { id }',
    shows: (teams) => teams.some(({ members }: { members: object[] }) => members.length > 0),
  },
  proposedRoles: { arguments: async (world) => (await proposedRole(world), {}) },
  audit: {
    arguments: async ({ api, given }) => {
      await api.as(await given.person()).run('mutation { signOut { signedOut } }');
      return { first: 1 };
    },
  },

  // Everybody's own, empty or not.
  inbox: { shows: () => true },
  unreadNotices: {},
  noticeSettings: { selection: 'hour' },
  accessTokens: { shows: () => true },
  savedViews: { shows: () => true },

  signIn: {
    arguments: async ({ given }) => ({
      input: { email: (await given.person({ password: PASSWORD })).email, password: PASSWORD },
    }),
  },
  // The organisation is a real one: there is nobody to try out, whoever asks.
  signInAsDemoPerson: {
    arguments: async ({ given }) => ({ personId: (await given.person({ demoJob: 'Service manager' })).id }),
  },
  signOut: {},
  signOutEverywhere: {},
  // Everybody may try; what counts is the code, and that nobody is in here yet.
  setUpFirstAdministrator: {
    arguments: () => ({
      input: {
        code: '00000-00000-00000-00000',
        enterpriseName: 'Ours',
        timeZone: 'UTC',
        currency: 'EUR',
        name: 'Ada',
        email: 'ada@example.org',
        password: PASSWORD,
      },
    }),
    beyondPermission: ['ALREADY_SET_UP'],
  },
  changePassword: {
    arguments: () => ({ current: 'not my password', next: 'a new and longer one' }),
    beyondPermission: ['WRONG_PASSWORD', 'TOO_MANY_ATTEMPTS'],
  },
  startEmpty: { beyondPermission: ['NOT_A_DEMO'] },
  markNoticesRead: {},
  changeNoticeSetting: { arguments: () => ({ input: { kind: 'BREACH', inbox: true, mail: 'OFF' } }) },
  changeNoticeDigest: { arguments: () => ({ input: { timeZone: 'UTC', hour: 8 } }) },
  saveView: { arguments: () => ({ input: { name: `View ${++views}`, path: '/commitments', search: '' } }) },
  // Only who keeps a view changes and removes it.
  changeView: {
    isPersonal: true,
    arguments: async (world, asking) => ({ ...(await savedView(world, asking)), input: { name: `View ${++views}` } }),
  },
  removeView: { isPersonal: true, arguments: savedView },
  setDefaultView: {
    isPersonal: true,
    arguments: async (world, asking) => ({ ...(await savedView(world, asking)), isDefault: true }),
  },
  makeAccessToken: {
    arguments: () => ({ input: { name: 'New', scopes: ['READ'], expiresAt: '2026-04-16T00:00:00.000Z' } }),
  },
  // Only the token of the person who asks can be revoked.
  revokeAccessToken: {
    isPersonal: true,
    arguments: async ({ api, given }, asking) => {
      const owner = asking ?? (await given.person());
      await given.token(owner);
      const [{ id }] = await api.dataSource.query('SELECT max(id::text) AS id FROM access_token WHERE person_id = $1', [
        owner.id,
      ]);
      return { id };
    },
  },
  addPerson: { arguments: () => ({ input: { name: 'New', email: `new-${++made}@example.org`, password: PASSWORD } }) },
  changePerson: { arguments: async (world) => ({ ...(await somebody(world)), input: { name: 'Renamed' } }) },
  resetPassword: { arguments: async (world) => ({ ...(await somebody(world)), password: PASSWORD }) },
  endPerson: { arguments: because },
  proposeRole: {
    arguments: async (world) => ({
      input: {
        personId: (await somebody(world)).id,
        role: 'REQUESTER',
        scopeKind: 'ORGANISATION',
        from: '2026-03-16',
        reason: 'Because.',
      },
    }),
  },
  approveRole: { arguments: proposedRole },
  refuseRole: { arguments: async (world) => ({ ...(await proposedRole(world)), reason: 'Because.' }) },
  endRole: {
    arguments: async ({ given }) => ({
      id: (await given.role(await given.person(), 'requester')).id,
      reason: 'Because.',
    }),
  },
  addBusinessUnit: { arguments: () => ({ input: { name: 'New', slug: `new-unit-${++made}` } }) },
  changeBusinessUnit: { arguments: ({ home }) => ({ id: home.unit.id, input: { name: 'Renamed' } }) },
  endBusinessUnit: { arguments: async ({ given }) => ({ id: (await given.unit()).id, reason: 'Because.' }) },
  endTeam: { arguments: async ({ given }) => ({ id: (await given.team()).id, reason: 'Because.' }) },
  addTeam: { arguments: () => ({ input: { name: 'New', slug: `new-team-${++made}` } }) },
  addTeamMember: {
    arguments: async (world) => ({
      input: { teamId: world.home.team.id, personId: (await somebody(world)).id, from: '2026-03-16' },
    }),
  },
  endTeamMembership: {
    arguments: async ({ given, home }) => ({
      id: (await given.membership(home.team, await given.person())).id,
      on: '2026-03-16',
    }),
  },
};
