import { ROLES, SCOPES_OF_ROLE, type Role, type ScopeKind } from '@accord/domain';
import type { Given, Place } from './world.js';

export const NO_ROLE = 'no role';
export const STRANGER = 'stranger';

/** Columns of the table. */
export const HOLDERS = [STRANGER, NO_ROLE, ...ROLES] as const;
export type Holder = (typeof HOLDERS)[number];

/** How far a role reaches: everywhere, what the operation is about, or something else only; without a role, nowhere. */
export type Reach = 'organisation' | 'own' | 'foreign' | 'none';

export interface Persona {
  holder: Holder;
  reach: Reach;
  /** null = not signed in. */
  person: { id: string; email: string } | null;
  /** The session that goes on from call to call; none before the first. */
  cookie?: string | null;
}

/** The kind of scope for which a role is typically given, where it can be given for less than the organisation. */
const TYPICAL_SCOPE: Partial<Record<Role, Exclude<ScopeKind, 'organisation'>>> = {
  requester: 'unit',
  budgetOwner: 'unit',
  fulfiller: 'team',
  serviceOwner: 'service',
  serviceManager: 'service',
  vendorManager: 'provider',
  teamLead: 'team',
  rewardOfficer: 'unit',
  executive: 'unit',
  auditor: 'unit',
  providerContact: 'provider',
};

/** Everybody who asks: each role as wide as it can be, for the thing in question, and for another one. */
export async function makePersonas(given: Given, home: Place, away: Place): Promise<Persona[]> {
  const personas: Persona[] = [
    { holder: STRANGER, reach: 'none', person: null },
    { holder: NO_ROLE, reach: 'none', person: await given.person({ name: 'No role' }) },
  ];
  for (const role of ROLES) {
    if (SCOPES_OF_ROLE[role].includes('organisation')) {
      personas.push({ holder: role, reach: 'organisation', person: await given.person({ name: role, roles: [role] }) });
    }
    const kind = TYPICAL_SCOPE[role];
    if (!kind) continue;
    for (const [reach, place] of [
      ['own', home],
      ['foreign', away],
    ] as const) {
      const roles = [{ role, kind, id: place[kind].id }];
      personas.push({
        holder: role,
        reach,
        person: await given.person({ name: `${role} of ${reach} ${kind}`, roles }),
      });
    }
  }
  return personas;
}
