import { LOCATIONS } from '../content/entitlements.js';
import { randomBytes } from 'node:crypto';
import { MAIL_DOMAIN, TEAMS, UNITS } from '../content/enterprise.js';
import { type DemoPerson, PEOPLE, type PersonKey } from '../content/people.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

type Staff = [Exclude<PersonKey, 'ines'>, DemoPerson];

/** The first days: units, people and teams. */
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
  ];
}

export const mailOf = (name: string, domain: string = MAIL_DOMAIN): string =>
  `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${domain}`;

/** Nobody knows it, and nobody needs it: demo people step in with one click. */
export const unknownPassword = (): string => randomBytes(24).toString('base64url');

async function addUnits(stage: Stage): Promise<void> {
  for (const { slug, name, parent } of UNITS) {
    const parentId = parent && stage.id('unit', parent);
    stage.made('unit', slug, await stage.enterpriseOf('ines').unit({ slug, name, parentId }));
  }
}

async function addPerson(stage: Stage, key: PersonKey, { name, unit, job, mail }: DemoPerson): Promise<void> {
  const person = {
    name,
    email: mailOf(name, mail),
    unitId: unit && stage.id('unit', unit),
    location: unit && LOCATIONS[unit],
    password: unknownPassword(),
  };
  stage.made('person', key, await stage.enterpriseOf('ines').person(person, job));
}

async function addTeams(stage: Stage): Promise<void> {
  const made = stage.enterpriseOf('ines');
  const from = stage.months.day(0, 3);
  const unitId = stage.id('unit', 'business-technology');
  for (const { slug, name, lead, members } of TEAMS) {
    const team = await made.team({ slug, name, unitId });
    stage.made('team', slug, team);
    for (const person of [lead, ...members]) {
      await made.member({ teamId: team.id, personId: stage.id('person', person), from });
    }
  }
}
