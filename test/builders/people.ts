import { enterpriseBy } from '@accord/api/demo/builders/enterprise.js';
import { AccessTokens } from '@accord/api/people/access-tokens/access-tokens.js';
import { viewerOfPerson } from '@accord/api/people/viewer-query.js';
import type { BusinessUnitEntity } from '@accord/api/people/business-unit.entity.js';
import { CredentialEntity } from '@accord/api/people/credential.entity.js';
import { EnterpriseEntity } from '@accord/api/people/enterprise.entity.js';
import { PersonEntity } from '@accord/api/people/person.entity.js';
import { RoleAssignmentEntity } from '@accord/api/people/role-assignment.entity.js';
import { toScopeColumns } from '@accord/api/people/role-scope.js';
import { fingerprint, newToken } from '@accord/api/people/secret-token.js';
import { SessionEntity } from '@accord/api/people/session.entity.js';
import { TeamMembershipEntity } from '@accord/api/people/team-membership.entity.js';
import type { TeamEntity } from '@accord/api/people/team.entity.js';
import type { Act } from '@accord/api/platform/act/act.js';
import { uuidv7 } from '@accord/api/platform/uuid.js';
import { TOKEN_SCOPES, type Role, type Scope, type ScopeKind, type TokenScope } from '@accord/domain';
import type { Api } from './api.js';
import type { Actor } from './graph-client.js';
import { longAgo } from './hands.js';

/** A role for the whole organisation by its name alone, else with what it is for. */
export type GivenRole = Role | { role: Role; kind: Exclude<ScopeKind, 'organisation'>; id: string };

export interface GivenPerson {
  name?: string;
  email?: string;
  /** In force since ever. */
  roles?: GivenRole[];
  unitId?: string | null;
  location?: string | null;
  /** One that nobody knows, unless said otherwise. */
  password?: string;
  demoJob?: string;
}

/** Somebody who is signed in, however far a story moves the clock. */
export type SignedInPerson = PersonEntity & Actor;

const ALWAYS = new Date('2000-01-01T00:00:00Z');
const NOBODY_KNOWS = 'a password that nobody uses';
const NEVER = new Date('2999-01-01T00:00:00Z');

/** People and where they belong, made through the use cases; roles and sessions are in force since ever, without a second person. */
export function peopleBuilders(api: Api) {
  const { manager } = api.dataSource;
  const shared = enterpriseBy(longAgo(api));
  let made = 0;

  const given = {
    async person({
      name,
      email,
      roles = [],
      unitId = null,
      location = null,
      password,
      demoJob,
    }: GivenPerson = {}): Promise<SignedInPerson> {
      const n = ++made;
      const words = { name: name ?? `Person ${n}`, email: email ?? `person-${n}@example.org`, unitId, location };
      const added = await shared.person({ ...words, password: password ?? NOBODY_KNOWS }, demoJob);
      if (!demoJob) await manager.update(CredentialEntity, { personId: added.id }, { isGiven: false });
      // As the database holds it.
      const person = await manager.findOneByOrFail(PersonEntity, { id: added.id });
      for (const role of roles) await given.role(person, role);
      return { ...person, cookie: await given.session(person) };
    },

    /** A role in force since ever. */
    async role(person: { id: string }, given: GivenRole): Promise<RoleAssignmentEntity> {
      const role = typeof given === 'string' ? given : given.role;
      const scope: Scope = typeof given === 'string' ? { kind: 'organisation', id: null } : given;
      return manager.save(RoleAssignmentEntity, {
        id: uuidv7(),
        personId: person.id,
        role,
        ...toScopeColumns(scope),
        fromDate: '2000-01-01',
        toDate: null,
        state: 'approved',
        proposedById: null,
        proposedAt: ALWAYS,
        reason: 'Given.',
        decidedById: person.id,
        decidedAt: ALWAYS,
        bootstrap: true,
      });
    },

    /** The cookie of a session that outlives every story. */
    async session({ id }: { id: string }): Promise<string> {
      const token = newToken();
      await manager.insert(SessionEntity, {
        id: uuidv7(),
        personId: id,
        tokenHash: fingerprint(token),
        startedAt: ALWAYS,
        lastSeenAt: NEVER,
        expiresAt: NEVER,
      });
      return `accord=${token}`;
    },

    /** An access token of the person, for all that tokens can be for unless said otherwise. */
    async token(person: { id: string }, scopes: readonly TokenScope[] = TOKEN_SCOPES): Promise<Actor> {
      const act = await given.act(person);
      const expiresAt = new Date(act.at.getTime() + 86_400_000);
      const { secret } = await api.get(AccessTokens).make(act, { name: 'Given', scopes, expiresAt });
      return { cookie: null, token: secret };
    },

    /** For calling a use case as the person, now. */
    async act({ id }: { id: string }): Promise<Act> {
      const at = api.clock.now();
      return { viewer: (await viewerOfPerson(manager, id, at))!, at };
    },

    async unit({
      name,
      parentId = null,
    }: { name?: string; parentId?: string | null } = {}): Promise<BusinessUnitEntity> {
      const n = ++made;
      return shared.unit({ slug: `unit-${n}`, name: name ?? `Unit ${n}`, parentId });
    },

    async team({ name, unitId = null }: { name?: string; unitId?: string | null } = {}): Promise<TeamEntity> {
      const n = ++made;
      return shared.team({ slug: `team-${n}`, name: name ?? `Team ${n}`, unitId });
    },

    async membership(
      { id: teamId }: { id: string },
      { id: personId }: { id: string },
      { from = '2000-01-01', to = null }: { from?: string; to?: string | null } = {},
    ): Promise<TeamMembershipEntity> {
      return manager.save(TeamMembershipEntity, { id: uuidv7(), teamId, personId, fromDate: from, toDate: to });
    },

    /** Marks the organisation as a demo, complete unless said otherwise. */
    async demo(demoState: 'filled' | 'filling' = 'filled'): Promise<void> {
      await manager.update(EnterpriseEntity, { only: true }, { demo: true, demoState });
    },
  };
  return given;
}
