import type { Role, ScopeKind } from '@accord/domain';
import type { UnitSlug } from './enterprise.js';

export interface DemoPerson {
  name: string;
  /** null for somebody from outside. */
  unit: UnitSlug | null;
  /** What one can try out as this person; one person for each job. */
  job?: string;
  /** For the whole organisation, unless a scope is named by its kind and slug. */
  roles: readonly { role: Role; kind?: Exclude<ScopeKind, 'organisation'>; of?: string }[];
  /** Domain of the address of somebody from outside. */
  mail?: string;
}

/** In the order in which the sign-in page offers their jobs. */
export const PEOPLE = {
  mara: {
    name: 'Mara Lindqvist',
    unit: 'business-technology',
    job: 'Service manager',
    roles: [{ role: 'serviceManager' }],
  },
  emma: {
    name: 'Emma Janssen',
    unit: 'sales',
    job: 'Requester',
    roles: [{ role: 'requester', kind: 'unit', of: 'sales' }],
  },
  marco: {
    name: 'Marco Silva',
    unit: 'sales',
    job: 'Budget owner',
    roles: [
      { role: 'budgetOwner', kind: 'unit', of: 'sales' },
      { role: 'requester', kind: 'unit', of: 'sales' },
    ],
  },
  priya: {
    name: 'Priya Raman',
    unit: 'business-technology',
    job: 'Service owner',
    roles: [
      { role: 'serviceOwner', kind: 'unit', of: 'business-technology' },
      { role: 'requester', kind: 'unit', of: 'business-technology' },
    ],
  },
  hugo: {
    name: 'Hugo Bernard',
    unit: 'business-technology',
    job: 'Vendor manager',
    roles: [{ role: 'vendorManager' }],
  },
  ruth: {
    name: 'Ruth Adeyemi',
    unit: 'business-technology',
    job: 'BT management office',
    roles: [{ role: 'btOffice' }],
  },
  clara: {
    name: 'Clara Reyes',
    unit: 'halden-reyes-group',
    job: 'Executive',
    roles: [{ role: 'executive' }, { role: 'budgetOwner', kind: 'unit', of: 'halden-reyes-group' }],
  },
  aisha: {
    name: 'Aisha Khan',
    unit: 'business-technology',
    job: 'Team lead',
    roles: [{ role: 'teamLead', kind: 'team', of: 'digital-workplace' }],
  },
  tom: {
    name: 'Tom Becker',
    unit: 'business-technology',
    job: 'Fulfiller',
    roles: [{ role: 'fulfiller', kind: 'team', of: 'digital-workplace' }],
  },
  helen: {
    name: 'Helen Brooks',
    unit: 'people-and-culture',
    job: 'Reward officer',
    roles: [{ role: 'rewardOfficer', kind: 'unit', of: 'business-technology' }],
  },
  victor: {
    name: 'Victor Salgado',
    unit: null,
    job: 'Provider contact',
    roles: [{ role: 'providerContact', kind: 'provider', of: 'varnquist-networks' }],
    mail: 'varnquist.example',
  },
  peter: { name: 'Peter Whitcombe', unit: 'finance', job: 'Auditor', roles: [{ role: 'auditor' }] },
  tomasz: {
    name: 'Tomasz Brandt',
    unit: 'business-technology',
    job: 'Administrator',
    roles: [{ role: 'administrator' }],
  },
  owen: {
    name: 'Owen Achterberg',
    unit: 'business-technology',
    job: 'Second manager',
    roles: [{ role: 'serviceManager' }],
  },
  nils: { name: 'Nils Falk', unit: 'business-technology', roles: [{ role: 'btOffice' }] },
  sofia: {
    name: 'Sofia Marchetti',
    unit: 'finance',
    roles: [
      { role: 'serviceOwner', kind: 'unit', of: 'finance' },
      { role: 'serviceOwner', kind: 'unit', of: 'people-and-culture' },
      { role: 'requester', kind: 'unit', of: 'finance' },
    ],
  },
  jonas: { name: 'Jonas Keller', unit: 'online-sales', roles: [{ role: 'serviceOwner', kind: 'unit', of: 'sales' }] },
  daniel: {
    name: 'Daniel Osei',
    unit: 'operations',
    roles: [
      { role: 'serviceOwner', kind: 'unit', of: 'operations' },
      { role: 'requester', kind: 'unit', of: 'operations' },
    ],
  },
  yara: {
    name: 'Yara Haddad',
    unit: 'business-technology',
    roles: [{ role: 'vendorManager', kind: 'provider', of: 'quillspan-documents' }],
  },
  lena: {
    name: 'Lena Vogt',
    unit: 'business-technology',
    roles: [{ role: 'teamLead', kind: 'team', of: 'network-and-sites' }],
  },
  mei: {
    name: 'Mei Tan',
    unit: null,
    roles: [{ role: 'providerContact', kind: 'provider', of: 'tessalune-cloud' }],
    mail: 'tessalune.example',
  },
  felix: {
    name: 'Felix Bauer',
    unit: 'business-technology',
    roles: [{ role: 'teamLead', kind: 'team', of: 'core-applications' }],
  },
  anna: {
    name: 'Anna Kowalska',
    unit: 'business-technology',
    roles: [{ role: 'teamLead', kind: 'team', of: 'data-and-integration' }],
  },
  luca: {
    name: 'Luca Moretti',
    unit: 'business-technology',
    roles: [{ role: 'fulfiller', kind: 'team', of: 'core-applications' }],
  },
  nora: { name: 'Nora Lund', unit: 'business-technology', roles: [] },
  ben: {
    name: 'Ben Carter',
    unit: 'business-technology',
    roles: [{ role: 'teamLead', kind: 'team', of: 'security-operations' }],
  },
  chloe: {
    name: 'Chloe Martin',
    unit: 'business-technology',
    roles: [{ role: 'fulfiller', kind: 'team', of: 'digital-workplace' }],
  },
} as const satisfies Record<string, DemoPerson>;

/** Sets everything up on the first day, alone, and makes a second administrator. */
export const FOUNDER = { name: 'Ines Okafor' };

export type PersonKey = keyof typeof PEOPLE | 'ines';
