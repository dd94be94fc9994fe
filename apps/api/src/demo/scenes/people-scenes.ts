import type { ScopeKind } from '@accord/domain';
import { randomBytes } from 'node:crypto';
import { BusinessUnits } from '../../people/business-units.js';
import { People } from '../../people/people.js';
import { RoleAssignments } from '../../people/role-assignments.js';
import { Teams } from '../../people/teams.js';
import { MAIL_DOMAIN, TEAMS, UNITS } from '../content/enterprise.js';
import { type DemoPerson, PEOPLE, type PersonKey } from '../content/people.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

type Staff = [Exclude<PersonKey, 'ines'>, DemoPerson];

/** The first days: units, people, teams and roles. What is given for a service or provider comes once there is one. */
export function peopleScenes(stage: Stage): Scene[] {
  const { months } = stage;
  const step = 'Units and people';
  const staff = Object.entries(PEOPLE) as Staff[];
  return [
    { at: months.at(0, 3, '09:00'), step, play: () => addUnits(stage) },
    ...staff.map(([key, person]) => ({
      at: months.at(0, 3, '09:20'),
      step,
      play: () => addPerson(stage, key, person),
    })),
    { at: months.at(0, 3, '10:30'), step, play: () => addTeams(stage) },
    { at: months.at(0, 3, '11:00'), step, play: () => grant(stage, 'tomasz', 'ines', PEOPLE.tomasz, ['organisation']) },
    ...staff
      .filter(([key]) => key !== 'tomasz')
      .map(([key, person]) => ({
        at: months.at(0, 3, '14:00'),
        step,
        play: () => grant(stage, key, 'tomasz', person, ['organisation', 'unit', 'team']),
      })),
    ...laterScenes(stage),
  ];
}

/** Roles for single providers, once there are providers. */
export function providerRoleScenes(stage: Stage): Scene[] {
  const staff = Object.entries(PEOPLE) as Staff[];
  return staff.map(([key, person]) => ({
    at: stage.months.at(0, 6, '11:00'),
    step: 'Roles',
    play: () => grant(stage, key, 'tomasz', person, ['provider']),
  }));
}

export const mailOf = (name: string, domain: string = MAIL_DOMAIN): string =>
  `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${domain}`;

/** Nobody knows it, and nobody needs it: demo people step in with one click. */
export const unknownPassword = (): string => randomBytes(24).toString('base64url');

async function addUnits(stage: Stage): Promise<void> {
  for (const { slug, name, parent } of UNITS) {
    const parentId = parent && stage.id('unit', parent);
    stage.made('unit', slug, await stage.get(BusinessUnits).add(await stage.act('ines'), { slug, name, parentId }));
  }
}

async function addPerson(stage: Stage, key: PersonKey, { name, unit, job, mail }: DemoPerson): Promise<void> {
  const person = {
    name,
    email: mailOf(name, mail),
    unitId: unit && stage.id('unit', unit),
    password: unknownPassword(),
  };
  stage.made('person', key, await stage.get(People).add(await stage.act('ines'), person, job ?? null));
}

async function addTeams(stage: Stage): Promise<void> {
  const act = await stage.act('ines');
  const from = stage.months.day(0, 3);
  const unitId = stage.id('unit', 'business-technology');
  for (const { slug, name, lead, members } of TEAMS) {
    const team = await stage.get(Teams).add(act, { slug, name, unitId });
    stage.made('team', slug, team);
    for (const person of [lead, ...members]) {
      await stage.get(Teams).addMember(act, { teamId: team.id, personId: stage.id('person', person), from });
    }
  }
}

/** Ines proposes and somebody else approves; while she is alone, she does both. */
async function grant(
  stage: Stage,
  key: PersonKey,
  approver: PersonKey,
  { roles }: DemoPerson,
  kinds: readonly string[],
): Promise<void> {
  for (const { role, kind = 'organisation', of } of roles.filter(({ kind: of = 'organisation' }) =>
    kinds.includes(of),
  )) {
    const scopeId = of === undefined ? null : stage.id(kind as 'unit', of);
    const proposal = { personId: stage.id('person', key), role, scopeKind: kind as ScopeKind, scopeId };
    const reason = 'The work begins.';
    const from = stage.months.day(0, 3);
    const { id } = await stage.get(RoleAssignments).propose(await stage.act('ines'), { ...proposal, from, reason });
    await stage.get(RoleAssignments).approve(await stage.act(approver), id);
  }
  stage.rolesChanged();
}

/** What changes in a year, and what waits for a second person now. */
function laterScenes(stage: Stage): Scene[] {
  const { months } = stage;
  const roles = stage.get(RoleAssignments);
  const step = 'People come and go';
  const propose = async (
    key: PersonKey,
    role: 'auditor' | 'budgetOwner' | 'serviceManager',
    unit: string | null,
    month: number,
    reason: string,
  ) =>
    roles.propose(await stage.act('tomasz'), {
      personId: stage.id('person', key),
      role,
      scopeKind: unit ? 'unit' : 'organisation',
      scopeId: unit && stage.id('unit', unit),
      from: months.day(month, 15),
      reason,
    });
  return [
    {
      at: months.at(4, 14, '10:00'),
      step,
      play: async () => {
        const { id } = await propose('nora', 'serviceManager', null, 4, 'Nora stands in for Mara in the summer.');
        return roles.refuse(await stage.act('ines'), id, 'Owen stands in; two managers are enough.');
      },
    },
    {
      at: months.at(9, 28, '16:00'),
      step,
      play: async () =>
        stage.get(People).end(await stage.act('tomasz'), stage.id('person', 'chloe'), 'Left the group.'),
    },
    {
      at: months.at(12, 20, '11:15'),
      step,
      play: () =>
        propose(
          'emma',
          'budgetOwner',
          'sales',
          12,
          'Emma takes over the budget of Sales from the new year of planning on.',
        ),
    },
    {
      at: months.at(12, 21, '09:40'),
      step,
      play: () => propose('sofia', 'auditor', 'finance', 12, 'Sofia helps with the yearly audit of Finance.'),
    },
  ];
}
