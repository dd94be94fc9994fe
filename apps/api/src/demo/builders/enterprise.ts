import { BusinessUnits } from '../../people/business-units.js';
import { People } from '../../people/people.js';
import { Teams } from '../../people/teams.js';
import type { Hands } from './hands.js';

/** Units, people and teams, as an administrator adds them. */
export function enterpriseBy({ get, proposer }: Pick<Hands, 'get' | 'proposer'>) {
  return {
    unit: async (unit: Parameters<BusinessUnits['add']>[1]) => get(BusinessUnits).add(await proposer(), unit),
    person: async (person: Parameters<People['add']>[1], demoJob: string | null = null) =>
      get(People).add(await proposer(), person, demoJob),
    team: async (team: Parameters<Teams['add']>[1]) => get(Teams).add(await proposer(), team),
    member: async (membership: Parameters<Teams['addMember']>[1]) => get(Teams).addMember(await proposer(), membership),
  };
}
